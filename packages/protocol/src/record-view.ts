/**
 * What the verdict needs to see of a workspace, and a draft on top of it: a draft holds what a batch would
 * make of the records, so that each mutation sees its predecessors while readers still see what is committed.
 */
import { ownerIdOf, type AnyRecord } from '@stationkeeper/domain';

/** A workspace's records, deleted ones included. */
export interface RecordView {
  get(id: string): AnyRecord | undefined;
  /** The records that this one owns directly, deleted ones included. */
  childrenOf(ownerId: string): Iterable<AnyRecord>;
}

/** Records on top of another view. */
export class DraftView implements RecordView {
  readonly #below: RecordView;
  readonly #records = new Map<string, AnyRecord>();
  /** The drafted records by owner: a deletion asks for the children of each record that it takes. */
  readonly #owned = new Map<string, Set<string>>();

  constructor(below: RecordView) {
    this.#below = below;
  }

  get(id: string): AnyRecord | undefined {
    return this.#records.get(id) ?? this.#below.get(id);
  }

  *childrenOf(ownerId: string): Iterable<AnyRecord> {
    for (const child of this.#below.childrenOf(ownerId)) {
      if (!this.#records.has(child.id)) yield child;
    }
    for (const id of this.#owned.get(ownerId) ?? []) {
      const record = this.#records.get(id);
      if (record) yield record;
    }
  }

  put(record: AnyRecord): void {
    const before = this.#records.get(record.id);
    this.#records.set(record.id, record);
    const [from, to] = [before ? ownerIdOf(before) : null, ownerIdOf(record)];
    if (from === to) return;
    if (from !== null) this.#owned.get(from)?.delete(record.id);
    if (to !== null) this.#owned.set(to, (this.#owned.get(to) ?? new Set()).add(record.id));
  }

  /** Makes the draft part of the one below it. */
  mergeInto(below: DraftView): void {
    for (const record of this.#records.values()) below.put(record);
  }
}
