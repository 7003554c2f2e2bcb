/** What holds for every history, whatever was done in it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chance,
  changeFrom,
  drawHistory,
  drawMutation,
  mutationOf,
  recordsOf,
} from '../../../tests/support/arbitraries/history.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
import { judge } from './judge.ts';
import type { Mutation, Op } from './mutation.ts';
import { parseMutation } from './mutation.ts';
import type { Change, Patch } from './change.ts';
import { undoOf } from './undo.ts';
import { WorkspaceState } from './workspace-state.ts';

const RUNS = { numRuns: 60 };

test('[S5] taking back the last change leaves exactly what stood before, down to the empty workspace', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state, changes } = drawHistory(draw);
      const stood = [recordsOf(new WorkspaceState())];
      const again = new WorkspaceState();
      for (const change of changes) {
        again.apply(change);
        stood.push(recordsOf(again));
      }
      expect(recordsOf(state)).toEqual(stood.at(-1));
      for (const change of changes.toReversed()) {
        state.rewind(change);
        expect(recordsOf(state)).toEqual(stood[change.seq - 1]);
      }
      expect(state.size).toBe(0);
      expect(state.head).toBe(0);
    }),
    RUNS,
  );
});

test('[S5] folding on after a rewind gives the same as never having gone back', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state, changes } = drawHistory(draw);
      const before = recordsOf(state);
      const back = draw(fc.nat({ max: changes.length }));
      for (const change of changes.toReversed().slice(0, back)) state.rewind(change);
      for (const change of changes.slice(changes.length - back)) state.apply(change);
      expect(recordsOf(state)).toEqual(before);
    }),
    RUNS,
  );
});

test('[S5] the indexes of a state that was folded are those of a state that was loaded', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state, changes } = drawHistory(draw);
      const back = draw(fc.nat({ max: Math.min(3, changes.length) }));
      for (const change of changes.toReversed().slice(0, back)) state.rewind(change);
      const loaded = new WorkspaceState(state.head, state.all());
      for (const record of state.all()) {
        const ids = (of: Iterable<{ id: string }>) => [...of].map(({ id }) => id).sort();
        expect(ids(state.childrenOf(record.id))).toEqual(ids(loaded.childrenOf(record.id)));
        expect(ids(state.referrersOf(record.id))).toEqual(ids(loaded.referrersOf(record.id)));
        expect(ids(state.ofType(record.type))).toEqual(ids(loaded.ofType(record.type)));
        expect(ids(state.deletedOfType(record.type))).toEqual(ids(loaded.deletedOfType(record.type)));
      }
    }),
    RUNS,
  );
});

test('[V5] what was accepted once and is asked for again changes nothing', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 15);
      const change = changeFrom(state, drawMutation(draw, state));
      if (!change) return;
      state.apply(change);
      const ops = change.patches.filter((patch) => isSettled(patch, change.patches)).map(asOp);
      const judgement = judge(state, mutationOf(ops), { seq: state.head + 1 });
      expect(judgement).toEqual({ status: 'accepted', patches: [] });
    }),
    RUNS,
  );
});

/** Whether the patch still says how its record stands: no other patch of the change touched it after. */
function isSettled(patch: Patch, patches: readonly Patch[]): boolean {
  return patch.op !== 'create' && patches.findLast(({ id }) => id === patch.id) === patch;
}

function asOp(patch: Patch): Op {
  if (patch.op === 'restore') return { op: 'restore', type: patch.type, id: patch.id };
  return patch;
}

test('[V1] a verdict changes nothing: neither the workspace nor the draft of a refused mutation', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 15);
      const before = recordsOf(state);
      judge(state, drawMutation(draw, state), { seq: state.head + 1 });
      expect(recordsOf(state)).toEqual(before);
    }),
    RUNS,
  );
});

test('[V7] a live record never belongs to a deleted one', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 40);
      for (const record of state.all()) {
        if (record.deletedSeq === null) continue;
        for (const child of state.childrenOf(record.id)) expect(child.deletedSeq).not.toBeNull();
      }
    }),
    RUNS,
  );
});

test('[D2] restoring right after a deletion brings back exactly what went', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw);
      const live = [...state.all()].filter((record) => record.deletedSeq === null);
      fc.pre(live.length > 0);
      const { type, id } = draw(fc.constantFrom(...live));
      const before = recordsOf(state);
      for (const op of ['delete', 'restore'] as const) {
        const change = changeFrom(state, mutationOf([{ op, type, id }]));
        if (!change) throw new Error(`${op} was refused`);
        state.apply(change);
      }
      expect(recordsOf(state)).toEqual(before);
    }),
    RUNS,
  );
});

test('[U1] undoing the last change makes every record stand as before, new ones being deleted', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 20);
      const before = recordsOf(state);
      const change = changeFrom(state, drawMutation(draw, state));
      if (!change) return;
      state.apply(change);
      const judgement = judge(state, takingBack(change), { seq: state.head + 1 });
      if (judgement.status !== 'accepted') {
        // It would newly point at what had been deleted before the change (D3): restore that first.
        const target = judgement.status === 'rejected' ? judgement.error.details?.recordId : undefined;
        expect(before[target ?? '']?.deletedSeq ?? null).not.toBeNull();
        return;
      }
      state.apply({ ...change, seq: state.head + 1, patches: judgement.patches });
      for (const record of state.all()) {
        const old = before[record.id];
        expect(record.deletedSeq === null, record.id).toBe(old?.deletedSeq === null);
        if (old) expect(record.fields).toEqual(old.fields);
      }
    }),
    { ...RUNS, numRuns: 150 },
  );
});

test('[U1] undoing an undo is the change again', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 20);
      const change = changeFrom(state, drawMutation(draw, state));
      if (!change) return;
      state.apply(change);
      const after = recordsOf(state);
      let last = change;
      for (let times = 0; times < 2; times++) {
        const undone = changeFrom(state, takingBack(last));
        if (!undone) return; // refused (see above), or it came to nothing: created and deleted, set and set back
        state.apply(undone);
        last = undone;
      }
      for (const record of state.all()) {
        expect(record.fields).toEqual(after[record.id]?.fields);
        expect(record.deletedSeq === null).toBe(after[record.id]?.deletedSeq === null);
      }
    }),
    RUNS,
  );
});

test('[U3] taking any change back deletes nothing but what that change had made or brought back', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state, changes } = drawHistory(draw, 30);
      for (const change of changes) {
        const judgement = judge(state, takingBack(change), { seq: state.head + 1 });
        if (judgement.status !== 'accepted') continue;
        const touched = new Set(change.patches.map(({ id }) => id));
        const deleted = judgement.patches.filter(({ op }) => op === 'delete');
        expect(deleted.filter(({ id }) => !touched.has(id))).toEqual([]);
      }
    }),
    RUNS,
  );
});

function takingBack(change: Change): Mutation {
  return { ...mutationOf(undoOf(change)), undoes: change.seq };
}

test('[N3] a snapshot holds every record, deleted ones included, and survives JSON', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw);
      const sent = JSON.stringify(encodeSnapshot(state.head, state.all()));
      const snapshot = JSON.parse(sent) as ReturnType<typeof encodeSnapshot>;
      const loaded = new WorkspaceState(snapshot.seq, decodeSnapshot(snapshot));
      expect(recordsOf(loaded)).toEqual(recordsOf(state));
      for (const { type } of state.all()) expect(loaded.ofType(type)).toEqual(state.ofType(type));
    }),
    RUNS,
  );
});

test('[P6] a mutation that was made from valid values is read as it is, after any number of journeys', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { state } = drawHistory(draw, 15);
      const mutation = drawMutation(draw, state);
      const parsed = parseMutation(JSON.parse(JSON.stringify(mutation)));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const again = parseMutation(JSON.parse(JSON.stringify(parsed.value)));
      expect(again).toEqual(parsed);
    }),
    RUNS,
  );
});
