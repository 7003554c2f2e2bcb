import pg from 'pg';

export type PoolOptions = { max?: number; onIdleError?: (error: Error) => void };

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
  { max = 10, onIdleError = () => undefined }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'stationkeeper',
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...PIPELINED,
  });
  pool.on('error', onIdleError);
  return pool;
}
