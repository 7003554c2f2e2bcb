/**
 * Puts the parts of the server together, lowest first. Each adds how it is closed, so that a start that fails half way
 * undoes itself, and the way down is the way up reversed.
 */
import { createApp } from './app.ts';
import { deployMigrations } from './db/migrate.ts';
import { openDatabase } from './db/open-database.ts';
import { readinessCheck } from './db/readiness.ts';
import type { Env } from './env.ts';
import { identify, sameOrigin } from './http/auth.ts';
import { Health } from './http/health.ts';
import { listen } from './http/listen.ts';
import { loadPages } from './http/pages.ts';
import { identityRoutes } from './http/routes/identity.ts';
import { createIdentity } from './identity/create-identity.ts';
import { issueSetupCode } from './identity/setup.ts';
import type { Log } from './log.ts';
import type { Shutdown } from './shutdown.ts';

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
  const { pool, stop } = await openDatabase(env, { purpose: 'server', log, onGone });
  shutdown.add('database', stop);
  await deployMigrations(pool);
  askDatabase = await readinessCheck(pool);

  const logError = (message: string, cause: unknown): void => log.error({ err: cause }, message);
  const identity = await createIdentity({ pool, publicUrl: env.publicUrl, logError });

  const pages = await loadPages(env.mode, gate.server);
  shutdown.add('pages', pages.close);
  const api = [sameOrigin(identity), identify(identity), identityRoutes(identity)];
  const portFor = () => Promise.resolve({});
  gate.open(createApp({ env, log, health, api, portFor, pages: pages.handler }));
  health.state = 'ready';
  shutdown.add('connections', () => {
    health.state = 'draining';
    return gate.close();
  });
  announce(env, await issueSetupCode(identity.database));
}

/** To the terminal, whatever LOG_LEVEL is: the two things that somebody who has just started it needs. */
function announce({ publicUrl }: Env, code: string | null): void {
  process.stdout.write(`\nStationkeeper is running at ${publicUrl}\n`);
  if (code === null) return;
  process.stdout.write(`Make the first account there with this one-time set-up code: ${code}\n\n`);
}
