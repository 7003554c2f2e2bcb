/**
 * Puts the parts of the server together, lowest first. Each adds how it is closed, so that a start that fails half way
 * undoes itself, and the way down is the way up reversed:
 *
 *   port taken ─> database ─> migrations ─> identity ─> log ─> first start ─> sockets ─> pages ─> requests let through
 */
import { createApp } from './app.ts';
import { systemClock } from './changelog/clock.ts';
import { type Changelog, createChangelog } from './changelog/create-changelog.ts';
import { CHANGES_CHANNEL, NotifiedAnnouncements } from './changelog/notified-announcements.ts';
import { PostgresLog } from './db/change-log.ts';
import { listenTo } from './db/listen.ts';
import { deployMigrations } from './db/migrate.ts';
import { openDatabase, type OpenDatabase } from './db/open-database.ts';
import { readinessCheck } from './db/readiness.ts';
import type { Env } from './env.ts';
import { identify, sameOrigin } from './http/auth.ts';
import { Health } from './http/health.ts';
import { listen } from './http/listen.ts';
import { pagePort } from './http/page-port.ts';
import { loadPages } from './http/pages.ts';
import { changesRoutes } from './http/routes/changes.ts';
import { identityRoutes } from './http/routes/identity.ts';
import { snapshotRoutes } from './http/routes/snapshot.ts';
import { ACCESS_CHANNEL } from './identity/access-events.ts';
import type { Identity } from './identity/context.ts';
import { createIdentity } from './identity/create-identity.ts';
import { adoptWorkspaces, issueSetupCode } from './identity/setup.ts';
import type { Log } from './log.ts';
import { firstStart } from './services/first-start.ts';
import type { Shutdown } from './shutdown.ts';
import { openSockets } from './socket/open-sockets.ts';

export type Surroundings = {
  log: Log;
  shutdown: Shutdown;
  /** Called when the server can no longer do its work; the process should end. */
  onFatal: (reason: string, cause: unknown) => void;
};

/** Resolves when the server answers. Throws `StartupProblem` when something outside keeps it from starting. */
export async function serve(settings: Env, { log, shutdown, onFatal }: Surroundings): Promise<void> {
  let askDatabase: () => Promise<unknown> = () => Promise.reject(new Error('not open yet'));
  const health = new Health(() => askDatabase());
  const gate = await listen(settings, health);
  const env = { ...settings, publicUrl: settings.publicUrl.replace(/:0$/, `:${gate.port}`) };

  const onGone = (cause: unknown): void => onFatal('PostgreSQL is gone and does not start again', cause);
  const database = await openDatabase(env, { purpose: 'server', log, onGone });
  shutdown.add('database', database.stop);
  await deployMigrations(database.pool);
  askDatabase = await readinessCheck(database.pool);

  const logError = (message: string, cause: unknown): void => log.error({ err: cause }, message);
  const identity = await createIdentity({ pool: database.pool, publicUrl: env.publicUrl, logError });
  const changelog = await startLog(database, identity, { log, shutdown });
  await firstStart(env, { pool: database.pool, changelog, log });
  await adoptWorkspaces(identity.database);

  const pages = await loadPages(env.mode, gate.server);
  shutdown.add('pages', pages.close);
  const sockets = openSockets({ env, server: gate.server, identity, changelog, log });
  shutdown.add('connections', () => {
    health.state = 'draining';
    return gate.close(sockets.close);
  });
  const api = [
    sameOrigin(identity),
    identify(identity),
    identityRoutes(identity),
    snapshotRoutes(identity, changelog),
    changesRoutes(identity, changelog),
  ];
  const portFor = pagePort(identity, changelog);
  gate.open(createApp({ env, log, health, api, portFor, pages: pages.handler }));
  health.state = 'ready';
  announce(env, await issueSetupCode(identity.database));
}

type LogSurroundings = Pick<Surroundings, 'log' | 'shutdown'>;

/** The log, and the one connection on which this process hears of what others did: commits, sign-outs, roles. */
async function startLog(
  { pool, url }: OpenDatabase,
  { events }: Identity,
  { log, shutdown }: LogSurroundings,
): Promise<Changelog> {
  const notify = async (channel: string, payload: string): Promise<void> => {
    await pool.query('select pg_notify($1, $2)', [channel, payload]);
  };
  const announcements = new NotifiedAnnouncements(notify, log);
  const changelog = createChangelog({ store: new PostgresLog(pool), clock: systemClock, log, announcements });
  changelog.start();
  shutdown.add('log', async () => {
    await changelog.stop();
    await announcements.idle();
  });
  const onNotification = (channel: string, payload: string): void =>
    channel === ACCESS_CHANNEL ? events.receive(payload) : announcements.receive(payload);
  const onConnected = (): void => events.everythingMayHaveChanged();
  const listening = await listenTo(
    url,
    [CHANGES_CHANNEL, ACCESS_CHANNEL],
    { onNotification, onConnected },
    log,
  );
  shutdown.add('notifications', listening.stop);
  return changelog;
}

/** To the terminal, whatever LOG_LEVEL is: the two things that somebody who has just started it needs. */
function announce({ publicUrl }: Env, code: string | null): void {
  const invitation =
    code === null ? '' : `Make the first account there with this one-time set-up code: ${code}\n\n`;
  process.stdout.write(`\nStationkeeper is running at ${publicUrl}\n${invitation}`);
}
