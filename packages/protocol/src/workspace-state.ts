/**
 * A workspace in memory: the fold of its log, with the indexes that readers need. The server holds one per
 * active workspace and the browser holds one; both fill it from a snapshot and move it by changes.
 *
 * Records are frozen values; only the maps change. `ofType` returns the same array until a record of that
 * type changes, so that views can compare by identity.
 */
import {
  assert,
  elementsOfRefs,
  fieldOf,
  ownerIdOf,
  definitionOf,
  RECORD_TYPES,
  type AnyRecord,
  type RecordOf,
  type RecordType,
} from '@stationkeeper/domain';
import { applyPatch, rewindPatch, type Change } from './change.ts';
import type { RecordView } from './record-view.ts';

const NONE: ReadonlyMap<string, AnyRecord> = new Map();

/** Records at a seq. */
export class WorkspaceState implements RecordView {
  #head: number;
  readonly #records = new Map<string, AnyRecord>();
  readonly #byType = new Map<RecordType, Map<string, AnyRecord>>(
    RECORD_TYPES.map((type) => [type, new Map()]),
  );
  readonly #lists = new Map<RecordType, readonly AnyRecord[]>();
  readonly #children = new Map<string, Map<string, AnyRecord>>();
  readonly #referrers = new Map<string, Set<string>>();

  /** Starts from `records`, which stand at seq `head` (0: an empty workspace). */
  constructor(head = 0, records: Iterable<AnyRecord> = []) {
    this.#head = head;
    for (const record of records) this.put(record);
  }

  /** The number of the last change that is folded in. */
  get head(): number {
    return this.#head;
  }

  /** How many records there are, deleted ones included. */
  get size(): number {
    return this.#records.size;
  }

  get(id: string): AnyRecord | undefined {
    return this.#records.get(id);
  }

  /** All records, deleted ones included. */
  all(): Iterable<AnyRecord> {
    return this.#records.values();
  }

  /** The live records of a type, in the order in which they were first seen; the same array until one changes. */
  ofType<T extends RecordType>(type: T): readonly (AnyRecord & RecordOf<T>)[] {
    let list = this.#lists.get(type);
    if (!list) {
      list = [...(this.#byType.get(type) ?? NONE).values()].filter((record) => record.deletedSeq === null);
      this.#lists.set(type, list);
    }
    return list as readonly (AnyRecord & RecordOf<T>)[];
  }

  /** The records of a type that are deleted. */
  deletedOfType(type: RecordType): AnyRecord[] {
    return [...(this.#byType.get(type) ?? NONE).values()].filter((record) => record.deletedSeq !== null);
  }

  childrenOf(ownerId: string): Iterable<AnyRecord> {
    return (this.#children.get(ownerId) ?? NONE).values();
  }

  /** The records that point at this one by any field, deleted ones included. */
  *referrersOf(id: string): Iterable<AnyRecord> {
    for (const referrer of this.#referrers.get(id) ?? []) {
      const record = this.#records.get(referrer);
      if (record) yield record;
    }
  }

  /** Folds in the next change (SPEC S3: exactly head + 1). */
  apply(change: Change): void {
    assert(change.seq === this.#head + 1, `change ${String(change.seq)} after ${String(this.#head)}`);
    for (const patch of change.patches) this.put(applyPatch(this.#records.get(patch.id), patch, change.seq));
    this.#head = change.seq;
  }

  /** Takes back the last change, which must be the one at head: apply then rewind leaves nothing. */
  rewind(change: Change): void {
    assert(change.seq === this.#head, `rewind of ${String(change.seq)} at ${String(this.#head)}`);
    for (const patch of change.patches.toReversed()) {
      const record = this.#records.get(patch.id);
      assert(record, `rewound before it was created: ${patch.id}`);
      const before = rewindPatch(record, patch);
      if (before) this.put(before);
      else this.remove(patch.id);
    }
    this.#head = change.seq - 1;
  }

  /** Puts other records, which stand at seq `head`, in place of all that is here. */
  reset(head: number, records: Iterable<AnyRecord>): void {
    const gone = new Set(this.#records.keys());
    for (const record of records) {
      gone.delete(record.id);
      this.put(record);
    }
    for (const id of gone) this.remove(id);
    this.#head = head;
  }

  /** Sets a record as it is, outside the log: for snapshots and for showing edits that wait. */
  put(record: AnyRecord): void {
    const old = this.#records.get(record.id);
    if (old === record) return;
    if (old) this.#unlink(old);
    this.#records.set(record.id, record);
    this.#byType.get(record.type)?.set(record.id, record);
    this.#lists.delete(record.type);
    this.#link(record);
  }

  /** Forgets a record as though it had never been there. */
  remove(id: string): void {
    const record = this.#records.get(id);
    if (!record) return;
    this.#unlink(record);
    this.#records.delete(id);
    this.#byType.get(record.type)?.delete(id);
    this.#lists.delete(record.type);
  }

  #link(record: AnyRecord): void {
    const owner = ownerIdOf(record);
    if (owner !== null)
      getOrMake(this.#children, owner, () => new Map<string, AnyRecord>()).set(record.id, record);
    for (const target of targetsOf(record)) {
      getOrMake(this.#referrers, target, () => new Set<string>()).add(record.id);
    }
  }

  #unlink(record: AnyRecord): void {
    const owner = ownerIdOf(record);
    if (owner !== null) this.#children.get(owner)?.delete(record.id);
    for (const target of targetsOf(record)) this.#referrers.get(target)?.delete(record.id);
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const refNames = new Map<RecordType, readonly string[]>();

/** The names of the fields of a type that point at other records. */
function refFieldsOf(type: RecordType): readonly string[] {
  return getOrMake(refNames, type, () =>
    Object.keys(definitionOf(type).fields).filter((name) => {
      const kind = fieldOf(type, name)?.kind;
      return kind === 'ref' || kind === 'refs';
    }),
  );
}

function targetsOf(record: AnyRecord): string[] {
  return refFieldsOf(record.type).flatMap((name) => elementsOfRefs(record.fields[name]));
}
