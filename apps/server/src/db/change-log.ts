/**
 * The log in PostgreSQL: the storage port of changelog/log-store.ts. A commit costs
 *
 *   BEGIN, lock the workspace row, read clock and counters   sent together, one wait
 *   (the verdicts are passed in memory)
 *   move head, append changes, write rows, move counters     sent together, one wait
 *   COMMIT                                                    one wait, one fsync
 *
 * whatever the size of the batch. All texts are prepared once on each connection.
 */
import { AppError, assert } from '@stationkeeper/domain';
import type { Change, MutationId } from '@stationkeeper/protocol';
import { mutationId, splitMutationId } from '@stationkeeper/protocol';
import type pg from 'pg';
import type {
  ClientCounter,
  FirstAnswers,
  HistoryQuery,
  LoadedWorkspace,
  LockedLog,
  LogBatch,
  LogStore,
  Refusal,
} from '../changelog/log-store.ts';
import { batchWrites, CHANGE_COLUMNS, changeFromRow, millisecondsOf, type ChangeRow } from './change-rows.ts';
import { loadAllRecords } from './record-reader.ts';
import { runAll } from './statement.ts';
import { asCommitError, asStorageError } from './storage-error.ts';

/** Nobody holds the lock for longer than a batch takes; a writer that waits this long reports that the database is away. */
const BEGIN = `BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '30s'`;

const LOCK = `
  SELECT head, CASE WHEN head = 0 THEN 0 ELSE ${millisecondsOf('last_at')} END AS last_at
    FROM workspace WHERE id = $1 FOR UPDATE`;

/** A statement of its own, begun when the lock is held: in one with the lock it would see what was before. */
const CLOCK_AND_COUNTERS = `
  SELECT floor(${millisecondsOf('clock_timestamp()')}) AS now, client_id, user_id, last_counter
    FROM (SELECT) AS always LEFT JOIN client ON workspace_id = $1 AND client_id = ANY ($2)`;

type Connection = pg.Pool | pg.ClientBase;

/** The log of every workspace, on a pool that it shares with others. */
export class PostgresLog implements LogStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async locked<T>(
    workspaceId: string,
    clientIds: readonly string[],
    work: (log: LockedLog) => Promise<T>,
  ): Promise<T> {
    return this.#withClient(async (client) => {
      const result = await work(await typed(lock(client, workspaceId, clientIds)));
      await commit(client);
      return result;
    });
  }

  async load(workspaceId: string): Promise<LoadedWorkspace | null> {
    return this.#withClient(async (client) => {
      const loaded = await typed(readAll(client, workspaceId));
      await typed(client.query('COMMIT'));
      return loaded;
    });
  }

  async head(workspaceId: string): Promise<number | null> {
    return typed(readHead(this.#pool, workspaceId));
  }

  async changesSince(workspaceId: string, since: number, limit: number): Promise<readonly Change[]> {
    return typed(readSince(this.#pool, workspaceId, since, limit));
  }

  async bytesSince(workspaceId: string, since: number): Promise<number> {
    return typed(readBytesSince(this.#pool, workspaceId, since));
  }

  async changesTouching(workspaceId: string, query: HistoryQuery): Promise<readonly Change[]> {
    return typed(readTouching(this.#pool, workspaceId, query));
  }

  async seqAt(workspaceId: string, at: number): Promise<number> {
    return typed(readSeqAt(this.#pool, workspaceId, at));
  }

  async firstAnswers(workspaceId: string, ids: readonly MutationId[]): Promise<FirstAnswers> {
    return typed(readFirstAnswers(this.#pool, workspaceId, ids));
  }

  /** Gives a connection for one transaction, which is rolled back when `use` throws. One that broke is not used again. */
  async #withClient<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await typed(this.#pool.connect());
    let broken: Error | undefined;
    const note = (error: Error) => (broken = error);
    client.on('error', note);
    try {
      return await use(client);
    } catch (error) {
      await client.query('ROLLBACK').catch(note);
      throw error;
    } finally {
      client.off('error', note);
      client.release(broken);
    }
  }
}

async function lock(
  client: pg.ClientBase,
  workspaceId: string,
  clientIds: readonly string[],
): Promise<LockedLog> {
  const [, locked, counters] = await runAll(client, [
    BEGIN,
    { name: 'lock_workspace', text: LOCK, values: [workspaceId] },
    { name: 'clock_and_counters', text: CLOCK_AND_COUNTERS, values: [workspaceId, clientIds] },
  ]);
  const row = locked?.rows[0];
  if (!row) throw new AppError('not-found', 'There is no such workspace.');
  return {
    head: Number(row['head']),
    lastAt: Number(row['last_at']),
    now: Number(counters?.rows[0]?.['now']),
    counters: countersFrom((counters?.rows ?? []) as CounterRow[]),
    changesSince: (since) => typed(readSince(client, workspaceId, since, null)),
    changesTouching: (query) => typed(readTouching(client, workspaceId, query)),
    firstAnswers: (ids) => typed(readFirstAnswers(client, workspaceId, ids)),
    append: (batch) => append(client, workspaceId, batch),
  };
}

type CounterRow = { client_id: string | null; user_id: string; last_counter: string };

function countersFrom(rows: readonly CounterRow[]): ReadonlyMap<string, ClientCounter> {
  const counters = new Map<string, ClientCounter>();
  for (const { client_id: clientId, user_id: userId, last_counter: last } of rows) {
    if (clientId !== null) counters.set(clientId, { clientId, userId, lastCounter: Number(last) });
  }
  return counters;
}

async function append(client: pg.ClientBase, workspaceId: string, batch: LogBatch): Promise<void> {
  const writes = batchWrites(workspaceId, batch); // ours: what fails here is no failure of the database
  await typed(runAll(client, writes));
}

async function commit(client: pg.ClientBase): Promise<void> {
  let answer: pg.QueryResult;
  try {
    answer = await client.query('COMMIT');
  } catch (error) {
    throw asCommitError(error);
  }
  assert(answer.command === 'COMMIT', 'a transaction was committed in which a statement had failed');
}

async function readAll(client: pg.ClientBase, workspaceId: string): Promise<LoadedWorkspace | null> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const head = await readHead(client, workspaceId);
  return head === null ? null : { head, records: await loadAllRecords(client, workspaceId) };
}

async function readHead(connection: Connection, workspaceId: string): Promise<number | null> {
  const { rows } = await connection.query<{ head: string }>('SELECT head FROM workspace WHERE id = $1', [
    workspaceId,
  ]);
  return rows[0] ? Number(rows[0].head) : null;
}

async function readSince(connection: Connection, workspaceId: string, since: number, limit: number | null) {
  const { rows } = await connection.query<ChangeRow>({
    name: 'changes_since',
    text: `SELECT ${CHANGE_COLUMNS} FROM change WHERE workspace_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    values: [workspaceId, since, limit],
  });
  return rows.map(changeFromRow);
}

async function readBytesSince(connection: Connection, workspaceId: string, since: number): Promise<number> {
  const { rows } = await connection.query<{ bytes: string }>(
    'SELECT coalesce(sum(octet_length(patches::text)), 0) AS bytes FROM change WHERE workspace_id = $1 AND seq > $2',
    [workspaceId, since],
  );
  return Number(rows[0]?.bytes ?? 0);
}

async function readTouching(connection: Connection, workspaceId: string, query: HistoryQuery) {
  const { rows } = await connection.query<ChangeRow>({
    name: 'changes_touching',
    text: `SELECT ${CHANGE_COLUMNS}
             FROM (SELECT DISTINCT seq FROM change_record
                    WHERE workspace_id = $1 AND record_id = ANY ($2) AND seq < $3 ORDER BY seq DESC LIMIT $4) AS touching
             JOIN change ON change.workspace_id = $1 AND change.seq = touching.seq
            ORDER BY change.seq DESC`,
    values: [workspaceId, query.recordIds, Math.min(query.before, Number.MAX_SAFE_INTEGER), query.limit],
  });
  return rows.map(changeFromRow);
}

async function readSeqAt(connection: Connection, workspaceId: string, at: number): Promise<number> {
  const { rows } = await connection.query<{ seq: string }>(
    `SELECT seq FROM change WHERE workspace_id = $1 AND at <= to_timestamp($2::float8 / 1000) ORDER BY seq DESC LIMIT 1`,
    [workspaceId, at],
  );
  return Number(rows[0]?.seq ?? 0);
}

type AnswerRow = { client_id: string; counter: string; seq: string | null; verdict: Refusal | null };

async function readFirstAnswers(
  connection: Connection,
  workspaceId: string,
  ids: readonly MutationId[],
): Promise<FirstAnswers> {
  const asked = ids.map(splitMutationId);
  const { rows } = await connection.query<AnswerRow>({
    name: 'first_answers',
    text: `SELECT client_id, counter, change.seq, refusal.verdict
             FROM (SELECT $1::uuid AS workspace_id, * FROM unnest($2::uuid[], $3::bigint[]) AS ids (client_id, counter)) AS asked
             LEFT JOIN change USING (workspace_id, client_id, counter)
             LEFT JOIN refusal USING (workspace_id, client_id, counter)`,
    values: [workspaceId, asked.map((one) => one.clientId), asked.map((one) => one.counter)],
  });
  const accepted = new Map<MutationId, number>();
  const refused = new Map<MutationId, Refusal>();
  for (const row of rows) {
    const id = mutationId(row.client_id, Number(row.counter));
    if (row.seq !== null) accepted.set(id, Number(row.seq));
    else if (row.verdict !== null) refused.set(id, row.verdict);
  }
  return { accepted, refused };
}

async function typed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asStorageError(error);
  }
}
