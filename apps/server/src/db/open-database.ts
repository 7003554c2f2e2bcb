/**
 * Opens the database for a process: the one that DATABASE_URL names, or the built-in one in the data folder. The
 * server and the operator's commands open it the same way and may have it open at the same time.
 */
import type pg from 'pg';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';
import { codeOf, StartupProblem } from '../startup-problem.ts';
import { createPool } from './client.ts';
import { leaseEmbeddedPostgres } from './embedded-postgres.ts';

export type OpenDatabase = {
  url: string;
  pool: pg.Pool;
  /** Ends the pool and gives the built-in PostgreSQL back; whoever is its last user stops it. */
  stop: () => Promise<void>;
};

export type OpenOptions = {
  purpose: 'server' | 'command';
  log?: Log;
  /** PostgreSQL was ended from outside and cannot be started again. */
  onGone?: (cause: unknown) => void;
};

type Where = Pick<Env, 'databaseUrl' | 'dataDir'>;

/** PostgreSQL 15 is the first with `nulls not distinct`, on which the schema relies; 18 is what the tests run on. */
const OLDEST_SUPPORTED = 15;

/** Throws `StartupProblem` when the database cannot be reached, is too old, or belongs to a running server. */
export async function openDatabase(where: Where, options: OpenOptions): Promise<OpenDatabase> {
  const { url, release } = where.databaseUrl
    ? { url: where.databaseUrl, release: () => Promise.resolve() }
    : await openEmbedded(where.dataDir, options);
  const pool = createPool(url, {
    onIdleError: (error) => options.log?.warn({ err: error }, 'a database connection broke'),
  });
  const stop = async (): Promise<void> => {
    await pool.end();
    await release();
  };
  try {
    await refuseOldVersions(pool);
    return { url, pool, stop };
  } catch (error) {
    await stop();
    throw error instanceof StartupProblem ? error : unreachable(url, error);
  }
}

/** A lease that is renewed when PostgreSQL was ended from outside: it is started again, and the pool reconnects. */
async function openEmbedded(dataDir: string, { purpose, log, onGone }: OpenOptions) {
  let isStopped = false;
  const onLost = (): void => {
    renewed = renew().catch((error: unknown) => onGone?.(error));
  };
  const take = () => leaseEmbeddedPostgres({ dataDir, purpose, onLost });
  const renew = async () => {
    log?.error('PostgreSQL has ended unexpectedly; starting it again');
    const renewedLease = await take();
    if (isStopped) await renewedLease.release();
    else lease = renewedLease;
  };
  let renewed: Promise<void> = Promise.resolve();
  let lease = await take();
  const release = async (): Promise<void> => {
    isStopped = true;
    await renewed;
    await lease.release();
  };
  return { url: lease.url, release };
}

async function refuseOldVersions(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) >= OLDEST_SUPPORTED) return;
  throw new StartupProblem(
    `DATABASE_URL leads to PostgreSQL ${version}, which is too old: Stationkeeper needs ${OLDEST_SUPPORTED} or later.\n` +
      'Upgrade it, or unset DATABASE_URL to use the built-in PostgreSQL 18. Nothing was changed.',
  );
}

const REASONS: Record<string, string | undefined> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that machine',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses this user from here',
  '3D000': 'there is no database of that name',
  '53300': 'it has too many connections',
};

function unreachable(url: string, cause: unknown): StartupProblem {
  const { host, pathname } = new URL(url);
  const said = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : String(cause);
  const reason = REASONS[codeOf(cause)] ?? (said.includes('timeout') ? 'it does not answer' : said);
  return new StartupProblem(
    `The database at ${host}${pathname} cannot be used: ${reason}.\n` +
      'Start it or correct DATABASE_URL; unset DATABASE_URL to use the built-in PostgreSQL.',
    { cause },
  );
}
