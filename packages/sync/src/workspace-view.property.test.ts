/** Whatever is edited here and elsewhere, and in whatever order it arrives: the view is what is confirmed with what waits on top. */
import type { AnyRecord } from '@stationkeeper/domain';
import {
  applyPatch,
  touchedIds,
  judge,
  mutationId,
  WorkspaceState,
  type Change,
  type Mutation,
  type MutationId,
} from '@stationkeeper/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chance,
  changeFrom,
  drawHistory,
  drawMutation,
  type Draw,
} from '../../../tests/support/arbitraries/history.ts';
import { patchesToShow } from './rebase.ts';
import { WorkspaceView, type Touched } from './workspace-view.ts';

const OWN = '00000000-0000-7000-8000-0000000000c1';
const PENDING_SEQ = 2 ** 52;

/** A server and a tab, with what is under way between them. */
class Pair {
  readonly server: WorkspaceState;
  readonly confirmed: WorkspaceState;
  readonly view: WorkspaceView;
  readonly underWay: Change[] = [];
  /** The model of what waits: id and the seq of the verdict. */
  pending: { mutation: Mutation; acceptedAt: number | null }[] = [];
  readonly #unanswered: Mutation[] = [];
  readonly #draw: Draw;
  #counter = 0;

  constructor(draw: Draw) {
    const { state } = drawHistory(draw, 12);
    this.#draw = draw;
    this.server = state;
    this.confirmed = new WorkspaceState(state.head, state.all());
    this.view = new WorkspaceView(new WorkspaceState(state.head, state.all()));
  }

  editHere(): void {
    this.#counter += 1;
    const mutation = { ...drawMutation(this.#draw, this.view.state), id: mutationId(OWN, this.#counter) };
    this.pending.push({ mutation, acceptedAt: null });
    this.#unanswered.push(mutation);
    this.#watch(() => this.view.add(mutation));
  }

  editElsewhere(): void {
    const change = changeFrom(this.server, drawMutation(this.#draw, this.server));
    if (change)
      this.#commit({ ...change, mutationId: mutationId('00000000-0000-7000-8000-0000000000d1', change.seq) });
  }

  /** The server passes its verdict on the oldest edit from here, and the verdict arrives before or after its change. */
  answer(): void {
    const mutation = this.#unanswered.shift();
    if (!mutation) return;
    const accepted = judge(this.server, mutation, { seq: this.server.head + 1 }).status === 'accepted';
    const change = changeFrom(this.server, mutation);
    if (change) this.#commit(change);
    const seq = accepted ? this.server.head : null;
    if (change && this.#draw(fc.boolean())) this.deliver();
    this.#settle(mutation.id, seq);
    this.#watch(() => this.view.answer(new Map([[mutation.id, seq]])));
  }

  /** Some of the changes that are under way arrive, oldest first; false where there are none. */
  deliver(): boolean {
    const changes = this.underWay.splice(0, this.#draw(fc.integer({ min: 1, max: 4 })));
    if (changes.length === 0) return false;
    for (const change of changes) this.confirmed.apply(change);
    const arrived = new Set<MutationId>(changes.map((change) => change.mutationId));
    this.pending = this.pending.filter(({ mutation }) => !arrived.has(mutation.id));
    this.#dropCovered();
    this.#watch(() => this.view.confirm(changes));
    return true;
  }

  reload(): void {
    this.underWay.length = 0;
    this.confirmed.reset(this.server.head, this.server.all());
    this.#dropCovered();
    this.#watch(() => this.view.reset(this.server.head, this.server.all()));
  }

  /** Confirmed, with each waiting edit on top, folded anew. */
  expected(): Record<string, unknown> {
    const state = new WorkspaceState(this.confirmed.head, this.confirmed.all());
    this.pending.forEach(({ mutation }, index) => {
      const seq = PENDING_SEQ + index;
      for (const patch of patchesToShow(state, mutation, seq))
        state.put(applyPatch(state.get(patch.id), patch, seq));
    });
    return shownBy(state);
  }

  /** What the view says it has touched is exactly what shows something else. */
  #watch(act: () => Touched): void {
    const before = new Map([...this.view.state.all()].map((record) => [record.id, record]));
    const { ids, types } = act();
    const after = new Map([...this.view.state.all()].map((record) => [record.id, record]));
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (id) => before.get(id) !== after.get(id),
    );
    expect([...ids].sort()).toEqual(differing.sort());
    expect(types).toEqual(new Set(differing.flatMap((id) => (after.get(id) ?? before.get(id))?.type ?? [])));
    for (const id of differing) expect(after.get(id)).not.toEqual(before.get(id));
  }

  #commit(change: Change): void {
    this.server.apply(change);
    this.underWay.push(change);
  }

  #settle(id: MutationId, seq: number | null): void {
    this.pending = this.pending.flatMap((one) => {
      if (one.mutation.id !== id) return [one];
      return seq === null ? [] : [{ ...one, acceptedAt: seq }];
    });
    this.#dropCovered();
  }

  #dropCovered(): void {
    this.pending = this.pending.filter(
      ({ acceptedAt }) => acceptedAt === null || acceptedAt > this.confirmed.head,
    );
  }
}

/** Records by id; the numbers of deletions that wait are made alike. */
function shownBy(state: WorkspaceState): Record<string, unknown> {
  const shown = ({ deletedSeq, ...rest }: AnyRecord) => ({
    ...rest,
    deletedSeq: deletedSeq !== null && deletedSeq >= PENDING_SEQ ? 'waiting' : deletedSeq,
  });
  return Object.fromEntries([...state.all()].map((record) => [record.id, shown(record)]));
}

function takeStep(pair: Pair, draw: Draw): void {
  const kind = draw(fc.nat({ max: 99 }));
  if (kind < 35) pair.editHere();
  else if (kind < 60) pair.editElsewhere();
  else if (kind < 78) pair.answer();
  else if (kind < 97) pair.deliver();
  else pair.reload();
}

test('[R1] the view is what is confirmed with what waits on top, and says exactly what it changed', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const pair = new Pair(draw);
      for (let count = 0; count < 30; count++) {
        takeStep(pair, draw);
        expect(shownBy(pair.view.state)).toEqual(pair.expected());
        expect(pair.view.pending.map(({ id }) => id)).toEqual(
          pair.pending.map(({ mutation }) => mutation.id),
        );
        for (const record of pair.confirmed.all()) expect(pair.view.confirmed(record.id)).toEqual(record);
      }
    }),
    { numRuns: 80 },
  );
});

test('[R1] every waiting edit is kept through any number of rebases, once and in order, until it is answered', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const pair = new Pair(draw);
      for (let count = 0; count < 5; count++) pair.editHere();
      for (let count = 0; count < 15; count++) pair.editElsewhere();
      while (pair.deliver());
      expect(pair.view.pending.map(({ id }) => id)).toEqual(
        [1, 2, 3, 4, 5].map((counter) => mutationId(OWN, counter)),
      );
    }),
    { numRuns: 40 },
  );
});

test('[R4] a record that comes out of a rebase as it went in is the same object', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const pair = new Pair(draw);
      pair.editHere();
      const shown = new Map([...pair.view.state.all()].map((record) => [record.id, record]));
      pair.editElsewhere();
      const changed = new Set(pair.underWay.flatMap(touchedIds));
      while (pair.deliver());
      for (const record of pair.view.state.all()) {
        if (!changed.has(record.id) && JSON.stringify(shown.get(record.id)) === JSON.stringify(record)) {
          expect(record).toBe(shown.get(record.id));
        }
      }
    }),
    { numRuns: 60 },
  );
});
