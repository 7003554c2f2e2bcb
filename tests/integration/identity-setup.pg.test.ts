import type { AppError } from '@stationkeeper/domain/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptWorkspaces, issueSetupCode } from '../../apps/server/src/identity/setup.ts';
import { insertAccount } from '../../apps/server/src/identity/accounts.ts';
import { hashPassword } from '../../apps/server/src/identity/password.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';

let server: IdentityServer;
let code = '';

const ANNA = { name: 'Anna Berg', email: 'Anna@Example.org', password: 'a long password' };

beforeAll(async () => {
  server = await startIdentityServer();
  await server.identity.database.prisma.workspace.create({ data: { slug: 'board', name: 'The board' } });
  code = (await issueSetupCode(server.identity.database)) ?? '';
});
afterAll(() => server.stop());

describe('the first account', () => {
  it('is asked for while there is none', async () => {
    const me = await server.newBrowser().get('/api/me');
    expect(me.body).toEqual({ user: null, workspaces: [], setupNeeded: true });
  });

  it('is refused to whoever does not know the code', async () => {
    const answer = await server.newBrowser().post('/api/setup', { ...ANNA, code: 'AAAA-AAAA-AAA' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ error: { details: { problems: [{ path: 'code' }] } } });
  });

  it('is refused with every problem named, and the code stays good', async () => {
    const body = { code, name: ' ', email: 'nobody', password: 'short', role: 'admin' };
    const answer = await server.newBrowser().post('/api/setup', body);
    expect(answer.status).toBe(422);
    const { details } = (answer.body as { error: AppError }).error;
    expect(details.problems?.map(({ path }) => path).toSorted()).toEqual([
      'email',
      'name',
      'password',
      'role',
    ]);
  });

  it('may be guessed at ten times a minute from one address', async () => {
    const guesser = server.newBrowser();
    for (let i = 0; i < 10; i += 1) {
      expect((await guesser.post('/api/setup', { ...ANNA, code: 'AAAA' })).status).toBe(422);
    }
    const refused = await guesser.post('/api/setup', { ...ANNA, code });
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({
      error: { code: 'rate-limited', details: { retryAfterMs: expect.any(Number) as number } },
    });
  });

  it('is made once, even when two have the code at the same moment', async () => {
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const people = [server.newBrowser(), server.newBrowser()];
    const answers = await Promise.all(
      people.map((each) => each.post('/api/setup', { ...ANNA, code: typed })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    const winner = people[answers.findIndex(({ status }) => status === 201)];
    expect((await winner?.get('/api/me'))?.body).toMatchObject({
      user: { name: 'Anna Berg', email: 'anna@example.org' },
      workspaces: [{ slug: 'board', name: 'The board', role: 'admin' }],
      setupNeeded: false,
    });
  });

  it('uses the code up, and no later start makes another', async () => {
    const again = { ...ANNA, email: 'ben@example.org', code };
    expect((await server.newBrowser().post('/api/setup', again)).status).toBe(404);
    expect(await issueSetupCode(server.identity.database)).toBeNull();
    expect((await server.newBrowser().get('/api/me')).body).toMatchObject({ setupNeeded: false });
  });
});

describe('an account that was made before the first start', () => {
  it('gets the workspaces that nobody owns, and an empty one where there is none', async () => {
    const { identity, newBrowser, stop } = await startIdentityServer();
    const { database } = identity;
    await adoptWorkspaces(database);
    expect(await database.prisma.workspace.count()).toBe(0);
    const passwordHash = await hashPassword(ANNA.password);
    await insertAccount(database.prisma, { name: 'Anna', email: 'anna@example.org', passwordHash });
    await adoptWorkspaces(database);
    await database.prisma.workspace.create({ data: { slug: 'sample', name: 'Sample' } });
    await adoptWorkspaces(database);
    const browser = newBrowser();
    await browser.post('/api/auth/sign-in/email', { email: ANNA.email, password: ANNA.password });
    expect((await browser.get('/api/me')).body).toMatchObject({
      workspaces: [
        { slug: 'board', role: 'admin' },
        { slug: 'sample', role: 'admin' },
      ],
    });
    await stop();
  });
});

describe('the first account of a server without the sample', () => {
  it('finds an empty workspace', async () => {
    const { identity, newBrowser, stop } = await startIdentityServer();
    const printed = await issueSetupCode(identity.database);
    const browser = newBrowser();
    expect((await browser.post('/api/setup', { ...ANNA, code: printed })).status).toBe(201);
    expect((await browser.get('/api/me')).body).toMatchObject({
      workspaces: [{ slug: 'board', role: 'admin' }],
    });
    await stop();
  });
});
