import pg from 'pg';

export type PoolOptions = { max?: number; onIdleError?: (error: Error) => void; answerMs?: number };

/**
 * How long PostgreSQL may take to answer. Longer than any lock is waited for; without an end, one connection whose
 * packets are dropped on the way would stop a workspace until TCP gives it up, a quarter of an hour later.
 */
const ANSWER_MS = 20_000;

/**
 * Queries that are sent without waiting for one another travel together: a commit waits three times for PostgreSQL
 * instead of ten. pg's type declarations do not know the setting yet.
 */
const PIPELINED = { pipeline: true };

/**
 * The pool of connections that the whole process shares; Prisma gets the same one. Connections that break while
 * nobody uses them (PostgreSQL restarted) are replaced at the next query, so they are only worth a line in the log.
 */
export function createPool(
  url: string,
  { max = 10, onIdleError = () => undefined, answerMs = ANSWER_MS }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'stationkeeper',
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    query_timeout: answerMs,
    keepAlive: true,
    ...PIPELINED,
  });
  pool.on('error', onIdleError);
  return pool;
}
