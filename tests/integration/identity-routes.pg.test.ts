/**
 * Every route against everybody: who gets which status. A route that is added without a line here shows up
 * in no test, so add it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeAccount, makeBoard, makePeople } from '../support/people.ts';
import type { Board } from '../support/people.ts';

type Who = 'stranger' | 'outsider' | 'viewer' | 'editor' | 'admin';
const EVERYBODY: readonly Who[] = ['stranger', 'outsider', 'viewer', 'editor', 'admin'];

interface Fixture {
  readonly server: IdentityServer;
  readonly board: Board;
  readonly userId: string;
  readonly invitationId: string;
}

interface Route {
  readonly method: string;
  readonly path: (fixture: Fixture) => string;
  readonly body?: unknown;
  /** In the order of EVERYBODY. */
  readonly statuses: readonly [number, number, number, number, number];
}

const inBoard =
  (rest: string) =>
  ({ board }: Fixture) =>
    `/api/workspaces/${board.slug}${rest}`;

const ROUTES: Record<string, Route> = {
  'read who one is': { method: 'GET', path: () => '/api/me', statuses: [200, 200, 200, 200, 200] },
  'list members': { method: 'GET', path: inBoard('/members'), statuses: [401, 404, 200, 200, 200] },
  'change a role': {
    method: 'PATCH',
    path: ({ board, userId }) => `/api/workspaces/${board.slug}/members/${userId}`,
    body: { role: 'editor' },
    statuses: [401, 404, 403, 403, 200],
  },
  'remove a member': {
    method: 'DELETE',
    path: ({ board, userId }) => `/api/workspaces/${board.slug}/members/${userId}`,
    statuses: [401, 404, 403, 403, 204],
  },
  'list invitations': { method: 'GET', path: inBoard('/invitations'), statuses: [401, 404, 403, 403, 200] },
  'make an invitation': {
    method: 'POST',
    path: inBoard('/invitations'),
    body: { role: 'viewer' },
    statuses: [401, 404, 403, 403, 201],
  },
  'revoke an invitation': {
    method: 'DELETE',
    path: ({ board, invitationId }) => `/api/workspaces/${board.slug}/invitations/${invitationId}`,
    statuses: [401, 404, 403, 403, 204],
  },
  'read the snapshot': { method: 'GET', path: inBoard('/snapshot'), statuses: [401, 404, 200, 200, 200] },
  'read changes': { method: 'GET', path: inBoard('/changes?since=0'), statuses: [401, 404, 200, 200, 200] },
  'read a history': {
    method: 'GET',
    path: ({ board, userId }) => `/api/workspaces/${board.slug}/changes?record=${userId}`,
    statuses: [401, 404, 200, 200, 200],
  },
  'set up again': {
    method: 'POST',
    path: () => '/api/setup',
    body: { code: 'AAAA', name: 'X', email: 'x@example.org', password: 'long enough 1' },
    statuses: [404, 404, 404, 404, 404],
  },
  'change a password with a wrong one': {
    method: 'POST',
    path: () => '/api/auth/change-password',
    body: { currentPassword: 'not this one', newPassword: 'long enough 1' },
    statuses: [401, 422, 422, 422, 422],
  },
  'read an unknown invitation': {
    method: 'GET',
    path: () => '/api/invitations/unknown',
    statuses: [404, 404, 404, 404, 404],
  },
  'ask for what is not there': {
    method: 'GET',
    path: () => '/api/nothing',
    statuses: [404, 404, 404, 404, 404],
  },
};

let server: IdentityServer;
let board: Board;
let browsers: Record<Who, Browser>;

beforeAll(async () => {
  server = await startIdentityServer();
  board = await makeBoard(server);
  const { admin, editor, viewer, outsider } = await makePeople(server, board);
  browsers = {
    stranger: server.newBrowser(),
    outsider: outsider.browser,
    viewer: viewer.browser,
    editor: editor.browser,
    admin: admin.browser,
  };
});
afterAll(() => server.stop());

/** A member and an invitation to act on, new for each request. */
async function makeFixture(): Promise<Fixture> {
  const { prisma } = server.identity.database;
  const { id: userId } = await makeAccount(server, 'Target');
  await prisma.member.create({ data: { workspaceId: board.workspaceId, userId, role: 'viewer' } });
  const expiresAt = new Date(Date.now() + 60_000);
  const data = { workspaceId: board.workspaceId, role: 'viewer' as const, tokenHash: userId, expiresAt };
  const { id: invitationId } = await prisma.invitation.create({ data });
  return { server, board, userId, invitationId };
}

const cases = Object.entries(ROUTES).flatMap(([title, route]) =>
  EVERYBODY.map((who, index) => ({ title, route, who, status: route.statuses[index] })),
);

describe('each route answers each person as it should', () => {
  it.each(cases)('$title: $who gets $status', async ({ route, who, status }) => {
    const path = route.path(await makeFixture());
    const answer = await browsers[who].request(route.method, path, route.body);
    expect(answer.status).toBe(status);
  });
});

describe('an outsider', () => {
  it('cannot tell a foreign workspace from none', async () => {
    const [foreign, none] = await Promise.all([
      browsers.outsider.get(`/api/workspaces/${board.slug}/members`),
      browsers.outsider.get('/api/workspaces/no-such-board/members'),
    ]);
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(none.body);
    const kinds = (answer: typeof none) => [...answer.headers.keys()].toSorted();
    expect(kinds(foreign)).toEqual(kinds(none));
  });

  it('is no wiser when not signed in', async () => {
    const answer = await browsers.stranger.get(`/api/workspaces/${board.slug}/members`);
    expect(answer.body).toEqual((await browsers.stranger.get('/api/workspaces/none/members')).body);
  });
});

describe('the list of members', () => {
  it('shows addresses to admins only', async () => {
    const asAdmin = (await browsers.admin.get(`/api/workspaces/${board.slug}/members`)).body as object[];
    const asViewer = (await browsers.viewer.get(`/api/workspaces/${board.slug}/members`)).body as object[];
    expect(asAdmin.every((member) => 'email' in member)).toBe(true);
    expect(asViewer.some((member) => 'email' in member)).toBe(false);
    expect(asViewer).toHaveLength(asAdmin.length);
  });
});

describe('bad input', () => {
  const bad = (body: unknown) => browsers.admin.post(`/api/workspaces/${board.slug}/invitations`, body);

  it.each([
    ['an unknown role', { role: 'owner' }, 'role'],
    ['an unknown field', { role: 'viewer', workspaceId: 'x' }, 'workspaceId'],
    ['a missing field', {}, 'role'],
    ['a number out of range', { role: 'viewer', days: 1000 }, 'days'],
    ['a fraction', { role: 'viewer', days: 1.5 }, 'days'],
  ])('%s is refused at its field', async (_title, body, path) => {
    const answer = await bad(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      error: { code: 'invalid-value', details: { problems: [{ path }] } },
    });
  });

  it.each([[null], [[]], ['text'], [7]])('%j is no body', async (body) => {
    expect((await bad(body)).status).toBe(400);
  });

  it('too large a body is refused with the limit', async () => {
    const answer = await bad({ role: 'x'.repeat(2_000_000) });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ error: { code: 'too-large' } });
  });

  it.each(['not-an-id', '00000000-0000-4000-8000-000000000000', '%00', "'; drop table member"])(
    'the member %j is not found',
    async (id) => {
      const path = `/api/workspaces/${board.slug}/members/${encodeURIComponent(id)}`;
      expect((await browsers.admin.patch(path, { role: 'editor' })).status).toBe(404);
    },
  );

  it('a slug with U+0000 is not found', async () => {
    expect((await browsers.admin.get('/api/workspaces/%00/members')).status).toBe(404);
  });

  it('a page of another site is refused', async () => {
    browsers.admin.extraHeaders['origin'] = 'https://evil.example';
    const answer = await bad({ role: 'viewer' });
    delete browsers.admin.extraHeaders['origin'];
    expect(answer.status).toBe(403);
  });
});
