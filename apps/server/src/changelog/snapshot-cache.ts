/** Compressed snapshots, made once for each moment, as many as fit; the longest unused go first. */
import type { Clock } from './clock.ts';
import type { EncodedSnapshot } from './snapshot.ts';

interface Entry {
  readonly workspaceId: string;
  readonly seq: number;
  readonly snapshot: EncodedSnapshot;
  readonly madeAt: number;
}

/** A cache bounded in bytes. */
export class SnapshotCache {
  readonly #maxBytes: number;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #making = new Map<string, Promise<EncodedSnapshot>>();
  #bytes = 0;

  constructor(maxBytes: number, clock: Clock) {
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The kept one, or the one that `make` makes; calls meanwhile wait for the same one. */
  async get(
    workspaceId: string,
    seq: number,
    make: () => Promise<EncodedSnapshot>,
  ): Promise<EncodedSnapshot> {
    const key = `${workspaceId}:${seq}`;
    const kept = this.#entries.get(key);
    if (kept) return this.#used(key, kept).snapshot;
    const making = this.#making.get(key) ?? make();
    this.#making.set(key, making);
    try {
      const snapshot = await making;
      const madeAt = this.#clock.now();
      if (!this.#entries.has(key)) this.#add(key, { workspaceId, seq, snapshot, madeAt });
      return snapshot;
    } finally {
      this.#making.delete(key);
    }
  }

  /** The latest moment of a workspace that is kept. */
  newest(workspaceId: string): Entry | null {
    let newest: Entry | null = null;
    for (const entry of this.#entries.values()) {
      if (entry.workspaceId === workspaceId && entry.seq > (newest?.seq ?? -1)) newest = entry;
    }
    return newest;
  }

  /** Drops everything of a workspace. */
  forget(workspaceId: string): void {
    for (const [key, entry] of this.#entries) if (entry.workspaceId === workspaceId) this.#drop(key, entry);
  }

  #drop(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= entry.snapshot.gzip.byteLength;
  }

  #used(key: string, entry: Entry): Entry {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  #add(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.#bytes += entry.snapshot.gzip.byteLength;
    for (const [oldKey, old] of this.#entries) {
      if (this.#bytes <= this.#maxBytes || oldKey === key) break;
      this.#drop(oldKey, old);
    }
  }
}
