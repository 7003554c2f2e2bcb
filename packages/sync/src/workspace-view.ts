/**
 * One set of records that shows what is confirmed with the waiting edits on top. Of each record that a waiting
 * edit touches, the confirmed value is kept aside (its *base*), so that no second copy of the workspace is needed.
 *
 *   a change is confirmed:   1 put the bases back   2 apply the change   3 judge the waiting edits again, in order
 *
 * An edit stops waiting when its own change is applied, when everything up to its verdict's seq has been applied
 * (it changed nothing, or came in a snapshot), or when it is refused. A verdict alone does not end it: the
 * record would jump back to its old value until the change arrives (SPEC R3).
 */
import { sameValue, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import {
  applyPatch,
  touchedIds,
  type Change,
  type Mutation,
  type MutationId,
  type WorkspaceState,
} from '@stationkeeper/protocol';
import { patchesToShow } from './rebase.ts';

/** The records that show something else than before, and their types. */
export interface Touched {
  readonly ids: ReadonlySet<string>;
  readonly types: ReadonlySet<RecordType>;
}

interface Pending {
  readonly mutation: Mutation;
  /** Marks what it deletes, until its change brings the real number; the same through every rebase. */
  readonly seq: number;
  /** The seq of its verdict, once it was accepted. */
  readonly acceptedAt: number | null;
}

/** Above any number that a log will reach. */
const FIRST_PENDING_SEQ = 2 ** 52;

type Shown = Map<string, AnyRecord | undefined>;

/** Confirmed and waiting, in one {@link WorkspaceState} that is changed in place. */
export class WorkspaceView {
  readonly state: WorkspaceState;
  #pending: readonly Pending[] = [];
  readonly #base: Shown = new Map();
  #nextSeq = FIRST_PENDING_SEQ;

  /** `state` holds confirmed records only, and is from now on this view's own. */
  constructor(state: WorkspaceState) {
    this.state = state;
  }

  /** The edits that are shown on top, oldest first. */
  get pending(): readonly Mutation[] {
    return this.#pending.map(({ mutation }) => mutation);
  }

  isPending(id: MutationId): boolean {
    return this.#pending.some(({ mutation }) => mutation.id === id);
  }

  /** The record as it is confirmed, without waiting edits. */
  confirmed(id: string): AnyRecord | undefined {
    return this.#base.has(id) ? this.#base.get(id) : this.state.get(id);
  }

  /** Shows a new edit on top of all others. */
  add(mutation: Mutation): Touched {
    const before: Shown = new Map();
    const pending = this.#waiting(mutation);
    this.#pending = [...this.#pending, pending];
    this.#show(pending, before);
    return this.#touched(before);
  }

  /** Shows edits that were made earlier, elsewhere: below those that are here. */
  addBelow(mutations: readonly Mutation[]): Touched {
    this.#pending = [...mutations.map((mutation) => this.#waiting(mutation)), ...this.#pending];
    return this.#rework(() => undefined);
  }

  /** Folds in the next changes. */
  confirm(changes: readonly Change[]): Touched {
    return this.#rework((before) => {
      for (const change of changes) {
        for (const id of touchedIds(change)) note(before, id, this.state.get(id));
        this.state.apply(change);
      }
      const arrived = new Set<string>(changes.map((change) => change.mutationId));
      this.#pending = this.#pending.filter((one) => !arrived.has(one.mutation.id) && !this.#isCovered(one));
    });
  }

  /** Takes note of verdicts: by id, the seq of an accepted edit, or null for one that was refused. */
  answer(verdicts: ReadonlyMap<MutationId, number | null>): Touched {
    const next = this.#pending.flatMap((one): Pending[] => {
      const seq = verdicts.get(one.mutation.id);
      if (seq === undefined) return [one];
      return seq === null ? [] : [{ ...one, acceptedAt: seq }];
    });
    const remaining = next.filter((one) => !this.#isCovered(one));
    const isSameList = remaining.length === this.#pending.length;
    this.#pending = remaining;
    return isSameList ? { ids: new Set(), types: new Set() } : this.#rework(() => undefined);
  }

  /** Puts a snapshot in place of the confirmed records. */
  reset(head: number, records: Iterable<AnyRecord>): Touched {
    return this.#rework((before) => {
      for (const record of this.state.all()) note(before, record.id, record);
      this.state.reset(head, records);
      for (const record of this.state.all()) note(before, record.id, undefined);
      this.#pending = this.#pending.filter((one) => !this.#isCovered(one));
    });
  }

  /** Waiting edits got other ids. */
  rename(ids: ReadonlyMap<MutationId, MutationId>): void {
    this.#pending = this.#pending.map((one) => {
      const id = ids.get(one.mutation.id);
      return id ? { ...one, mutation: { ...one.mutation, id } } : one;
    });
  }

  #waiting(mutation: Mutation): Pending {
    this.#nextSeq += 1;
    return { mutation, seq: this.#nextSeq, acceptedAt: null };
  }

  #isCovered({ acceptedAt }: Pending): boolean {
    return acceptedAt !== null && this.state.head >= acceptedAt;
  }

  #rework(step: (before: Shown) => void): Touched {
    const before: Shown = new Map();
    for (const [id, base] of this.#base) {
      note(before, id, this.state.get(id));
      this.#put(id, base);
    }
    this.#base.clear();
    step(before);
    for (const one of this.#pending) this.#show(one, before);
    return this.#touched(before);
  }

  #show({ mutation, seq }: Pending, before: Shown): void {
    for (const patch of patchesToShow(this.state, mutation, seq)) {
      const record = this.state.get(patch.id);
      note(before, patch.id, record);
      note(this.#base, patch.id, record);
      this.state.put(applyPatch(record, patch, seq));
    }
  }

  #put(id: string, record: AnyRecord | undefined): void {
    if (record) this.state.put(record);
    else this.state.remove(id);
  }

  /** What differs now; a record that came out the same is the same object again, so that views may compare by identity. */
  #touched(before: Shown): Touched {
    const ids = new Set<string>();
    const types = new Set<RecordType>();
    for (const [id, old] of before) {
      const record = this.state.get(id);
      if (old && record && isSameRecord(old, record)) this.state.put(old);
      else if (old !== record) {
        ids.add(id);
        const type = (record ?? old)?.type;
        if (type) types.add(type);
      }
    }
    return { ids, types };
  }
}

/** Keeps the first value that was seen. */
function note(shown: Shown, id: string, record: AnyRecord | undefined): void {
  if (!shown.has(id)) shown.set(id, record);
}

function isSameRecord(a: AnyRecord, b: AnyRecord): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.deletedSeq !== b.deletedSeq) return false;
  return Object.keys(a.fields).every((name) => sameValue(a.fields[name], b.fields[name]));
}
