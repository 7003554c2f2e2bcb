/**
 * The PostgreSQL that comes with Stationkeeper, shared by the processes that need it at the same time: the server,
 * and the operator's commands beside it. Nobody is its parent. Whoever comes first starts it, whoever comes later
 * finds it running, and the last one to leave turns it off:
 *
 *   find it or start it ─> connect ─> shared lock USERS ─> (server only) exclusive lock OWNER ─> lease
 *   release: give both back ─> exclusive lock USERS? ─ yes ─> stop it          no ─> somebody still needs it
 *
 * The locks are advisory locks of one connection, so PostgreSQL itself returns them when a process dies. After
 * kill -9 of the server, PostgreSQL runs on with no user, and the next start adopts it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, StartupProblem } from '../startup-problem.ts';
import { type Cluster, NAME, prepareCluster, sweepDrafts } from './embedded/cluster.ts';
import { didNotStart, findPostmaster, startPostmaster, stopPostmaster } from './embedded/postmaster.ts';

/** Both numbers are ours alone: nothing else in this cluster takes advisory locks in the database `postgres`. */
const USERS = 7_101;
const OWNER = 7_102;

const START_WITHIN_MS = 60_000; // crash recovery of a large database takes its time
const OWNER_GONE_WITHIN_MS = 1_500; // a killed server's connection is noticed by PostgreSQL a moment later
const LOOK_AGAIN_MS = 20;

export type EmbeddedOptions = {
  dataDir: string;
  /** `server`: only one at a time may hold this data folder. `command`: beside it, for a short time. */
  purpose: 'server' | 'command';
  /** PostgreSQL settings, for tests. */
  settings?: Record<string, string>;
  /** Called when PostgreSQL went away while leased. The lease is void then; `leaseEmbeddedPostgres` again. */
  onLost?: () => void;
};

export type Lease = { url: string; adminUrl: string; release: () => Promise<void> };

/**
 * Makes sure PostgreSQL runs on this data folder and that it goes on running until `release()`.
 * Throws `StartupProblem` when the folder is unusable or, for a server, in use by another one.
 */
export async function leaseEmbeddedPostgres(options: EmbeddedOptions): Promise<Lease> {
  const cluster = await prepareCluster(options.dataDir);
  const deadline = Date.now() + START_WITHIN_MS;
  while (Date.now() < deadline) {
    const client = await connectOrStart(cluster, options, deadline);
    const taken = await takeLocks(client, options).catch((error: unknown) =>
      whenConnectionEnds(client, error),
    );
    if (!taken) continue; // it was being turned off by its last user: start it again
    if (options.purpose === 'server') await sweepDrafts(options.dataDir);
    await createDatabase(client);
    return lease(cluster, client, options);
  }
  throw didNotStart(cluster, `It did not answer within ${START_WITHIN_MS / 1000} seconds.`);
}

async function connectOrStart(
  cluster: Cluster,
  options: EmbeddedOptions,
  deadline: number,
): Promise<pg.Client> {
  let howItEnded: () => string | undefined = () => undefined;
  let isStarted = false;
  while (Date.now() < deadline) {
    const running = findPostmaster(cluster);
    const client = running && (await tryConnect(cluster, running.sockets, options.purpose));
    if (client) return client;
    const said = howItEnded();
    if (!running && said !== undefined) {
      if (!IN_THE_WAY.test(said)) throw didNotStart(cluster, said);
      isStarted = false;
      howItEnded = () => undefined;
    }
    if (!running && !isStarted) {
      howItEnded = await startPostmaster(cluster, { settings: options.settings ?? {} });
      isStarted = true;
    }
    await delay(LOOK_AGAIN_MS);
  }
  throw didNotStart(cluster, `It did not answer within ${START_WITHIN_MS / 1000} seconds.`);
}

/** Somebody else has just started it, or its former processes are not all gone yet: look again. */
const IN_THE_WAY = /lock file .* already exists|shared memory block .* in use/;

/** Socket missing, refused, starting up, shutting down, too many connections: it may answer in a moment. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03', '53300']);

function isConnectionGone(error: unknown): boolean {
  return NOT_YET.has(codeOf(error)) || /terminated|not queryable/.test(String(error));
}

async function tryConnect(
  cluster: Cluster,
  sockets: string,
  purpose: string,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, sockets, 'postgres'),
    application_name: `stationkeeper ${purpose} (process ${process.pid})`,
    keepAlive: true,
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined); // it was never connected
    if (codeOf(error) === '28P01') throw wrongPassword(cluster);
    if (isConnectionGone(error)) return undefined;
    throw error;
  }
}

function wrongPassword(cluster: Cluster): StartupProblem {
  return new StartupProblem(
    `The database in ${cluster.files} does not accept the password in ${cluster.files}-password.\n` +
      'Put the right file back; the two belong together.',
  );
}

function urlOf(cluster: Cluster, sockets: string, database: string): string {
  const { user, password } = cluster;
  return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

async function takeLocks(client: pg.Client, { purpose, dataDir }: EmbeddedOptions): Promise<true> {
  await client.query('select pg_advisory_lock_shared($1)', [USERS]);
  if (purpose === 'command') return true;
  const deadline = Date.now() + OWNER_GONE_WITHIN_MS;
  while (!(await tryLock(client, OWNER))) {
    if (Date.now() > deadline) throw await inUse(client, dataDir);
    await delay(LOOK_AGAIN_MS);
  }
  return true;
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
  return rows[0]?.taken === true;
}

async function inUse(client: pg.Client, dataDir: string): Promise<StartupProblem> {
  const { rows } = await client.query<{ holder: string }>(
    `select application_name as holder from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and objid = $1 and granted`,
    [OWNER],
  );
  await client.end();
  return new StartupProblem(
    `The data folder ${dataDir} is in use by another server${rows[0] ? `: ${rows[0].holder}` : ''}.\n` +
      'Stop that one first, or set DATA_DIR (and PORT) to others for this one.',
  );
}

async function whenConnectionEnds(client: pg.Client, error: unknown): Promise<false> {
  if (error instanceof StartupProblem) throw error;
  await client.end().catch(() => undefined); // already closed by the other side
  if (isConnectionGone(error)) return false;
  throw error;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
  if (rowCount) return;
  await client.query(`create database ${NAME}`).catch((error: unknown) => {
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error; // another process was faster
  });
}

function lease(cluster: Cluster, client: pg.Client, options: EmbeddedOptions): Lease {
  const sockets = findPostmaster(cluster)?.sockets ?? cluster.sockets;
  let isReleased = false;
  client.on('error', () => undefined); // 'end' follows
  client.once('end', () => {
    if (!isReleased) options.onLost?.();
  });
  const release = async (): Promise<void> => {
    if (isReleased) return;
    isReleased = true;
    await leave(cluster, client);
  };
  return { url: urlOf(cluster, sockets, NAME), adminUrl: urlOf(cluster, sockets, 'postgres'), release };
}

async function leave(cluster: Cluster, client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    if (await tryLock(client, USERS)) await stopPostmaster(cluster);
  } catch (error) {
    if (!isConnectionGone(error)) throw error; // else somebody who left at the same time is stopping it
  } finally {
    await client.end().catch(() => undefined); // ended by the shutdown
  }
}
