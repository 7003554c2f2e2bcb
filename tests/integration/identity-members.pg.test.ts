import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { hashSecret } from '../../apps/server/src/identity/secret-text.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeBoard, makePeople, makePerson } from '../support/people.ts';
import type { Board, Person } from '../support/people.ts';

let server: IdentityServer;
const heard: AccessEvent[] = [];

beforeAll(async () => {
  server = await startIdentityServer();
  server.identity.events.subscribe((event) => heard.push(event));
});
afterAll(() => server.stop());

const member = (board: Board, { account }: Person) => `/api/workspaces/${board.slug}/members/${account.id}`;

describe('members', () => {
  it('take their new role at once, and sockets hear of it', async () => {
    const board = await makeBoard(server);
    const { admin, viewer } = await makePeople(server, board);
    expect((await admin.browser.patch(member(board, viewer), { role: 'admin' })).status).toBe(200);
    const { workspaceId } = board;
    expect(heard.at(-1)).toEqual({
      kind: 'role-changed',
      userId: viewer.account.id,
      workspaceId,
      role: 'admin',
    });
    expect((await viewer.browser.get(`/api/workspaces/${board.slug}/invitations`)).status).toBe(200);
  });

  it('are outsiders at once when removed, and sockets hear of it', async () => {
    const board = await makeBoard(server);
    const { admin, editor } = await makePeople(server, board);
    expect((await admin.browser.delete(member(board, editor))).status).toBe(204);
    const { workspaceId } = board;
    expect(heard.at(-1)).toEqual({ kind: 'removed', userId: editor.account.id, workspaceId });
    expect((await editor.browser.get(`/api/workspaces/${board.slug}/members`)).status).toBe(404);
    expect((await admin.browser.delete(member(board, editor))).status).toBe(404);
  });

  it('do not hear of a role they had already', async () => {
    const board = await makeBoard(server);
    const { admin, viewer } = await makePeople(server, board);
    const before = heard.length;
    expect((await admin.browser.patch(member(board, viewer), { role: 'viewer' })).status).toBe(200);
    expect(heard).toHaveLength(before);
  });
});

describe('the last admin', () => {
  it('can be neither demoted nor removed, not even by themselves', async () => {
    const board = await makeBoard(server);
    const { browser, account } = await makePerson(server, board, 'admin');
    const self = member(board, { browser, account });
    const demoted = await browser.patch(self, { role: 'viewer' });
    expect(demoted.status).toBe(422);
    expect(demoted.body).toMatchObject({ error: { details: { problems: [{ path: 'role' }] } } });
    expect((await browser.delete(self)).status).toBe(422);
  });

  it('stays when two admins demote each other at the same moment', async () => {
    const board = await makeBoard(server);
    const [one, two] = [await makePerson(server, board, 'admin'), await makePerson(server, board, 'admin')];
    const statuses = await Promise.all([
      one.browser.patch(member(board, two), { role: 'viewer' }),
      two.browser.patch(member(board, one), { role: 'viewer' }),
    ]);
    expect(statuses.some(({ status }) => status === 200)).toBe(true);
    const where = { workspaceId: board.workspaceId, role: 'admin' as const };
    expect(await server.identity.database.prisma.member.count({ where })).toBe(1);
  });
});

const NEW = { name: 'Nina Holm', password: 'a long password' };

/** A link made by the admin: the path of its route. */
async function invite(board: Board, admin: Person, role = 'editor') {
  const path = `/api/workspaces/${board.slug}/invitations`;
  const { body } = await admin.browser.post(path, { role });
  const { id, token, url } = body as { id: string; token: string; url: string };
  return { id, url, token, link: `/api/invitations/${token}` };
}

describe('an invitation', () => {
  it('says where it leads, and makes a signed-in member with its role', async () => {
    const board = await makeBoard(server);
    const admin = await makePerson(server, board, 'admin');
    const { link, url, token } = await invite(board, admin);
    expect(url).toBe(`${server.origin}/invitation/${token}`);

    const guest = server.newBrowser();
    const offer = await guest.get(link);
    expect(offer.body).toMatchObject({
      workspaceName: expect.stringMatching(/^Board/) as string,
      role: 'editor',
    });
    const accepted = await guest.post(`${link}/accept`, { ...NEW, email: 'nina@example.org' });
    expect(accepted.body).toEqual({ slug: board.slug });
    expect((await guest.get('/api/me')).body).toMatchObject({
      user: { name: 'Nina Holm', email: 'nina@example.org' },
      workspaces: [{ slug: board.slug, role: 'editor' }],
    });
    expect(heard.at(-1)).toMatchObject({ kind: 'joined', workspaceId: board.workspaceId });
  });

  it('is used once', async () => {
    const board = await makeBoard(server);
    const admin = await makePerson(server, board, 'admin');
    const { link } = await invite(board, admin);
    const guests = ['a', 'b', 'c'].map((name) =>
      server.newBrowser().post(`${link}/accept`, { ...NEW, email: `${name}-once@example.org` }),
    );
    const statuses = (await Promise.all(guests)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
    expect((await server.newBrowser().get(link)).status).toBe(404);
    const where = { email: { endsWith: '-once@example.org' } };
    expect(await server.identity.database.prisma.user.count({ where })).toBe(1);
  });

  it('adds a workspace to an account that is signed in', async () => {
    const board = await makeBoard(server);
    const { admin, outsider } = await makePeople(server, board);
    const { link } = await invite(board, admin, 'viewer');
    expect((await outsider.browser.post(`${link}/accept`)).status).toBe(200);
    expect((await outsider.browser.get(`/api/workspaces/${board.slug}/members`)).status).toBe(200);
  });

  it('neither changes nor uses up anything when a member opens it', async () => {
    const board = await makeBoard(server);
    const { admin, viewer } = await makePeople(server, board);
    const { link } = await invite(board, admin, 'admin');
    expect((await viewer.browser.post(`${link}/accept`)).status).toBe(200);
    expect((await viewer.browser.get(`/api/workspaces/${board.slug}/invitations`)).status).toBe(403);
    expect((await server.newBrowser().get(link)).status).toBe(200);
  });

  it('does not take over an account that is there: its owner has to sign in', async () => {
    const board = await makeBoard(server);
    const { admin, outsider } = await makePeople(server, board);
    const { link } = await invite(board, admin);
    const body = { ...NEW, email: outsider.account.email };
    const answer = await server.newBrowser().post(`${link}/accept`, body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ error: { details: { problems: [{ path: 'email' }] } } });
    expect((await server.newBrowser().get(link)).status).toBe(200);
  });

  it('cannot be used when revoked, expired or made by an admin who is one no longer', async () => {
    const board = await makeBoard(server);
    const admin = await makePerson(server, board, 'admin');
    const second = await makePerson(server, board, 'admin');
    const [revoked, expired, orphaned] = [
      await invite(board, admin),
      await invite(board, admin),
      await invite(board, second),
    ];
    const list = `/api/workspaces/${board.slug}/invitations`;
    expect((await admin.browser.delete(`${list}/${revoked.id}`)).status).toBe(204);
    expect((await admin.browser.delete(`${list}/${revoked.id}`)).status).toBe(404);
    const where = { tokenHash: hashSecret(expired.token) };
    await server.identity.database.prisma.invitation.update({ where, data: { expiresAt: new Date(0) } });
    await admin.browser.patch(member(board, second), { role: 'editor' });

    for (const { link } of [revoked, expired, orphaned]) {
      expect((await server.newBrowser().get(link)).status).toBe(404);
      const body = { ...NEW, email: 'late@example.org' };
      expect((await server.newBrowser().post(`${link}/accept`, body)).status).toBe(404);
    }
    const states = ((await admin.browser.get(list)).body as { state: string }[]).map(({ state }) => state);
    expect(states).toEqual(['revoked', 'expired', 'revoked']);
  });

  it('cannot be revoked from another workspace', async () => {
    const [board, other] = [await makeBoard(server), await makeBoard(server)];
    const [admin, stranger] = [
      await makePerson(server, board, 'admin'),
      await makePerson(server, other, 'admin'),
    ];
    const { id, link } = await invite(board, admin);
    const foreign = `/api/workspaces/${other.slug}/invitations/${id}`;
    expect((await stranger.browser.delete(foreign)).status).toBe(404);
    expect((await server.newBrowser().get(link)).status).toBe(200);
  });

  it('is not in the list with its secret', async () => {
    const board = await makeBoard(server);
    const admin = await makePerson(server, board, 'admin');
    const { token } = await invite(board, admin);
    const { body } = await admin.browser.get(`/api/workspaces/${board.slug}/invitations`);
    expect(JSON.stringify(body)).not.toContain(token);
    expect(JSON.stringify(body)).not.toContain(hashSecret(token));
  });

  it('may be guessed at thirty times a minute from one address', async () => {
    const guesser = server.newBrowser();
    const guesses = Array.from({ length: 31 }, (_, i) => guesser.get(`/api/invitations/guess-${String(i)}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});
