/**
 * The fictional workspace while it is being made: its records as the log would leave them, what is still to be made, and
 * the day it is. What the generator asks for is judged as on a server, so that everything it puts out is accepted.
 */
import { assert, RECORD_TYPES, type AnyRecord, type RecordOf, type RecordType } from '@stationkeeper/domain';
import { toIso, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { judge, SCHEMA_VERSION, WorkspaceState, type Mutation, type Patch } from '@stationkeeper/protocol';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
/** Picks after which a type is taken to have hardly any live record. */
const MAX_PICKS = 8;

/** How many records of each type are still to be made. */
export type Quota = Map<RecordType, number>;

export class World {
  readonly state = new WorkspaceState();
  readonly random: Random;
  readonly quota: Quota;
  /** Milestone id -> the day on which it is expected now, by whoever forecasts. */
  readonly expectedDay = new Map<string, CivilDay>();
  /** Milliseconds since 1970. */
  now = 0;
  readonly #ids = new Map<RecordType, string[]>(RECORD_TYPES.map((type) => [type, []]));
  readonly #planned: ReadonlyMap<RecordType, number>;

  constructor(random: Random, quota: Quota) {
    this.random = random;
    this.quota = quota;
    this.#planned = new Map(quota);
  }

  /** The civil day of the moment. */
  get today(): CivilDay {
    return Math.floor(this.now / DAY_MS) as CivilDay;
  }

  /** The civil day as text. */
  get todayText(): string {
    return toIso(this.today);
  }

  /** How many records are still to be made. */
  get left(): number {
    return [...this.quota.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many of a type may still be made. */
  leftOf(type: RecordType): number {
    return this.quota.get(type) ?? 0;
  }

  /** How many of a type were made, deleted ones included. */
  madeOf(type: RecordType): number {
    return this.#ids.get(type)?.length ?? 0;
  }

  /** The number of the next record of a type, from 1. */
  nextNumber(type: RecordType): number {
    return (this.#planned.get(type) ?? 0) - this.leftOf(type) + 1;
  }

  /** Plans all that is left as records of one type: for the end, when what is left finds nothing to point at. */
  planAs(type: RecordType): void {
    const left = this.left;
    this.quota.clear();
    this.quota.set(type, left);
  }

  /** A new id for this moment. */
  newId(): string {
    return this.random.uuid(this.now);
  }

  /** A live record of the type, or undefined where there is none or hardly any. */
  pick<T extends RecordType>(type: T): (AnyRecord & RecordOf<T>) | undefined {
    const ids = this.#ids.get(type) ?? [];
    for (let attempt = 0; ids.length > 0 && attempt < MAX_PICKS; attempt += 1) {
      const record = this.state.get(this.random.pick(ids));
      if (record?.deletedSeq === null) return record as AnyRecord & RecordOf<T>;
    }
    return undefined;
  }

  /** Takes a mutation in; answers whether it was accepted and changed something. */
  take(mutation: Mutation): boolean {
    const seq = this.state.head + 1;
    const verdict = judge(this.state, mutation, { seq });
    if (verdict.status !== 'accepted' || verdict.patches.length === 0) return false;
    const { id, groupId, reason, undoes } = mutation;
    this.state.apply({
      seq,
      at: this.now,
      actor: 'system',
      mutationId: id,
      groupId,
      reason,
      undoes,
      schemaVersion: SCHEMA_VERSION,
      patches: verdict.patches,
    });
    for (const patch of verdict.patches) this.#note(patch);
    return true;
  }

  #note(patch: Patch): void {
    if (patch.op !== 'create') return;
    const left = this.leftOf(patch.type);
    assert(left > 0, `more records of type ${patch.type} than planned`);
    this.quota.set(patch.type, left - 1);
    this.#ids.get(patch.type)?.push(patch.id);
  }
}
