/**
 * The replicas of this process: loaded when first asked for, forgotten when nobody has used them for a while
 * or when there are too many. One that somebody watches (an open window) or holds (a commit under way) stays.
 */
import { AppError } from '@stationkeeper/domain';
import { WorkspaceState } from '@stationkeeper/protocol';
import type { Clock } from './clock.ts';
import type { LogStore } from './log-store.ts';
import { Replica } from './replica.ts';

/** Workspaces kept in memory without being watched, at most. */
const MAX_UNWATCHED = 16;
/** How long an unwatched workspace is kept. */
const IDLE_MS = 15 * 60_000;

interface Entry {
  readonly replica: Promise<Replica>;
  loaded: Replica | null;
  usedAt: number;
  holders: number;
}

/** Workspace id -> its replica. */
export class Replicas {
  readonly #store: LogStore;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #lostListeners = new Set<(workspaceId: string) => void>();

  constructor(store: LogStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * The workspace's replica; calls at the same time share one loading.
   *
   * @throws AppError `not-found` when there is no such workspace.
   */
  async get(workspaceId: string): Promise<Replica> {
    const known = this.#entries.get(workspaceId);
    if (known) return this.#used(workspaceId, known);
    const entry: Entry = {
      replica: this.#load(workspaceId),
      loaded: null,
      usedAt: this.#clock.now(),
      holders: 0,
    };
    this.#entries.set(workspaceId, entry);
    try {
      entry.loaded = await entry.replica;
    } catch (error) {
      if (this.#entries.get(workspaceId) === entry) this.#entries.delete(workspaceId);
      throw error;
    }
    this.evict();
    return entry.loaded;
  }

  /** The replica if it is in memory now. */
  peek(workspaceId: string): Replica | null {
    return this.#entries.get(workspaceId)?.loaded ?? null;
  }

  /** Runs something during which the replica is not forgotten. */
  async hold<T>(workspaceId: string, run: (replica: Replica) => Promise<T>): Promise<T> {
    const replica = await this.get(workspaceId);
    const entry = this.#entries.get(workspaceId);
    if (entry) entry.holders += 1;
    try {
      return await run(replica);
    } finally {
      if (entry) entry.holders -= 1;
    }
  }

  /** Forgets one that no longer agrees with its log, and says so; the next `get` loads it anew. */
  lose(workspaceId: string): void {
    this.#entries.delete(workspaceId);
    for (const listener of this.#lostListeners) listener(workspaceId);
  }

  /** Calls the listener for each workspace that is lost; the answer ends that. */
  onLost(listener: (workspaceId: string) => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /** The ones in memory. */
  *loaded(): Iterable<Replica> {
    for (const entry of this.#entries.values()) if (entry.loaded) yield entry.loaded;
  }

  /** Forgets what is idle and what is too many, the longest unused first. */
  evict(): void {
    const idle = [...this.#entries].filter(
      ([, entry]) => entry.loaded && !entry.loaded.isWatched && entry.holders === 0,
    );
    const oldest = this.#clock.now() - IDLE_MS;
    for (const [index, [workspaceId, entry]] of idle.entries()) {
      if (entry.usedAt < oldest || index < idle.length - MAX_UNWATCHED) this.#entries.delete(workspaceId);
    }
  }

  /** Moves the entry to the end of the map, which is thereby ordered by last use. */
  #used(workspaceId: string, entry: Entry): Promise<Replica> {
    entry.usedAt = this.#clock.now();
    this.#entries.delete(workspaceId);
    this.#entries.set(workspaceId, entry);
    return entry.replica;
  }

  async #load(workspaceId: string): Promise<Replica> {
    const loaded = await this.#store.load(workspaceId);
    if (!loaded) throw new AppError('not-found', 'There is no such workspace.');
    return new Replica(workspaceId, this.#store, new WorkspaceState(loaded.head, loaded.records));
  }
}
