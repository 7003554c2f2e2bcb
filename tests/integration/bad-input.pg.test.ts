/**
 * What a broken or hostile client can send. Each gets a typed refusal or loses its connection; the log is untouched
 * and a bystander goes on working.
 */
import { MAX_MUTATIONS_PER_PUSH, MAX_OPS, MAX_PUSH_BYTES, mutationId } from '@stationkeeper/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Role } from '@stationkeeper/domain/access/roles';
import WebSocket from 'ws';
import { insertMember } from '../../apps/server/src/identity/members.ts';
import { startLiveServer, type LiveServer } from '../support/live-server.ts';
import { createStation, TestWriter, setStation } from '../support/mutations.ts';
import { makeBoard, makePeople, type Board, type Person } from '../support/people.ts';
import { TestSocket } from '../support/test-socket.ts';

let server: LiveServer;
let board: Board;
let people: Awaited<ReturnType<typeof makePeople>>;
let socket: TestSocket;
let bystander: TestSocket;
let writer: TestWriter;
/** A station that is there. */
let stationId: string;

beforeAll(async () => {
  server = await startLiveServer();
  people = await makePeople(server, await makeBoard(server));
});
afterAll(() => server.stop());

beforeEach(async () => {
  board = await makeBoard(server);
  await letIn(board, people.editor, 'editor');
  await letIn(board, people.admin, 'admin');
  [socket, bystander] = [await opened(people.editor), await opened(people.admin)];
  writer = new TestWriter(people.editor.account.id, crypto.randomUUID());
  stationId = crypto.randomUUID();
  await socket.edit(writer.mutation([createStation('Alpha', stationId)]));
});

afterEach(async () => {
  // Whatever was sent: the log is as it was, and the other person can work.
  expect(await server.changelog.store.head(board.workspaceId)).toBe(1);
  const other = new TestWriter(people.admin.account.id, crypto.randomUUID());
  const verdict = await bystander.edit(other.mutation([setStation(stationId, 'name', 'Alpha', 'Beta')]));
  expect(verdict).toMatchObject({ status: 'accepted', seq: 2 });
  await bystander.until(() => bystander.changes.length === 2);
  for (const one of [socket, bystander]) one.close();
});

async function letIn({ workspaceId }: Board, { account }: Person, role: Role): Promise<void> {
  await insertMember(
    server.identity.database.prisma,
    { workspaceId, userId: account.id, actorId: null },
    role,
  );
}

async function opened(person: Person): Promise<TestSocket> {
  const made = await new TestSocket(server.origin, person.browser.cookieHeader()).connected();
  await made.open(board.slug);
  return made;
}

/** What becomes of a mutation whose content is anything at all. */
async function verdictOn(content: object): Promise<{ status: string; error?: { code: string } }> {
  const { id } = writer.mutation([]);
  const reply = await socket.push([
    { id, groupId: null, reason: null, undoes: null, ops: [createStation('x')], ...content },
  ]);
  if (reply.status !== 'answered') throw new Error(JSON.stringify(reply));
  return reply.verdicts[0] ?? { status: 'none' };
}

const update = (edits: object) => [{ op: 'update', type: 'station', id: stationId, edits }];
const creation = (type: string, fields: object) => [{ op: 'create', type, id: crypto.randomUUID(), fields }];
/** An array in an array in an array … */
const deep = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

const MALFORMED: readonly (readonly [string, object])[] = [
  ['no operations', { ops: [] }],
  ['operations that are none', { ops: 'delete everything' }],
  ['an unknown operation', { ops: [{ op: 'drop', type: 'station', id: 'x' }] }],
  ['an unknown record type', { ops: creation('spaceship', {}) }],
  ['a record id that is none', { ops: [{ op: 'delete', type: 'station', id: "'; drop table change; --" }] }],
  ['an unknown member of the envelope', { admin: true }],
  ['a reason that is no text', { reason: 7 }],
  ['a reason that is too long', { reason: 'x'.repeat(2_001) }],
  ['a reason with control characters', { reason: 'a\u0000b' }],
  ['a reason with bidi marks', { reason: 'a\u202eb' }],
  ['a group id that is none', { groupId: 'all' }],
  ['a change that cannot be', { undoes: -1 }],
  ['too many operations', { ops: Array.from({ length: MAX_OPS + 1 }, () => createStation('x')) }],
];

test.each(MALFORMED)('[P6] a mutation with %s is refused as malformed', async (_what, content) => {
  expect(await verdictOn(content)).toMatchObject({ status: 'rejected', error: { code: 'malformed' } });
});

const INVALID: readonly (readonly [string, (id: string) => object])[] = [
  ['an unknown field', () => ({ ops: creation('station', { name: 'x', colour: 'red' }) })],
  [
    'a field named __proto__',
    () => ({ ops: creation('station', JSON.parse('{"constructor":{"x":1}}') as object) }),
  ],
  ['a required field left out', () => ({ ops: creation('station', {}) })],
  ['a required field left empty', () => ({ ops: creation('station', { name: '  ' }) })],
  ['a number for a text', () => ({ ops: creation('station', { name: 7 }) })],
  ['a text for a set', () => ({ ops: creation('station', { name: 'x', aliases: 'y' }) })],
  ['an impossible day', () => ({ ops: creation('source', { title: 'x', published: '2030-02-30' }) })],
  ['an impossible month', () => ({ ops: creation('source', { title: 'x', published: '2030-13' }) })],
  ['no date at all', () => ({ ops: creation('source', { title: 'x', published: 'soon' }) })],
  ['U+0000', () => ({ ops: creation('station', { name: 'a\u0000b' }) })],
  ['control characters', () => ({ ops: creation('station', { name: 'a\u001bb' }) })],
  ['bidi marks', () => ({ ops: creation('station', { name: 'a\u202eb' }) })],
  ['half a character', () => ({ ops: creation('station', { name: 'a\ud800b' }) })],
  ['a line break in a line', () => ({ ops: creation('station', { name: 'a\nb' }) })],
  ['text that is too long', () => ({ ops: creation('station', { name: 'x'.repeat(301) }) })],
  ['a script as an address', () => ({ ops: creation('source', { title: 'x', url: 'javascript:alert(1)' }) })],
  ['a choice that is none', () => ({ ops: creation('station', { name: 'x', phase: 'haunted' }) })],
  ['a scalar edit of a set', () => ({ ops: update({ aliases: { from: [], to: ['x'] } }) })],
  ['a set edit of a scalar', () => ({ ops: update({ name: { add: ['x'], remove: [] } }) })],
  [
    'something bottomless as what was seen',
    () => ({ ops: update({ orbit: { from: deep(1_000), to: 'x' } }) }),
  ],
  [
    'something huge as what was seen',
    () => ({ ops: update({ orbit: { from: 'x'.repeat(50_000), to: 'x' } }) }),
  ],
];

test.each(INVALID)('[P6] a mutation with %s is refused as invalid', async (_what, content) => {
  const verdict = await verdictOn(content(stationId));
  expect(verdict).toMatchObject({ status: 'rejected', error: { code: 'invalid-value' } });
});

test('[P6] every problem of a mutation is named, with its place', async () => {
  const verdict = await verdictOn({ ops: creation('station', { name: '', phase: 'x', colour: 'y' }) });
  expect(verdict).toMatchObject({
    error: {
      details: {
        problems: [
          { path: 'ops.0.fields.name' },
          { path: 'ops.0.fields.phase' },
          { path: 'ops.0.fields.colour' },
        ],
      },
    },
  });
});

test('[V7] a record of another workspace is not there', async () => {
  const other = await makeBoard(server);
  const foreign = crypto.randomUUID();
  const loader = new TestWriter('system', crypto.randomUUID());
  const mutation = loader.mutation([createStation('Elsewhere', foreign)]);
  await server.changelog.commitAsSystem(other.workspaceId, [{ mutation }]);
  const stolen = [
    { op: 'update', type: 'station', id: foreign, edits: { name: { from: 'Elsewhere', to: 'Mine' } } },
  ];
  expect(await verdictOn({ ops: stolen })).toMatchObject({ error: { code: 'not-found' } });
  const pointing = creation('milestone', { name: 'x', subject: foreign });
  expect(await verdictOn({ ops: pointing })).toMatchObject({ error: { code: 'not-found' } });
  expect(await server.changelog.store.head(other.workspaceId)).toBe(1);
});

test('[V2] a stale mutation conflicts, and a replayed one gets its first answer', async () => {
  const stale = writer.mutation([setStation(stationId, 'name', 'Older', 'Newer')]);
  const first = await socket.edit(stale);
  expect(first.status).toBe('conflict');
  expect(await socket.edit(stale)).toEqual(first);
  const forged = { ...stale, ops: [{ op: 'delete', type: 'station', id: stationId }] };
  expect((await socket.push([forged])) as unknown).toMatchObject({ verdicts: [first] });
});

test('[P2] a replay under somebody else’s client id is refused', async () => {
  const thief = await opened(people.admin);
  const stolen = new TestWriter(people.admin.account.id, writer.clientId).mutation([createStation('x')]);
  expect(await thief.edit(stolen)).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
  thief.close();
});

test('[P6] a bad mutation harms no other of its push', async () => {
  const { id } = writer.mutation([]);
  const good = writer.mutation([setStation(stationId, 'name', 'Alpha', 'Alpha')]);
  const reply = await socket.push([{ id, nonsense: true }, good]);
  expect(reply).toMatchObject({ verdicts: [{ status: 'rejected' }, { status: 'accepted' }] });
});

const GARBAGE: readonly (readonly [string, string, unknown])[] = [
  ['a push that is nothing', 'push', null],
  ['a push of mutations without ids', 'push', { mutations: [{}], settled: {} }],
  ['a push of things that are no mutations', 'push', { mutations: [1, 'x', null], settled: {} }],
  [
    'too many mutations',
    'push',
    { mutations: Array.from({ length: MAX_MUTATIONS_PER_PUSH + 1 }, () => ({})), settled: {} },
  ],
  ['settled counters that are none', 'push', { mutations: [], settled: { x: 1 } }],
  [
    'a counter beyond all numbers',
    'push',
    { mutations: [{ id: mutationId(crypto.randomUUID(), 1e21) }], settled: {} },
  ],
  ['an open of nothing', 'open', undefined],
  [
    'an open at a seq that is none',
    'open',
    { workspace: 'x', since: -1, protocolVersion: 1, schemaVersion: 1 },
  ],
  [
    'an open of a name that is too long',
    'open',
    { workspace: 'x'.repeat(101), since: 0, protocolVersion: 1, schemaVersion: 1 },
  ],
];

test.each(GARBAGE)(
  '[P6] %s is refused as malformed, and the connection goes on',
  async (_what, event, message) => {
    expect(await socket.ask(event, message)).toMatchObject({
      status: 'refused',
      error: { code: 'malformed' },
    });
    expect((await socket.push([])).status).toBe('answered');
  },
);

test('[P6] unknown messages, missing acks and wrong whereabouts are passed over', async () => {
  socket.socket.emit('drop-tables');
  socket.socket.emit('push', { mutations: [] });
  socket.socket.emit('push', 'x', 'an ack that is none');
  socket.socket.emit('open');
  for (const whereabouts of [null, 7, { recordId: 'x', field: 7 }, {}])
    socket.socket.emit('here', whereabouts);
  expect((await socket.push([])).status).toBe('answered');
});

test('[P8] a push that is too large is refused by its size', async () => {
  const { id } = writer.mutation([]);
  const reply = await socket.push([{ id, padding: 'x'.repeat(MAX_PUSH_BYTES) }]);
  expect(reply).toMatchObject({
    status: 'refused',
    error: { code: 'too-large', details: { limit: MAX_PUSH_BYTES } },
  });
  expect(socket.socket.connected).toBe(true);
});

test('[P8] a message that is far too large ends its connection only', async () => {
  socket.socket.emit('push', { padding: 'x'.repeat(5 * MAX_PUSH_BYTES) });
  await socket.until(() => !socket.socket.connected);
});

test('[A6] whoever floods is cut off, and may come back', async () => {
  for (let index = 0; index < 3_000; index++) socket.socket.emit('here', { recordId: null, field: null });
  await socket.until(() => !socket.socket.connected);
  expect(socket.last('closed')).toMatchObject({ error: { code: 'rate-limited' } });
  socket = await new TestSocket(server.origin, people.editor.browser.cookieHeader()).connected();
});

/** A bare WebSocket that has been let in, for what no Socket.IO client would send. */
async function rawSocket(): Promise<WebSocket> {
  const url = `${server.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const headers = { cookie: people.editor.browser.cookieHeader(), origin: server.origin };
  const raw = new WebSocket(url, { headers });
  await new Promise((resolve) => raw.once('open', resolve));
  raw.send('40');
  await messageOf(raw, /^40/);
  return raw;
}

function messageOf(raw: WebSocket, wanted: RegExp): Promise<string> {
  return new Promise((resolve) => {
    raw.on('message', (message: Buffer) => {
      if (wanted.test(message.toString())) resolve(message.toString());
    });
  });
}

const NO_SOCKET_IO = [
  'garbage',
  '42["push"',
  '451-["push",{"_placeholder":true,"num":9}]',
  Buffer.alloc(100),
];

test.each(NO_SOCKET_IO)('[P6] what is no Socket.IO at all loses its connection: %s', async (garbage) => {
  const raw = await rawSocket();
  const closed = new Promise((resolve) => raw.once('close', resolve));
  raw.send(garbage);
  raw.send('42["and","go","on"]');
  await closed;
});

test('[P6] a message as deep as the ocean is refused', async () => {
  const raw = await rawSocket();
  const open = { workspace: board.slug, since: 0, protocolVersion: 1, schemaVersion: 1 };
  raw.send(`421${JSON.stringify(['open', open])}`);
  await messageOf(raw, /^431/);
  const { id } = writer.mutation([]);
  const bottom = '['.repeat(200_000) + ']'.repeat(200_000);
  const ops = `[{"op":"update","type":"station","id":"${stationId}","edits":{"orbit":{"from":${bottom},"to":"x"}}}]`;
  const mutation = `{"id":"${id}","groupId":null,"reason":null,"undoes":null,"ops":${ops}}`;
  raw.send(`422["push",{"mutations":[${mutation}],"settled":{}}]`);
  expect(await messageOf(raw, /^432/)).toContain('"code":"invalid-value"');
  raw.close();
});
