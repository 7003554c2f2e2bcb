/**
 * A workspace as it stood after any change, now or years ago: one function, `stateAt`. The present is the
 * replica; any other moment is reached from the nearest one at hand, by taking changes back or folding them in.
 *
 *   snapshot at m (kept, compressed once) ──┬── the client that asked for any recent one, then catch-up m+1 … n
 *                                           └── the client that asked for exactly m
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError, assert } from '@stationkeeper/domain';
import { encodeSnapshot, WorkspaceState } from '@stationkeeper/protocol';
import type { Clock } from './clock.ts';
import type { LogStore } from './log-store.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Replica } from './replica.ts';
import type { Replicas } from './replicas.ts';
import { SnapshotCache } from './snapshot-cache.ts';

/** A `recent` snapshot may miss so many changes, which then follow by catch-up … */
const MAX_RECENT_CHANGES = 1_000;
/** … and be so old: under steady edits it is made once a second, not once for each page that is opened. */
const MAX_RECENT_MS = 1_000;
/** Changes read at once on the way to another moment. */
const PIECE = 2_000;
/** Moments of the past kept as records, so that going on from one is quick. Their records are mostly shared. */
const MAX_PAST_STATES = 4;
/** Snapshots of the past that may wait for their turn: each costs a copy of all records. */
const MAX_WAITING = 20;
/** Compressed snapshots kept, in bytes. */
const MAX_CACHE_BYTES = 64 * 1024 * 1024;

const compress = promisify(gzip);

/** A snapshot as it travels: JSON of a `Snapshot`, gzipped. */
export interface EncodedSnapshot {
  readonly seq: number;
  readonly gzip: Buffer;
  /** Names these bytes, for caches. */
  readonly etag: string;
}

/** Past and present of every workspace. */
export class Snapshots {
  readonly #store: LogStore;
  readonly #replicas: Replicas;
  readonly #clock: Clock;
  readonly #cache: SnapshotCache;
  readonly #pastTurns = new OneAtATime(MAX_WAITING);
  #past: { readonly workspaceId: string; readonly state: WorkspaceState }[] = [];

  constructor(store: LogStore, replicas: Replicas, clock: Clock) {
    this.#store = store;
    this.#replicas = replicas;
    this.#clock = clock;
    this.#cache = new SnapshotCache(MAX_CACHE_BYTES, clock);
  }

  /** The compressed snapshot at `seq`; calls at the same time share one making. @throws AppError `not-found`, `rate-limited` */
  async at(workspaceId: string, seq: number | 'now' | 'recent'): Promise<EncodedSnapshot> {
    const replica = await this.#replicas.get(workspaceId);
    if (seq === 'recent') {
      const kept = this.#recent(replica);
      if (kept) return kept;
    }
    const exact = typeof seq === 'number' ? seq : replica.head;
    const make = () => this.#make(replica, exact);
    return this.#cache.get(workspaceId, exact, () =>
      exact === replica.head ? make() : this.#pastTurns.run(make),
    );
  }

  async #make(replica: Replica, seq: number): Promise<EncodedSnapshot> {
    const state = await this.#reach(replica, seq);
    // Laid out in this tick: the replica may move on in the next.
    const json = JSON.stringify(encodeSnapshot(seq, state.all()));
    const etag = createHash('sha256').update(json).digest('base64url');
    return { seq, gzip: await compress(json), etag };
  }

  #recent(replica: Replica): EncodedSnapshot | null {
    const kept = this.#cache.newest(replica.workspaceId);
    if (!kept || kept.seq > replica.head) return null;
    const isFresh = this.#clock.now() - kept.madeAt <= MAX_RECENT_MS;
    const missing = replica.head - kept.seq;
    return missing === 0 || (isFresh && missing <= MAX_RECENT_CHANGES) ? kept.snapshot : null;
  }

  /** A copy of the records after change `seq`. @throws AppError `not-found` */
  async stateAt(workspaceId: string, seq: number): Promise<WorkspaceState> {
    const replica = await this.#replicas.get(workspaceId);
    const state = await this.#reach(replica, seq);
    return new WorkspaceState(state.head, state.all());
  }

  /** Records at `seq`, to be read in the same tick: the replica itself where it stands there. */
  async #reach(replica: Replica, seq: number): Promise<WorkspaceState> {
    if (seq > replica.head) await replica.catchUp();
    if (seq > replica.head) throw new AppError('not-found', `There is no change ${seq} yet.`);
    if (seq === replica.head) return replica.state;
    const state = this.#nearest(replica, seq);
    while (state.head > seq) await this.#back(replica.workspaceId, state, seq);
    while (state.head < seq) await this.#forth(replica.workspaceId, state, seq);
    this.#keep(replica.workspaceId, state);
    return state;
  }

  /** A copy of whichever of the present and the kept moments has the fewest changes between. */
  #nearest(replica: Replica, seq: number): WorkspaceState {
    const kept = this.#past.filter((past) => past.workspaceId === replica.workspaceId);
    const distance = (state: WorkspaceState) => Math.abs(state.head - seq);
    const nearest = [replica.state, ...kept.map((past) => past.state)].reduce((best, state) =>
      distance(state) < distance(best) ? state : best,
    );
    return new WorkspaceState(nearest.head, nearest.all());
  }

  async #back(workspaceId: string, state: WorkspaceState, seq: number): Promise<void> {
    const since = Math.max(seq, state.head - PIECE);
    const changes = await this.#store.changesSince(workspaceId, since, state.head - since);
    assert(changes.length > 0, `the log has nothing after change ${since}`);
    for (const change of changes.toReversed()) state.rewind(change);
  }

  async #forth(workspaceId: string, state: WorkspaceState, seq: number): Promise<void> {
    const limit = Math.min(PIECE, seq - state.head);
    const changes = await this.#store.changesSince(workspaceId, state.head, limit);
    assert(changes.length > 0, `the log has nothing after change ${state.head}`);
    for (const change of changes) state.apply(change);
  }

  /** Forgets everything of a workspace whose log was replaced. */
  forget(workspaceId: string): void {
    this.#cache.forget(workspaceId);
    this.#past = this.#past.filter((past) => past.workspaceId !== workspaceId);
  }

  #keep(workspaceId: string, state: WorkspaceState): void {
    this.#past.push({ workspaceId, state });
    if (this.#past.length > MAX_PAST_STATES) this.#past.shift();
  }
}
