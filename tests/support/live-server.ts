/** The real server in this process, without pages: HTTP, sockets, identity and log on a database of its own. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../apps/server/src/app.ts';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog, type Changelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { identify, sameOrigin } from '../../apps/server/src/http/auth.ts';
import { Health } from '../../apps/server/src/http/health.ts';
import { changesRoutes } from '../../apps/server/src/http/routes/changes.ts';
import { identityRoutes } from '../../apps/server/src/http/routes/identity.ts';
import { snapshotRoutes } from '../../apps/server/src/http/routes/snapshot.ts';
import { createIdentity } from '../../apps/server/src/identity/create-identity.ts';
import { createLog } from '../../apps/server/src/log.ts';
import { openSockets, type SocketParts } from '../../apps/server/src/socket/open-sockets.ts';
import { Browser } from './browser.ts';
import type { IdentityServer } from './identity-server.ts';
import { createTestDatabase } from './postgres.ts';

export interface LiveServer extends IdentityServer {
  readonly changelog: Changelog;
}

/** Starts it; `limits` are the usual ones unless a test wants to meet them. */
export async function startLiveServer(limits: SocketParts['limits'] = {}): Promise<LiveServer> {
  const db = await createTestDatabase();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const log = createLog('silent');
  const identity = await createIdentity({ pool: db.pool, publicUrl: origin, logError: () => undefined });
  const changelog = createChangelog({ store: new PostgresLog(db.pool), clock: systemClock, log });
  changelog.start();
  const env = { mode: 'production', trustProxy: ['loopback'], publicUrl: origin } as const;
  const api = [
    sameOrigin(identity),
    identify(identity),
    identityRoutes(identity),
    snapshotRoutes(identity, changelog),
    changesRoutes(identity, changelog),
  ];
  const app = createApp({
    env: { ...env, trustProxy: ['loopback'] },
    log,
    health: new Health(() => Promise.resolve()),
    api,
    portFor: () => Promise.resolve({}),
    pages: (_req, res) => void res.status(404).end(),
  });
  // Before the sockets: engine.io stands in front of the handlers that are there when it comes.
  server.on('request', app);
  const parts = { env: { ...env, trustProxy: ['loopback'] }, server, identity, changelog, log, limits };
  const sockets = openSockets(parts);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await sockets.close();
    await changelog.stop();
    await identity.database.prisma.$disconnect();
    await db.drop();
  };
  return { identity, changelog, db, origin, newBrowser: () => newBrowser(origin), stop };
}

let addresses = 0;

/** From an address of its own, so that limits on sign-in do not mix. */
function newBrowser(origin: string): Browser {
  addresses += 1;
  const browser = new Browser(origin);
  browser.extraHeaders['x-forwarded-for'] = `10.1.${Math.floor(addresses / 250)}.${1 + (addresses % 250)}`;
  return browser;
}
