/** The real web side without pages and sockets, on an HTTP server and a database of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../apps/server/src/app.ts';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { identify, sameOrigin } from '../../apps/server/src/http/auth.ts';
import { Health } from '../../apps/server/src/http/health.ts';
import { changesRoutes } from '../../apps/server/src/http/routes/changes.ts';
import { identityRoutes } from '../../apps/server/src/http/routes/identity.ts';
import { snapshotRoutes } from '../../apps/server/src/http/routes/snapshot.ts';
import type { Identity } from '../../apps/server/src/identity/context.ts';
import { createIdentity } from '../../apps/server/src/identity/create-identity.ts';
import { createLog } from '../../apps/server/src/log.ts';
import { Browser } from './browser.ts';
import { createTestDatabase } from './postgres.ts';
import type { TestDatabase } from './postgres.ts';

export interface IdentityServer {
  readonly identity: Identity;
  readonly db: TestDatabase;
  readonly origin: string;
  /** A browser nobody is signed in to; from an address of its own, so that limits do not mix. */
  newBrowser: () => Browser;
  stop: () => Promise<void>;
}

export async function startIdentityServer(): Promise<IdentityServer> {
  const db = await createTestDatabase();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const identity = await createIdentity({ pool: db.pool, publicUrl: origin, logError: () => undefined });
  server.on('request', appWith(identity, db));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await identity.database.prisma.$disconnect();
    await db.drop();
  };
  return { identity, db, origin, newBrowser: () => browserAt(origin), stop };
}

function appWith(identity: Identity, { pool }: TestDatabase) {
  const changelog = createChangelog({ store: new PostgresLog(pool), clock: systemClock, log: silentLog });
  return createApp({
    env: { trustProxy: ['loopback'], publicUrl: identity.publicUrl },
    log: createLog('silent'),
    health: new Health(() => Promise.resolve()),
    api: [
      sameOrigin(identity),
      identify(identity),
      identityRoutes(identity),
      snapshotRoutes(identity, changelog),
      changesRoutes(identity, changelog),
    ],
    portFor: () => Promise.resolve({}),
    pages: (_req, res) => void res.status(404).end(),
  });
}

let addresses = 0;

function browserAt(origin: string): Browser {
  addresses += 1;
  const address = `10.0.${String(Math.floor(addresses / 250))}.${String(1 + (addresses % 250))}`;
  const browser = new Browser(origin);
  browser.extraHeaders['x-forwarded-for'] = address;
  return browser;
}
