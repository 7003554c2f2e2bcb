import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { pagePort } from '../../apps/server/src/http/page-port.ts';
import type { PagePort } from '../../apps/server/src/http/page-port.ts';
import type { Browser } from '../support/browser.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeBoard, makePeople } from '../support/people.ts';
import type { Board, Person } from '../support/people.ts';

let server: IdentityServer;
let board: Board;
let viewer: Person;
let outsider: Person;
let port: (browser: Browser) => Promise<PagePort>;

beforeAll(async () => {
  server = await startIdentityServer();
  const store = new PostgresLog(server.db.pool);
  const portFor = pagePort(server.identity, createChangelog({ store, clock: systemClock, log: silentLog }));
  port = (browser) => {
    const request = new IncomingMessage(new Socket());
    if (browser.cookies.size > 0) request.headers.cookie = browser.cookieHeader();
    return portFor(request as Request);
  };
});
afterAll(() => server.stop());

describe('the port of a page', () => {
  it('asks for the first account while there is none', async () => {
    expect(await port(server.newBrowser())).toMatchObject({ user: null, needsSetup: true });
    board = await makeBoard(server);
    ({ viewer, outsider } = await makePeople(server, board));
    expect(await port(server.newBrowser())).toMatchObject({ user: null, needsSetup: false });
  });

  it('opens a workspace for its members, without addresses', async () => {
    const mine = await port(viewer.browser);
    expect(mine.user).toEqual(viewer.account);
    expect(await mine.workspaces()).toMatchObject([{ slug: board.slug, role: 'viewer' }]);
    const opened = await mine.openWorkspace(board.slug);
    expect(opened).toMatchObject({ id: board.workspaceId, role: 'viewer' });
    expect(opened?.state.head).toBe(0);
    expect(opened?.members).toHaveLength(3);
    expect(JSON.stringify(opened?.members)).not.toContain('@');
  });

  it('opens nothing for outsiders, strangers and slugs that cannot be', async () => {
    for (const browser of [outsider.browser, server.newBrowser()]) {
      const theirs = await port(browser);
      expect(await theirs.workspaces()).toEqual([]);
      expect(await theirs.openWorkspace(board.slug)).toBeNull();
    }
    expect(await (await port(viewer.browser)).openWorkspace('none')).toBeNull();
    expect(await (await port(viewer.browser)).openWorkspace('\0')).toBeNull();
  });
});
