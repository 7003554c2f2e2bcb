/**
 * The rules that must hold at every moment, asked of the log itself as it grows:
 *
 *   S1  numbers are dense                       P2  no edit is applied twice
 *   V2  no value is overwritten that its writer had not seen (or that was not what the patch says)
 *   P3  what was acknowledged is in the log at the number that was said
 */
import { fieldOf, isSetField, sameValue } from '@stationkeeper/domain';
import {
  elementsOf,
  isSetEdit,
  mutationId,
  splitMutationId,
  WorkspaceState,
  type Change,
  type Edit,
  type Mutation,
  type MutationId,
  type Patch,
} from '@stationkeeper/protocol';
import { expect } from 'vitest';

/** Folds the log as it grows, and checks each change on the way. */
export class Reference {
  readonly state = new WorkspaceState();
  readonly seqOf = new Map<MutationId, number>();
  /** By id, what was asked for, as far as the simulation knows. */
  readonly asked = new Map<MutationId, Pick<Mutation, 'id' | 'ops'>>();
  #lastAt = 0;

  follow(log: readonly Change[]): void {
    for (const change of log.slice(this.state.head)) {
      expect(change.seq, 'numbers are dense').toBe(this.state.head + 1);
      expect(this.seqOf.has(change.mutationId), `${change.mutationId} is applied once`).toBe(false);
      expect(change.at, 'time does not run back').toBeGreaterThanOrEqual(this.#lastAt);
      for (const patch of change.patches) this.#check(change, patch);
      this.#lastAt = change.at;
      this.seqOf.set(change.mutationId, change.seq);
      this.state.apply(change);
    }
  }

  /** An edit was acknowledged: its change is there, or it changed nothing. */
  checkAcknowledged(id: MutationId, seq: number): void {
    const found = this.seqOf.get(id);
    if (found === undefined)
      expect(seq, `${id} changed nothing, at a seq that is there`).toBeLessThanOrEqual(this.state.head);
    else expect(seq, `${id} is where its verdict says`).toBe(found);
  }

  /** Each client's edits go in order; one may be left out only when its change is known. */
  checkOrder(ids: readonly MutationId[]): void {
    const last = new Map<string, number>();
    for (const id of ids) {
      const { clientId, counter } = splitMutationId(id);
      for (let between = (last.get(clientId) ?? counter) + 1; between < counter; between++) {
        expect(this.seqOf.has(mutationId(clientId, between)), `${id} goes after those before it`).toBe(true);
      }
      expect(counter, `${id} goes once, in order`).toBeGreaterThan(last.get(clientId) ?? 0);
      last.set(clientId, counter);
    }
  }

  #check(change: Change, patch: Patch): void {
    if (patch.op !== 'update') return;
    const record = this.state.get(patch.id);
    const asked = this.asked
      .get(change.mutationId)
      ?.ops.find(({ id, op }) => id === patch.id && op === 'update');
    for (const [field, edit] of Object.entries(patch.edits)) {
      const wanted = asked?.op === 'update' ? asked.edits[field] : undefined;
      checkEdit(record?.fields[field] ?? null, edit, wanted);
      const kind = fieldOf(patch.type, field);
      expect(kind && isSetField(kind), 'each kind has its edit').toBe(isSetEdit(edit));
    }
  }
}

function checkEdit(present: Parameters<typeof sameValue>[0], edit: Edit, wanted: Edit | undefined): void {
  if (isSetEdit(edit)) {
    const there = new Set(elementsOf(present ?? null));
    expect(
      edit.add.every((one) => !there.has(one)) && edit.remove.every((one) => there.has(one)),
      'a set patch is what really changed',
    ).toBe(true);
    return;
  }
  expect(sameValue(edit.from, present), 'the patch starts from what stood').toBe(true);
  if (wanted && !isSetEdit(wanted)) {
    expect(sameValue(wanted.from, present), 'its writer had seen what it overwrote').toBe(true);
    expect(sameValue(wanted.to, edit.to), 'the value is the one that was wanted').toBe(true);
  }
}
