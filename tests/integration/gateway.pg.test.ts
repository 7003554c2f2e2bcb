/** The protocol over real sockets, sessions and PostgreSQL. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createToken } from '../../apps/server/src/identity/tokens.ts';
import { changeRole, removeMember } from '../../apps/server/src/identity/members.ts';
import WebSocket from 'ws';
import { startLiveServer, type LiveServer } from '../support/live-server.ts';
import { createStation, setStation, testUuid, TestWriter } from '../support/mutations.ts';
import { makeBoard, makePeople, type Board, type Person } from '../support/people.ts';
import { TestSocket } from '../support/test-socket.ts';

let server: LiveServer;
let board: Board;
let people: Awaited<ReturnType<typeof makePeople>>;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  server = await startLiveServer({
    gateway: { maxUnreadBytes: 500_000, sweepMs: 50 },
    // Whoever fills another's line must not be slowed for it.
    hub: { messages: { capacity: 1_000_000, perSecond: 1_000_000 } },
  });
});
beforeEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  board = await makeBoard(server);
  people = await makePeople(server, board);
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await server.stop();
});

async function connect(person: Person, options = {}): Promise<TestSocket> {
  const socket = new TestSocket(server.origin, person.browser.cookieHeader(), options);
  sockets.push(socket);
  return socket.connected();
}

async function opened(person: Person): Promise<TestSocket> {
  const socket = await connect(person);
  expect(await socket.open(board.slug)).toMatchObject({ status: 'opened' });
  return socket;
}

const writerFor = (person: Person) => new TestWriter(person.account.id, crypto.randomUUID());

test('[C1] an edit is acknowledged, and seen by everybody who has the workspace open', async () => {
  const [ann, eve] = [await opened(people.editor), await opened(people.viewer)];
  const id = crypto.randomUUID();
  const verdict = await ann.edit(writerFor(people.editor).mutation([createStation('Alpha', id)]));
  expect(verdict).toMatchObject({ status: 'accepted', seq: 1 });
  await eve.until(() => eve.changes.length === 1);
  expect(eve.state.get(id)?.fields['name']).toBe('Alpha');
  expect(eve.changes[0]).toMatchObject({ actor: people.editor.account.id, seq: 1 });
});

test('[C2] over long polling too, what was missed comes first, then what happens', async () => {
  const ann = await opened(people.editor);
  const writer = writerFor(people.editor);
  for (const name of ['A', 'B', 'C'])
    await ann.edit(writer.mutation([createStation(name, crypto.randomUUID())]));
  const slow = await connect(people.viewer, { transports: ['polling'] });
  expect(await slow.open(board.slug, 1)).toMatchObject({ status: 'opened', head: 3, role: 'viewer' });
  await slow.until(() => slow.changes.length === 2);
  await ann.edit(writer.mutation([createStation('D', crypto.randomUUID())]));
  await slow.until(() => slow.changes.length === 3);
  expect(slow.changes.map(({ seq }) => seq)).toEqual([2, 3, 4]);
});

test('[A1] nobody connects without a session, nor from another site', async () => {
  const nobody = new TestSocket(server.origin, '');
  await expect(nobody.connected()).rejects.toMatchObject({ code: 'not-signed-in' });
  const cookie = people.editor.browser.cookieHeader();
  const foreign = new TestSocket(server.origin, cookie, { extraHeaders: { origin: 'https://evil.example' } });
  await expect(foreign.connected()).rejects.toBeDefined();
  expect(foreign.socket.connected).toBe(false);
});

test('[A1] an access token opens a socket as it opens the API', async () => {
  const order = { account: people.editor.account, name: 'a script', days: 1 };
  const { token } = await createToken(server.identity, order);
  const socket = new TestSocket(server.origin, '', { extraHeaders: { authorization: `Bearer ${token}` } });
  sockets.push(socket);
  await socket.connected();
  expect(await socket.open(board.slug)).toMatchObject({ status: 'opened', role: 'editor' });
  const wrong = new TestSocket(server.origin, '', { extraHeaders: { authorization: 'Bearer stk_wrong' } });
  await expect(wrong.connected()).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('[A1] an outsider cannot tell a workspace that is there from one that is not', async () => {
  const socket = await connect(people.outsider);
  const there = await socket.open(board.slug);
  expect(there).toMatchObject({ status: 'refused', error: { code: 'not-found' } });
  expect(await socket.open('no-such-board')).toEqual(there);
});

test('[A2] a viewer’s edit is refused', async () => {
  const socket = await opened(people.viewer);
  const verdict = await socket.edit(
    writerFor(people.viewer).mutation([createStation('X', crypto.randomUUID())]),
  );
  expect(verdict).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
});

test('[A3] a new role, a removal and a sign-out take effect on open sockets at once', async () => {
  const [editor, viewer, admin] = [
    await opened(people.editor),
    await opened(people.viewer),
    await opened(people.admin),
  ];
  const target = { workspaceId: board.workspaceId, actorId: null };
  await changeRole(server.identity, { ...target, userId: people.viewer.account.id }, 'editor');
  await viewer.until(() => viewer.last('access') !== undefined);
  expect(viewer.last('access')).toEqual({ role: 'editor' });
  const edit = writerFor(people.viewer).mutation([createStation('Now', crypto.randomUUID())]);
  expect((await viewer.edit(edit)).status).toBe('accepted');

  await removeMember(server.identity, { ...target, userId: people.editor.account.id });
  await editor.until(() => !editor.socket.connected);
  expect(editor.last('closed')).toMatchObject({ error: { code: 'not-found' } });

  await people.admin.browser.post('/api/auth/sign-out');
  await admin.until(() => !admin.socket.connected);
  expect(admin.last('closed')).toMatchObject({ error: { code: 'not-signed-in' } });
  expect(viewer.socket.connected).toBe(true);
});

test('[H2] people see each other, and whoever closes the page is gone within seconds', async () => {
  const [ann, bob] = [await opened(people.editor), await opened(people.viewer)];
  const names = () => (ann.last('presence') as { people: { userId: string }[] } | undefined)?.people ?? [];
  await ann.until(() => names().length === 2);
  bob.close();
  await ann.until(() => names().length === 1);
  expect(names()[0]?.userId).toBe(people.editor.account.id);
});

test('[N3] the snapshot and the changes after it make what a live window shows', async () => {
  const ann = await opened(people.editor);
  const writer = writerFor(people.editor);
  const id = crypto.randomUUID();
  await ann.edit(writer.mutation([createStation('Alpha', id)]));
  const path = `/api/workspaces/${board.slug}`;
  const { body, status, headers } = await people.viewer.browser.get(`${path}/snapshot`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ seq: 1, types: { station: { ids: [id] } } });
  expect(headers.get('cache-control')).toBe('private, no-cache');
  await ann.edit(writer.mutation([setStation(id, 'name', 'Alpha', 'Beta')]));
  const after = await people.viewer.browser.get(`${path}/changes?since=1`);
  expect(after.body).toMatchObject({ head: 2, changes: [{ seq: 2 }] });
  const past = await people.viewer.browser.get(`${path}/snapshot?seq=1`);
  expect(past.body).toEqual(body);
  expect((await people.outsider.browser.get(`${path}/snapshot`)).status).toBe(404);
});

test('[S1] eight writers at once: dense seq, nothing lost, rows are the fold of the log', async () => {
  const editors = await Promise.all(Array.from({ length: 8 }, () => opened(people.editor)));
  const ids = await Promise.all(
    editors.map(async (socket) => {
      const writer = writerFor(people.editor);
      const mine = Array.from({ length: 25 }, () => crypto.randomUUID());
      for (const id of mine) {
        const verdict = await socket.edit(writer.mutation([createStation(`S ${testUuid()}`, id)]));
        expect(verdict.status).toBe('accepted');
      }
      return mine;
    }),
  );
  const [watcher] = editors;
  await watcher?.until(() => watcher.changes.length === 200);
  expect(watcher?.changes.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 200 }, (_, index) => index + 1),
  );
  const state = watcher?.state;
  expect([...(state?.all() ?? [])].map(({ id }) => id).sort()).toEqual(ids.flat().sort());
  const loaded = await server.changelog.store.load(board.workspaceId);
  expect(loaded?.records).toEqual([...(state?.all() ?? [])]);
});

/** A bare WebSocket with the workspace open, which does what a browser would not. */
async function rawOpened(person: Person): Promise<WebSocket> {
  const url = `${server.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const headers = { cookie: person.browser.cookieHeader(), origin: server.origin };
  const raw = new WebSocket(url, { headers });
  await new Promise((resolve) => raw.once('open', resolve));
  const open = { workspace: board.slug, since: 0, protocolVersion: 1, schemaVersion: 1 };
  const connected = new Promise<void>((resolve) => {
    raw.on('message', (message: Buffer) => {
      if (message.toString().startsWith('40')) resolve();
    });
  });
  raw.send('40');
  await connected;
  raw.send(`42${JSON.stringify(['open', open])}`);
  return raw;
}

function sees(socket: TestSocket, { account }: Person): boolean {
  const people = (socket.last('presence') as { people: { userId: string }[] } | undefined)?.people ?? [];
  return people.some(({ userId }) => userId === account.id);
}

test('[H2] whose network just dies is gone within seconds, though nothing was said', async () => {
  const ann = await opened(people.editor);
  const raw = await rawOpened(people.viewer); // answers no ping
  await ann.until(() => sees(ann, people.viewer));
  const lastSeen = Date.now();
  await ann.until(() => !sees(ann, people.viewer));
  expect(Date.now() - lastSeen).toBeLessThan(15_000);
  raw.terminate();
});

test('[A6] whoever stops reading is cut off, even while its connection looks alive; the others hear everything', async () => {
  const ann = await opened(people.editor);
  const raw = await rawOpened(people.viewer);
  await ann.until(() => sees(ann, people.viewer));
  raw.pause(); // from here on nothing is read, though pings are answered
  const writer = writerFor(people.editor);
  const aims = 'x'.repeat(19_000);
  let sent = 0;
  while (sees(ann, people.viewer)) {
    expect((sent += 40)).toBeLessThan(4_000);
    const made = Array.from({ length: 40 }, () =>
      writer.mutation([
        { op: 'create', type: 'station', id: crypto.randomUUID(), fields: { name: 'S', aims } },
      ]),
    );
    expect((await ann.push(made)).status).toBe('answered');
    raw.send('3');
  }
  await ann.until(() => ann.changes.length === sent);
  raw.terminate();
});
