/**
 * The log of every workspace, as the rest of the server uses it. Edits come in at `commit`; everything else is a
 * reading: of the present (`replica`, `readPort`), of the past (`snapshotAt`), of what happened (`changesSince`,
 * `history`).
 */
import type { AnyRecord } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import type { Change, Mutation, Verdict, WorkspaceState } from '@stationkeeper/protocol';
import { noAnnouncements, type Announcements } from './announcements.ts';
import type { Clock } from './clock.ts';
import { CommitQueue, type Lane, type Push } from './commit-queue.ts';
import { historyOf, type HistoryPage } from './history.ts';
import type { Log } from './log.ts';
import type { LogStore } from './log-store.ts';
import type { Replica } from './replica.ts';
import { Replicas } from './replicas.ts';
import { Snapshots, type EncodedSnapshot } from './snapshot.ts';
import { readAsked } from './verdicts.ts';

/** What the log is made of. */
export interface ChangelogParts {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly log: Log;
  /** How other processes hear of commits and we of theirs; by default there are none. */
  readonly announcements?: Announcements;
}

/** A mutation made by the product itself; `at`: the time that its change is to carry (SPEC S4). */
export interface SystemMutation {
  readonly mutation: Mutation;
  readonly at?: number;
}

/** What an authorised reader may see of a workspace now. `state` moves on as edits are committed; never write to it. */
export interface WorkspaceReading {
  readonly workspaceId: string;
  readonly role: Role;
  readonly state: WorkspaceState;
  readonly head: number;
}

/** The log of every workspace. */
export class Changelog {
  readonly store: LogStore;
  readonly #replicas: Replicas;
  readonly #snapshots: Snapshots;
  readonly #log: Log;
  readonly #announcements: Announcements;
  readonly #queues = new Map<string, CommitQueue>();
  #stopListening: (() => void) | null = null;
  #stopLosing: (() => void) | null = null;

  constructor(parts: ChangelogParts) {
    this.store = parts.store;
    this.#log = parts.log;
    this.#announcements = parts.announcements ?? noAnnouncements;
    this.#replicas = new Replicas(parts.store, parts.clock);
    this.#snapshots = new Snapshots(parts.store, this.#replicas, parts.clock);
  }

  /** Begins to hear of commits made by other processes. */
  start(): void {
    this.#stopLosing ??= this.#replicas.onLost((workspaceId) => this.#snapshots.forget(workspaceId));
    this.#stopListening ??= this.#announcements.subscribe((workspaceId, head) => {
      void this.#heard(workspaceId, head);
    });
  }

  /** Stops hearing, and resolves when everything that was asked for has been answered. */
  async stop(): Promise<void> {
    this.#stopListening?.();
    this.#stopLosing?.();
    this.#stopListening = null;
    this.#stopLosing = null;
    await Promise.all([...this.#queues.values()].map((queue) => queue.idle()));
  }

  /**
   * Asks for mutations; one verdict for each, in order. `lane` `import` lets people's edits through.
   *
   * @throws AppError `unavailable`: try again later, with the same ids; `not-found`: no such workspace.
   */
  commit(workspaceId: string, push: Push, lane: Lane = 'interactive'): Promise<Verdict[]> {
    return this.#queue(workspaceId).push(push, lane);
  }

  /** Asks for mutations of the product itself (actor `system`), as an import. They are read like anybody's. */
  commitAsSystem(workspaceId: string, mutations: readonly SystemMutation[]): Promise<Verdict[]> {
    const asked = mutations.map(({ mutation, at }) => ({
      ...readAsked(mutation.id, mutation),
      ...(at === undefined ? {} : { at }),
    }));
    return this.commit(workspaceId, { asked, writer: { actor: 'system' } }, 'import');
  }

  /** The workspace as it is committed, in memory. @throws AppError `not-found` */
  replica(workspaceId: string): Promise<Replica> {
    return this.#replicas.get(workspaceId);
  }

  /** The workspace's present for a reader whose role has been checked. @throws AppError `not-found` */
  async read(workspaceId: string, role: Role): Promise<WorkspaceReading> {
    const { state } = await this.replica(workspaceId);
    return { workspaceId, role, state, head: state.head };
  }

  /**
   * The workspace as it stood after change `seq`, or now: deleted records included, columns by type, compressed.
   * See `snapshot.ts` for `recent`, which may be a little old and is all that a client needs before catch-up.
   *
   * @throws AppError `not-found` when there is no such workspace or no such change yet.
   */
  snapshotAt(workspaceId: string, seq: number | 'now' | 'recent'): Promise<EncodedSnapshot> {
    return this.#snapshots.at(workspaceId, seq);
  }

  /** The records as they stood after change `seq`, deleted ones included. */
  async recordsAt(workspaceId: string, seq: number): Promise<readonly AnyRecord[]> {
    return [...(await this.#snapshots.stateAt(workspaceId, seq)).all()];
  }

  /** The last seq at this moment, in milliseconds since 1970; 0 before the first change. */
  seqAt(workspaceId: string, at: number): Promise<number> {
    return this.store.seqAt(workspaceId, at);
  }

  /** At most `limit` changes after `since`. */
  changesSince(workspaceId: string, since: number, limit: number): Promise<readonly Change[]> {
    return this.store.changesSince(workspaceId, since, limit);
  }

  /** What happened to a record and to all that it owns, newest first. */
  async history(
    workspaceId: string,
    recordId: string,
    page: { before?: number; limit: number },
  ): Promise<HistoryPage> {
    return historyOf(this.store, await this.replica(workspaceId), recordId, page);
  }

  /** Tells when a workspace's log turns out to have been replaced under this process. */
  onLost(listener: (workspaceId: string) => void): () => void {
    return this.#replicas.onLost(listener);
  }

  /** Forgets workspaces that nobody uses. */
  evict(): void {
    this.#replicas.evict();
    for (const [workspaceId, queue] of this.#queues) if (queue.isIdle) this.#queues.delete(workspaceId);
  }

  #queue(workspaceId: string): CommitQueue {
    const known = this.#queues.get(workspaceId);
    if (known) return known;
    const made = new CommitQueue(workspaceId, {
      store: this.store,
      replicas: this.#replicas,
      log: this.#log,
      announce: (head) => this.#announcements.publish(workspaceId, head),
    });
    this.#queues.set(workspaceId, made);
    return made;
  }

  /** Another process has committed: only a workspace that is in memory needs to follow. */
  async #heard(workspaceId: string, head: number): Promise<void> {
    const replica = this.#replicas.peek(workspaceId);
    if (!replica || replica.head >= head) return;
    try {
      await replica.catchUp();
    } catch (error) {
      this.#log.warn(
        { workspaceId, head, err: error },
        'Announced changes could not be read; the heartbeat will.',
      );
    }
  }
}

/** Opens the log; call `start()` to follow other processes. */
export function createChangelog(parts: ChangelogParts): Changelog {
  return new Changelog(parts);
}
