import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessPort } from '../../apps/server/src/changelog/access-port.ts';
import { listenTo } from '../../apps/server/src/db/listen.ts';
import { ACCESS_CHANNEL } from '../../apps/server/src/identity/access-events.ts';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { accessOfConnections } from '../../apps/server/src/identity/access-of-connections.ts';
import { resetPassword } from '../../apps/server/src/identity/accounts.ts';
import type { Identity } from '../../apps/server/src/identity/context.ts';
import { createIdentity } from '../../apps/server/src/identity/create-identity.ts';
import { principalOf } from '../../apps/server/src/identity/principal.ts';
import type { Principal } from '../../apps/server/src/identity/principal.ts';
import { createToken, revokeToken } from '../../apps/server/src/identity/tokens.ts';
import { createLog } from '../../apps/server/src/log.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeBoard, makePeople, makePerson } from '../support/people.ts';

let server: IdentityServer;
let access: AccessPort;

beforeAll(async () => {
  server = await startIdentityServer();
  access = accessOfConnections(server.identity);
});
afterAll(() => server.stop());

async function handshake(headers: Record<string, string>): Promise<Principal> {
  const principal = await principalOf(server.identity, new Headers(headers));
  if (principal === null) throw new Error('nobody is signed in');
  return principal;
}

describe('what the hub is told about connections', () => {
  it('is the membership there is, and nothing for outsiders or slugs that cannot be', async () => {
    const board = await makeBoard(server);
    const { editor, outsider } = await makePeople(server, board);
    const { workspaceId, slug } = board;
    expect(await access.membership(editor.account.id, slug)).toEqual({ workspaceId, role: 'editor' });
    expect(await access.roleOf(editor.account.id, workspaceId)).toBe('editor');
    for (const none of ['none', '', '\0'])
      expect(await access.membership(editor.account.id, none)).toBeNull();
    expect(await access.membership(outsider.account.id, slug)).toBeNull();
    expect(await access.roleOf(outsider.account.id, workspaceId)).toBeNull();
    const members = await access.memberIds(workspaceId);
    expect(members.has(editor.account.id)).toBe(true);
    expect(members.has(outsider.account.id)).toBe(false);
  });

  it('is whether the session or token still stands', async () => {
    const { account, browser } = await makePerson(server, await makeBoard(server), 'viewer');
    const session = await handshake({ cookie: browser.cookieHeader() });
    expect(await access.isSignedIn(session)).toBe(true);
    expect(await access.isSignedIn({ ...session, userId: session.sessionId })).toBe(false);
    await browser.post('/api/auth/sign-out');
    expect(await access.isSignedIn(session)).toBe(false);

    const { id, token } = await createToken(server.identity, { account, name: 'tool', days: 1 });
    const tool = await handshake({ authorization: `Bearer ${token}` });
    expect(await access.isSignedIn(tool)).toBe(true);
    await revokeToken(server.identity, id);
    expect(await access.isSignedIn(tool)).toBe(false);
  });
});

describe('what another process does', () => {
  let other: Identity;

  beforeAll(async () => {
    const settings = { pool: server.db.pool, publicUrl: server.origin, logError: () => undefined };
    other = await createIdentity(settings);
  });
  afterAll(() => other.database.prisma.$disconnect());

  it('is heard here through the database', async () => {
    const { account } = await makePerson(server, await makeBoard(server), 'viewer');
    const heard = new Promise<AccessEvent>((resolve) => access.subscribe(resolve));
    const { events } = server.identity;
    const listener = {
      onNotification: (_channel: string, payload: string) => events.receive(payload),
      onConnected: () => undefined,
    };
    const listening = await listenTo(server.db.url, [ACCESS_CHANNEL], listener, createLog('silent'));
    await resetPassword(other, account, 'set by the operator');
    expect(await heard).toEqual({ kind: 'signed-out', userId: account.id });
    await listening.stop();
  });

  it('signs cookies with the same secret', async () => {
    const { account, browser } = await makePerson(server, await makeBoard(server), 'viewer');
    const headers = new Headers({ cookie: browser.cookieHeader() });
    expect((await principalOf(other, headers))?.userId).toBe(account.id);
  });
});
