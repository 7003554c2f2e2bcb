/**
 * The log's store without a database, held to the same contract as the Postgres one. A transaction works on the
 * lock and is all or nothing; `crashPoint` lets a test lose the database or the connection at the worst moment.
 */
import { AppError, type AnyRecord } from '@stationkeeper/domain';
import { splitMutationId, type Change, type MutationId } from '@stationkeeper/protocol';
import {
  OutcomeUnknown,
  type ClientCounter,
  type FirstAnswers,
  type HistoryQuery,
  type LoadedWorkspace,
  type LockedLog,
  type LogBatch,
  type LogStore,
  type Refusal,
} from '../../apps/server/src/changelog/log-store.ts';

/**
 * Where a test may let the store fail, asked once for each transaction:
 * `before`: away before the lock; `write`: `append` is refused; `lost-commit`: COMMIT is not done and has no answer;
 * `lost-answer`: COMMIT is done and has no answer.
 */
export type CrashPoint = 'none' | 'before' | 'write' | 'lost-commit' | 'lost-answer';

interface Workspace {
  changes: Change[];
  readonly records: Map<string, AnyRecord>;
  readonly counters: Map<string, ClientCounter>;
  readonly refusals: Map<MutationId, Refusal>;
  lock: Promise<void>;
}

/** A store that lives as long as the test. It outlives the servers on it, as a database does. */
export class MemoryLogStore implements LogStore {
  readonly #workspaces = new Map<string, Workspace>();
  readonly #now: () => number;
  /** By default never anything. */
  crashPoint: () => CrashPoint = () => 'none';
  /** Transactions that were committed. */
  commits = 0;

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  addWorkspace(workspaceId: string): void {
    this.#workspaces.set(workspaceId, {
      changes: [],
      records: new Map(),
      counters: new Map(),
      refusals: new Map(),
      lock: Promise.resolve(),
    });
  }

  /** All changes of a workspace. */
  logOf(workspaceId: string): readonly Change[] {
    return this.#get(workspaceId).changes;
  }

  /** How many refusals are kept. */
  refusalCount(workspaceId: string): number {
    return this.#get(workspaceId).refusals.size;
  }

  async locked<T>(
    workspaceId: string,
    clientIds: readonly string[],
    work: (log: LockedLog) => Promise<T>,
  ): Promise<T> {
    const crash = this.crashPoint();
    if (crash === 'before') throw new AppError('unavailable', 'The store is away.');
    const workspace = this.#get(workspaceId);
    return withLock(workspace, async () => {
      const written: LogBatch[] = [];
      const append = async (given: LogBatch) => {
        await tick();
        if (crash === 'write') throw new AppError('unavailable', 'The store refuses to write.');
        written.push(structuredClone(given));
      };
      const result = await work({ ...this.#lockedLog(workspace, clientIds), append });
      await tick();
      if (crash === 'lost-commit') throw new OutcomeUnknown(new Error('lost'));
      for (const batch of written) write(workspace, batch);
      this.commits += 1;
      if (crash === 'lost-answer') throw new OutcomeUnknown(new Error('lost'));
      return result;
    });
  }

  async load(workspaceId: string): Promise<LoadedWorkspace | null> {
    await tick();
    const workspace = this.#workspaces.get(workspaceId);
    return workspace ? { head: workspace.changes.length, records: [...workspace.records.values()] } : null;
  }

  async head(workspaceId: string): Promise<number | null> {
    await tick();
    return this.#workspaces.get(workspaceId)?.changes.length ?? null;
  }

  async changesSince(workspaceId: string, since: number, limit: number): Promise<readonly Change[]> {
    await tick();
    return this.#workspaces.get(workspaceId)?.changes.slice(since, since + limit) ?? [];
  }

  async bytesSince(workspaceId: string, since: number): Promise<number> {
    return JSON.stringify(await this.changesSince(workspaceId, since, Infinity)).length;
  }

  async changesTouching(workspaceId: string, query: HistoryQuery): Promise<readonly Change[]> {
    await tick();
    return touching(this.#workspaces.get(workspaceId)?.changes ?? [], query);
  }

  async seqAt(workspaceId: string, at: number): Promise<number> {
    await tick();
    return this.#workspaces.get(workspaceId)?.changes.findLast((change) => change.at <= at)?.seq ?? 0;
  }

  async firstAnswers(workspaceId: string, ids: readonly MutationId[]): Promise<FirstAnswers> {
    await tick();
    return answers(this.#get(workspaceId), ids);
  }

  #get(workspaceId: string): Workspace {
    const workspace = this.#workspaces.get(workspaceId);
    if (!workspace) throw new AppError('not-found', 'There is no such workspace.');
    return workspace;
  }

  #lockedLog(workspace: Workspace, clientIds: readonly string[]): Omit<LockedLog, 'append'> {
    const { changes } = workspace;
    const known = clientIds.flatMap((clientId) => workspace.counters.get(clientId) ?? []);
    return {
      head: changes.length,
      lastAt: changes.at(-1)?.at ?? 0,
      now: this.#now(),
      counters: new Map(known.map((counter) => [counter.clientId, counter])),
      changesSince: async (since) => (await tick(), changes.slice(since)),
      changesTouching: async (query) => (await tick(), touching(changes, query)),
      firstAnswers: async (ids) => (await tick(), answers(workspace, ids)),
    };
  }
}

/** Waits for whoever has the lock, then runs with it. */
async function withLock<T>(workspace: Workspace, run: () => Promise<T>): Promise<T> {
  const before = workspace.lock;
  let unlock: () => void = () => undefined;
  workspace.lock = new Promise((resolve) => (unlock = resolve));
  await before;
  try {
    return await run();
  } finally {
    unlock();
  }
}

function write(workspace: Workspace, batch: LogBatch): void {
  workspace.changes = [...workspace.changes, ...batch.changes];
  for (const record of batch.records) workspace.records.set(record.id, record);
  for (const counter of batch.counters) workspace.counters.set(counter.clientId, counter);
  for (const id of workspace.refusals.keys()) {
    const { clientId, counter } = splitMutationId(id);
    if (batch.settled.some((settled) => settled.clientId === clientId && counter <= settled.upTo)) {
      workspace.refusals.delete(id);
    }
  }
  for (const refusal of batch.refusals) workspace.refusals.set(refusal.id, refusal);
}

function touching(changes: readonly Change[], { recordIds, before, limit }: HistoryQuery): Change[] {
  return changes
    .filter(({ seq, patches }) => seq < before && patches.some(({ id }) => recordIds.includes(id)))
    .toReversed()
    .slice(0, limit);
}

function answers(workspace: Workspace, ids: readonly MutationId[]): FirstAnswers {
  const asked = new Set(ids);
  const accepted = workspace.changes.filter((change) => asked.has(change.mutationId));
  return {
    accepted: new Map(accepted.map((change) => [change.mutationId, change.seq])),
    refused: new Map(ids.flatMap((id) => [...workspace.refusals].filter(([key]) => key === id))),
  };
}

/** As a database would, it answers later. */
async function tick(): Promise<void> {
  await Promise.resolve();
}
