/**
 * The storage port of the log. Postgres stands behind it in `db/change-log.ts`, a plain object in
 * `tests/support/memory-log-store.ts`; `tests/support/log-store-contract.ts` holds both to this file.
 *
 *   locked(workspace, clients, work)
 *     BEGIN ── lock the workspace row ── read counters ── work(log) … log.append(batch) … ── COMMIT
 *
 * Every writer of a workspace takes its lock first. So what is committed cannot move while `work` runs, and
 * all that `work` reads through `log` is the present. Nothing of a batch is visible to anybody before COMMIT.
 */
import type { AnyRecord } from '@stationkeeper/domain';
import type { Change, MutationId, Verdict } from '@stationkeeper/protocol';

/** A refusal as it is kept for a client that asks again: everything but `accepted` (SPEC P3). */
export type Refusal = Exclude<Verdict, { readonly status: 'accepted' }>;

/** How far a client has been answered. A client id belongs to the user who used it first. */
export interface ClientCounter {
  readonly clientId: string;
  readonly userId: string;
  readonly lastCounter: number;
}

/** Refusals of this client up to this counter have arrived and need not be kept. */
export interface Settled {
  readonly clientId: string;
  readonly upTo: number;
}

/** What one transaction writes. `changes` begin at head + 1 and are dense. */
export interface LogBatch {
  readonly changes: readonly Change[];
  /** Each record that the changes touch, once, as the last of them leaves it: the typed rows follow it. */
  readonly records: readonly AnyRecord[];
  /** The ones among `records` that are new, with the seq of the change that made them. */
  readonly created: ReadonlyMap<string, number>;
  /** Clients whose counter moves; new ones too. */
  readonly counters: readonly ClientCounter[];
  readonly refusals: readonly Refusal[];
  readonly settled: readonly Settled[];
}

/** The first answers to mutations that were answered before. One that stands in neither map changed nothing. */
export interface FirstAnswers {
  readonly accepted: ReadonlyMap<MutationId, number>;
  readonly refused: ReadonlyMap<MutationId, Refusal>;
}

/** Which changes of a record, or of several, to read: those below `before`, newest first. */
export interface HistoryQuery {
  readonly recordIds: readonly string[];
  readonly before: number;
  readonly limit: number;
}

/** A workspace under its lock. */
export interface LockedLog {
  readonly head: number;
  /** `at` of the change at head, in milliseconds since 1970; 0 where there is none. */
  readonly lastAt: number;
  /** The store's clock, read under the lock, in whole milliseconds since 1970. */
  readonly now: number;
  /** The clients that were asked for and are known, by client id. */
  readonly counters: ReadonlyMap<string, ClientCounter>;
  /** The changes after `since`, all of them, in order. */
  changesSince(since: number): Promise<readonly Change[]>;
  changesTouching(query: HistoryQuery): Promise<readonly Change[]>;
  firstAnswers(ids: readonly MutationId[]): Promise<FirstAnswers>;
  /** Writes changes, rows, counters and refusals, and moves head. Called at most once. */
  append(batch: LogBatch): Promise<void>;
}

/** Where the records of a workspace stand. */
export interface LoadedWorkspace {
  readonly head: number;
  /** All records, deleted ones included, owners before what they own is not promised. */
  readonly records: readonly AnyRecord[];
}

/** Where the log is kept. A workspace that is not there answers `null`, or throws `AppError` `not-found` when it is locked. */
export interface LogStore {
  /**
   * Runs `work` in one transaction under the workspace's lock, and commits when it resolves. The counters must be
   * read by a statement of their own after the lock is held: one statement would see them as they were before.
   *
   * @throws OutcomeUnknown when the connection was lost after COMMIT was sent.
   * @throws WriteRefused when the database refused what `append` wrote; nothing was written.
   * @throws AppError `unavailable` when the database cannot be reached; nothing was written.
   * @throws whatever `work` throws; nothing was written.
   */
  locked<T>(
    workspaceId: string,
    clientIds: readonly string[],
    work: (log: LockedLog) => Promise<T>,
  ): Promise<T>;

  /** The present, in one consistent read: records are exactly the fold of the changes up to head. */
  load(workspaceId: string): Promise<LoadedWorkspace | null>;
  head(workspaceId: string): Promise<number | null>;
  /** At most `limit` changes after `since`, in order of seq. */
  changesSince(workspaceId: string, since: number, limit: number): Promise<readonly Change[]>;
  /** How large all changes after `since` are together, in bytes of JSON, nearly. */
  bytesSince(workspaceId: string, since: number): Promise<number>;
  /** The changes that touch any of these records. */
  changesTouching(workspaceId: string, query: HistoryQuery): Promise<readonly Change[]>;
  /** The last seq whose `at` is not after this moment; 0 before the first change. */
  seqAt(workspaceId: string, at: number): Promise<number>;
  /** As {@link LockedLog.firstAnswers}, without the lock. */
  firstAnswers(workspaceId: string, ids: readonly MutationId[]): Promise<FirstAnswers>;
}

/** COMMIT was sent and its answer never came: the batch may be written whole, or not at all. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost while a transaction was being committed.', { cause });
    this.name = 'OutcomeUnknown';
  }
}

/** The database refused a batch because of what is in it (a constraint, a value out of range). Nothing was written. */
export class WriteRefused extends Error {
  constructor(cause: unknown) {
    super('The database refused to write a batch.', { cause });
    this.name = 'WriteRefused';
  }
}
