import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { resetPassword } from '../../apps/server/src/identity/accounts.ts';
import { createIdentity } from '../../apps/server/src/identity/create-identity.ts';
import { openSession } from '../../apps/server/src/identity/sessions.ts';
import { principalOf } from '../../apps/server/src/identity/principal.ts';
import { createToken, listTokens, revokeToken } from '../../apps/server/src/identity/tokens.ts';
import type { Browser } from '../support/browser.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeAccount, makeBoard, makePerson, PASSWORD, signedIn } from '../support/people.ts';
import type { Board } from '../support/people.ts';

let server: IdentityServer;
let board: Board;
const heard: AccessEvent[] = [];

beforeAll(async () => {
  server = await startIdentityServer();
  board = await makeBoard(server);
  server.identity.events.subscribe((event) => heard.push(event));
});
afterAll(() => server.stop());

const signIn = (browser: Browser, email: string, password: string) =>
  browser.post('/api/auth/sign-in/email', { email, password });

async function userOf(browser: Browser): Promise<unknown> {
  return ((await browser.get('/api/me')).body as { user: unknown }).user;
}

/** What a socket's handshake would find. */
const atHandshake = (headers: Record<string, string>) => principalOf(server.identity, new Headers(headers));

describe('signing in', () => {
  it('opens a session in a cookie that scripts cannot read', async () => {
    const account = await makeAccount(server, 'Anna');
    const browser = server.newBrowser();
    const answer = await signIn(browser, account.email.toUpperCase(), PASSWORD);
    expect(answer.body).toEqual({ user: account });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^stationkeeper\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await userOf(browser)).toEqual(account);
  });

  it('opens one in a cookie for https only where browsers come by https', async () => {
    const account = await makeAccount(server, 'Sara');
    const settings = {
      pool: server.db.pool,
      publicUrl: 'https://board.example.org',
      logError: () => undefined,
    };
    const behindTls = await createIdentity(settings);
    const headers = new Headers();
    const { setCookies } = await openSession(behindTls, account.email, PASSWORD, headers);
    expect(setCookies[0]).toMatch(/^__Secure-stationkeeper\.session_token=.*; Secure/i);
    await behindTls.database.prisma.$disconnect();
  });

  it('says the same for a wrong password and for no account', async () => {
    const account = await makeAccount(server, 'Ben');
    const wrong = await signIn(server.newBrowser(), account.email, 'not the password');
    const unknown = await signIn(server.newBrowser(), 'nobody@example.org', 'not the password');
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('waits after five wrong passwords from one place, and says how long', async () => {
    const account = await makeAccount(server, 'Cleo');
    const browser = server.newBrowser();
    for (let i = 0; i < 5; i += 1) await signIn(browser, account.email, 'wrong');
    const refused = await signIn(browser, account.email, PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ error: { code: 'rate-limited' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('counts guesses made all at once', async () => {
    const account = await makeAccount(server, 'Dora');
    const browser = server.newBrowser();
    const guesses = Array.from({ length: 12 }, () => signIn(browser, account.email, 'wrong'));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  it('lets the owner in from elsewhere while somebody guesses', async () => {
    const account = await makeAccount(server, 'Emil');
    const guesser = server.newBrowser();
    for (let i = 0; i < 7; i += 1) await signIn(guesser, account.email, 'wrong');
    expect((await signIn(server.newBrowser(), account.email, PASSWORD)).status).toBe(200);
  });

  it('limits one address that tries many accounts', async () => {
    const browser = server.newBrowser();
    const tries = Array.from({ length: 31 }, (_, i) => signIn(browser, `n${String(i)}@example.org`, 'wrong'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('never slows those who know their password', async () => {
    const account = await makeAccount(server, 'Finn');
    const browser = server.newBrowser();
    for (let i = 0; i < 8; i += 1) expect((await signIn(browser, account.email, PASSWORD)).status).toBe(200);
  });

  it('refuses sign-up: there is no such address', async () => {
    const body = { email: 'new@example.org', password: 'long enough 123', name: 'New' };
    expect((await server.newBrowser().post('/api/auth/sign-up/email', body)).status).toBe(404);
    expect((await server.newBrowser().post('/api/auth/api-key/create', { name: 'x' })).status).toBe(404);
  });
});

describe('a session that ended', () => {
  it('is known to nobody after signing out, and sockets hear which it was', async () => {
    const { account, browser } = await makePerson(server, board, 'viewer');
    const elsewhere = await signedIn(server, account);
    const cookie = browser.cookieHeader();
    const before = await atHandshake({ cookie });
    expect(before?.userId).toBe(account.id);
    expect((await browser.post('/api/auth/sign-out')).status).toBe(204);
    expect(heard.at(-1)).toEqual({ kind: 'signed-out', userId: account.id, sessionId: before?.sessionId });
    expect(await atHandshake({ cookie })).toBeNull();
    expect(await userOf(browser)).toBeNull();
    expect(await userOf(elsewhere)).toEqual(account);
  });

  it('is every other one after a change of the password', async () => {
    const { account, browser } = await makePerson(server, board, 'viewer');
    const elsewhere = await signedIn(server, account);
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password' };
    expect((await browser.post('/api/auth/change-password', passwords)).status).toBe(204);
    expect(heard.at(-1)).toMatchObject({ kind: 'signed-out', userId: account.id });
    expect(await userOf(elsewhere)).toBeNull();
    expect(await userOf(browser)).toEqual(account);
    expect((await signIn(server.newBrowser(), account.email, PASSWORD)).status).toBe(401);
    expect((await signIn(server.newBrowser(), account.email, 'another password')).status).toBe(200);
  });

  it('is every one after the operator set a new password', async () => {
    const { account, browser } = await makePerson(server, board, 'viewer');
    await resetPassword(server.identity, account, 'set by the operator');
    expect(heard.at(-1)).toEqual({ kind: 'signed-out', userId: account.id });
    expect(await userOf(browser)).toBeNull();
    expect((await signIn(server.newBrowser(), account.email, 'set by the operator')).status).toBe(200);
  });

  it('is one whose cookie was altered', async () => {
    const { browser } = await makePerson(server, board, 'viewer');
    const [name = '', value = ''] = [...browser.cookies][0] ?? [];
    expect(await atHandshake({ cookie: `${name}=${value.slice(0, -3)}AAA` })).toBeNull();
    expect(await atHandshake({ cookie: `${name}=` })).toBeNull();
    expect(await atHandshake({ cookie: 'nonsense' })).toBeNull();
  });
});

describe('an access token', () => {
  it('acts as its owner until it is revoked', async () => {
    const { account } = await makePerson(server, board, 'admin');
    const { id, token } = await createToken(server.identity, { account, name: 'report', days: null });
    const tool = server.newBrowser();
    tool.extraHeaders['authorization'] = `Bearer ${token}`;
    expect(await userOf(tool)).toEqual(account);
    expect((await tool.get(`/api/workspaces/${board.slug}/invitations`)).status).toBe(200);
    expect(await atHandshake({ authorization: `Bearer ${token}` })).toMatchObject({
      kind: 'token',
      sessionId: id,
    });

    const [listed] = await listTokens(server.identity, account);
    expect(listed).toMatchObject({ id, name: 'report', email: account.email, expiresAt: null });
    expect(token.startsWith(listed?.start ?? '-')).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(token);

    await revokeToken(server.identity, id);
    expect(heard.at(-1)).toEqual({ kind: 'signed-out', userId: account.id, sessionId: id });
    expect((await tool.get('/api/me')).status).toBe(401);
  });

  it('cannot change its owner’s password', async () => {
    const { account } = await makePerson(server, board, 'viewer');
    const { token } = await createToken(server.identity, { account, name: 'report', days: 1 });
    const tool = server.newBrowser();
    tool.extraHeaders['authorization'] = `Bearer ${token}`;
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password' };
    expect((await tool.post('/api/auth/change-password', passwords)).status).toBe(403);
  });

  it.each(['Bearer ', 'Bearer stk_wrong', 'Bearer other', 'Basic YTpi', `Bearer stk_${'x'.repeat(5000)}`])(
    'is refused when it is none: %.20s',
    async (authorization) => {
      const tool = server.newBrowser();
      tool.extraHeaders['authorization'] = authorization;
      expect((await tool.get('/api/me')).status).toBe(401);
    },
  );

  it('serves 600 requests a minute and then says when to come again', async () => {
    const { account } = await makePerson(server, board, 'viewer');
    const { id, token } = await createToken(server.identity, { account, name: 'loop', days: null });
    const where = { id };
    const data = { requestCount: 599, lastRequest: new Date() };
    await server.identity.database.prisma.apikey.updateMany({ where, data });
    const tool = server.newBrowser();
    tool.extraHeaders['authorization'] = `Bearer ${token}`;
    expect((await tool.get('/api/me')).status).toBe(200);
    const refused = await tool.get('/api/me');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the security audit', () => {
  it('tells of failed and successful sign-ins and of no password', async () => {
    const lines = await server.identity.database.prisma.securityAudit.findMany();
    const events = new Set(lines.map(({ event }) => event));
    for (const event of ['signed-in', 'sign-in-failed', 'signed-out', 'password-changed', 'token-created']) {
      expect(events).toContain(event);
    }
    const text = JSON.stringify(lines.map(({ details }) => details));
    for (const secret of [PASSWORD, 'not the password', 'stk_']) expect(text).not.toContain(secret);
  });
});
