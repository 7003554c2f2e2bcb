import pg from 'pg';

export type PoolOptions = { max?: number; onIdleError?: (error: Error) => void };

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
  });
  pool.on('error', onIdleError);
  return pool;
}
