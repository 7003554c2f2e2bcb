/**
 * The records of the workspace as components see them: frozen values from plain maps, made reactive by one version signal
 * for each record type. A view that reads all milestones is told when a milestone changes, and not when a source does.
 */
import { RECORD_TYPES, titleOf, type AnyRecord, type RecordOf, type RecordType } from '@stationkeeper/domain';

/** What records are read from: the fold of the log on the server, confirmed and waiting edits in the browser. */
export type RecordSource = {
  readonly get: (id: string) => AnyRecord | undefined;
  readonly ofType: <T extends RecordType>(type: T) => readonly (AnyRecord & RecordOf<T>)[];
  readonly deletedOfType: (type: RecordType) => readonly AnyRecord[];
  readonly childrenOf: (ownerId: string) => Iterable<AnyRecord>;
  readonly referrersOf: (id: string) => Iterable<AnyRecord>;
};

class TypeVersion {
  number = $state(0);
}

export class Records {
  readonly #source: RecordSource;
  readonly #versions: ReadonlyMap<RecordType, TypeVersion> = new Map(
    RECORD_TYPES.map((type) => [type, new TypeVersion()]),
  );

  constructor(source: RecordSource) {
    this.#source = source;
  }

  /** The record, deleted ones included. */
  get(id: string): AnyRecord | undefined {
    const record = this.#source.get(id);
    if (record) this.#watch(record.type);
    else this.#watchAll();
    return record;
  }

  /** The record if it is of that type. */
  getOf<T extends RecordType>(type: T, id: string): (AnyRecord & RecordOf<T>) | undefined {
    this.#watch(type);
    const record = this.#source.get(id);
    return record?.type === type ? (record as AnyRecord & RecordOf<T>) : undefined;
  }

  /** All live records of a type: the same array until one of them changes. */
  all<T extends RecordType>(type: T): readonly (AnyRecord & RecordOf<T>)[] {
    this.#watch(type);
    return this.#source.ofType(type);
  }

  /** The same under the name by which derived facts ask for it: `LiveRecords` of the domain. */
  ofType<T extends RecordType>(type: T): readonly (AnyRecord & RecordOf<T>)[] {
    return this.all(type);
  }

  /** The deleted records of a type. */
  deleted(type: RecordType): readonly AnyRecord[] {
    this.#watch(type);
    return this.#source.deletedOfType(type);
  }

  /** The live records of a type that this one owns. */
  children<T extends RecordType>(ownerId: string, type: T): readonly (AnyRecord & RecordOf<T>)[] {
    this.#watch(type);
    return liveOf(this.#source.childrenOf(ownerId), type);
  }

  /** The live records of a type that point at this one by any field. */
  referrers<T extends RecordType>(id: string, type: T): readonly (AnyRecord & RecordOf<T>)[] {
    this.#watch(type);
    return liveOf(this.#source.referrersOf(id), type);
  }

  /** What a record is called; follows the records that its name is made of. */
  title(id: string): string {
    const record = this.get(id);
    return record ? titleOf(record, (other) => this.get(other)) : 'unknown record';
  }

  /** Tells views of these types that something changed. */
  touch(types: Iterable<RecordType>): void {
    for (const type of types) {
      const version = this.#versions.get(type);
      if (version) version.number += 1;
    }
  }

  /** Tells every view, after a new snapshot. */
  touchAll(): void {
    this.touch(RECORD_TYPES);
  }

  #watch(type: RecordType): void {
    void this.#versions.get(type)?.number;
  }

  #watchAll(): void {
    for (const version of this.#versions.values()) void version.number;
  }
}

function liveOf<T extends RecordType>(
  records: Iterable<AnyRecord>,
  type: T,
): readonly (AnyRecord & RecordOf<T>)[] {
  const live: (AnyRecord & RecordOf<T>)[] = [];
  for (const record of records) {
    if (record.type === type && record.deletedSeq === null) live.push(record as AnyRecord & RecordOf<T>);
  }
  return live;
}
