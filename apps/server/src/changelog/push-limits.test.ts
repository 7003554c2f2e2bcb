/** What a push may cost the server before anybody has looked at the role of its sender. */
import { parseMutation } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { hubFixture, settled } from '../../../../tests/support/hub-fixture.ts';
import { createStation, testUuid } from '../../../../tests/support/mutations.ts';

const names = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`made up ${index}`, 1]));
const unreadable = (id: string, fields: unknown) => ({
  id,
  groupId: null,
  reason: null,
  undoes: null,
  ops: [{ op: 'create', type: 'station', id: testUuid(), fields }],
});

test('[P6] a mutation with thousands of unknown names is refused in few words', () => {
  for (const count of [50, 50_000]) {
    const parsed = parseMutation(unreadable(`${testUuid()}:1`, names(count)));
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed).length).toBeLessThan(10_000);
  }
});

test('[P6] a name of a megabyte is not sent back', () => {
  const parsed = parseMutation(unreadable(`${testUuid()}:1`, { ['x'.repeat(1_000_000)]: 1 }));
  expect(JSON.stringify(parsed).length).toBeLessThan(10_000);
});

test('[A2] what a viewer pushes is refused for the role, unread', async () => {
  const fixture = hubFixture();
  const window = fixture.window('viewer');
  await window.open();
  const reply = await window.push([unreadable(`${testUuid()}:1`, names(50))]);
  expect(reply).toMatchObject({
    status: 'answered',
    verdicts: [{ status: 'rejected', error: { code: 'forbidden' } }],
  });
});

test('[P5] a push that calls more than some hundred clients settled is not read', async () => {
  const window = hubFixture().window();
  await window.open();
  const many = Object.fromEntries(Array.from({ length: 201 }, () => [testUuid(), 1]));
  expect(await window.push([], many)).toMatchObject({ status: 'refused', error: { code: 'malformed' } });
});

test('[A6] a large message counts as several', async () => {
  const fixture = hubFixture(undefined, { limits: { messages: { capacity: 10, perSecond: 1 } } });
  const window = fixture.window();
  await window.open();
  const push = (bytes: number) =>
    new Promise((resolve) => window.session.push({ mutations: [], settled: {} }, resolve, bytes));
  expect(await push(60_000)).toMatchObject({ status: 'answered' });
  expect(await push(60_000)).toMatchObject({ status: 'refused', error: { code: 'rate-limited' } });
});

test.each([
  ['the window is gone and the person is removed', 'removed'],
  ['all sessions of the person are ended', 'signed-out'],
  ['the window is gone and news may have been missed', 'everything-may-have-changed'],
] as const)('[A2] a push that waits for the lock is refused when meanwhile %s', async (_, kind) => {
  const fixture = hubFixture();
  const window = fixture.window('editor');
  await window.open();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void fixture.store.locked(fixture.workspaceId, [], () => held);
  await settled();
  const answer = window.push([window.writer.mutation([createStation('Too late')])]);
  await settled();
  if (kind !== 'signed-out') window.session.disconnected();
  const userId = window.session.caller.userId;
  if (kind === 'removed') fixture.access.remove(userId);
  else fixture.access.emit(kind === 'signed-out' ? { kind, userId } : { kind });
  release();
  expect(await answer).toMatchObject({ status: 'refused', error: { code: 'unavailable' } });
  expect(fixture.store.logOf(fixture.workspaceId)).toHaveLength(0);
  expect(fixture.store.refusalCount(fixture.workspaceId)).toBe(0);
});

test('[A2] a push is judged by the role held at its turn, though its window has opened something else since', async () => {
  const fixture = hubFixture();
  const window = fixture.window('editor');
  await window.open();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void fixture.store.locked(fixture.workspaceId, [], () => held);
  await settled();
  const answer = window.push([window.writer.mutation([createStation('Too late')])]);
  await settled();
  window.session.stand();
  fixture.access.setRole(window.session.caller.userId, 'viewer');
  release();
  expect(await answer).toMatchObject({ verdicts: [{ status: 'rejected', error: { code: 'forbidden' } }] });
});
