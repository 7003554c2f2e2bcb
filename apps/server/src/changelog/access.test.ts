/** Who may open, read and write, from one moment to the next. */
import { HEARTBEAT_MS } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { FakeWindow, hubFixture, settled } from '../../../../tests/support/hub-fixture.ts';
import { create, createStation, testUuid } from '../../../../tests/support/mutations.ts';

async function opened(fixture: ReturnType<typeof hubFixture>, role?: 'viewer' | 'editor' | 'admin') {
  const window = fixture.window(role);
  await window.open();
  return window;
}

test('[A1] an outsider cannot tell a workspace that is there from one that is not', async () => {
  const fixture = hubFixture();
  const stranger = new FakeWindow(fixture.hub, testUuid());
  const there = await stranger.open(0, 'board');
  expect(there).toMatchObject({ status: 'refused', error: { code: 'not-found' } });
  expect(await stranger.open(0, 'no-such-board')).toEqual(there);
});

test('[A2] a viewer’s edit is refused and the refusal is kept; the log is untouched', async () => {
  const fixture = hubFixture();
  const viewer = await opened(fixture, 'viewer');
  const edit = viewer.writer.mutation([createStation('Alpha')]);
  const verdict = await viewer.edit(edit);
  expect(verdict).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
  expect(await viewer.edit(edit)).toEqual(verdict);
  expect(fixture.store.logOf(fixture.workspaceId)).toHaveLength(0);
});

test('[A2] the role held when the verdict is passed decides, not the one held when the push came', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  const pushing = ann.edit(ann.writer.mutation([createStation('Alpha')]));
  fixture.access.setRole(ann.writer.userId, 'viewer');
  expect(await pushing).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
});

test('[A3] a new role shows at once on open windows, and holds', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture, 'viewer');
  fixture.access.setRole(ann.writer.userId, 'editor');
  expect(ann.messages('access')).toEqual([{ role: 'editor' }]);
  expect((await ann.edit(ann.writer.mutation([createStation('Alpha')]))).status).toBe('accepted');
});

test('[A3] whoever is removed is told, disconnected, and hears nothing more', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  fixture.access.remove(ann.writer.userId);
  expect(ann.messages('closed')).toMatchObject([{ error: { code: 'not-found' } }]);
  expect(ann.isClosed).toBe(true);
  const sent = ann.sent.length;
  await bob.edit(bob.writer.mutation([createStation('Alpha')]));
  expect(ann.sent).toHaveLength(sent);
  expect(bob.isClosed).toBe(false);
});

test('[A3] whoever is removed while opening is not let in', async () => {
  const fixture = hubFixture();
  const ann = fixture.window();
  const opening = ann.open();
  fixture.access.remove(ann.writer.userId);
  expect(await opening).toMatchObject({ status: 'refused', error: { code: 'not-found' } });
});

test('[A3] a sign-out closes the windows of that session and no others', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  const { userId, sessionId } = ann.session.caller;
  fixture.access.emit({ kind: 'signed-out', userId, sessionId });
  expect(ann.messages('closed')).toMatchObject([{ error: { code: 'not-signed-in' } }]);
  expect([ann.isClosed, bob.isClosed]).toEqual([true, false]);
});

test('[A3] when news may have been missed, every window is looked at again', async () => {
  const fixture = hubFixture();
  const [ann, bob, eve, dan] = [
    await opened(fixture),
    await opened(fixture),
    await opened(fixture),
    await opened(fixture),
  ];
  fixture.access.signedOut.add(ann.session.caller.sessionId);
  fixture.access.roles.delete(bob.writer.userId);
  fixture.access.roles.set(eve.writer.userId, 'viewer');
  fixture.access.emit({ kind: 'everything-may-have-changed' });
  await settled();
  expect([ann, bob, eve, dan].map(({ isClosed }) => isClosed)).toEqual([true, true, false, false]);
  expect(eve.messages('access')).toEqual([{ role: 'viewer' }]);
});

test('[A3] a session that has run out is noticed within minutes, without any news', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  fixture.access.signedOut.add(ann.session.caller.sessionId);
  for (let beat = 0; beat < 20; beat++) {
    fixture.clock.advance(HEARTBEAT_MS);
    await settled();
  }
  expect([ann.isClosed, bob.isClosed]).toEqual([true, false]);
});

test('[A4] a field names members only, those who have just joined too, those who have left not', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  const stationId = testUuid();
  await ann.edit(ann.writer.mutation([createStation('Alpha', stationId)]));
  const watchedBy = (watcher: string) =>
    ann.writer.mutation([create('milestone', { name: 'M', subject: stationId, watcher })]);
  const joiner = testUuid();
  expect((await ann.edit(watchedBy(joiner))).status).toBe('rejected');
  fixture.access.roles.set(joiner, 'viewer');
  fixture.access.emit({ kind: 'joined', userId: joiner, workspaceId: fixture.workspaceId });
  expect((await ann.edit(watchedBy(joiner))).status).toBe('accepted');
  fixture.access.remove(joiner);
  expect((await ann.edit(watchedBy(joiner))).status).toBe('rejected');
  expect(ann.messages('members')).toHaveLength(2);
});

test('[A5] a comment is written in one’s own name, and only its author may change it', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  const [station, comment] = [testUuid(), testUuid()];
  await ann.edit(ann.writer.mutation([createStation('Alpha', station)]));
  const written = (author: string) =>
    ann.writer.mutation([create('comment', { record: station, author, body: 'Hm.' }, comment)]);
  const forbidden = { status: 'rejected', error: { code: 'forbidden' } };
  expect(await ann.edit(written(bob.writer.userId))).toMatchObject(forbidden);
  expect((await ann.edit(written(ann.writer.userId))).status).toBe('accepted');
  const edit = { body: { from: 'Hm.', to: 'Ha.' } };
  const op = { op: 'update', type: 'comment', id: comment, edits: edit } as const;
  expect(await bob.edit(bob.writer.mutation([op]))).toMatchObject(forbidden);
  expect((await ann.edit(ann.writer.mutation([op]))).status).toBe('accepted');
  const resolve = { ...op, edits: { isResolved: { from: false, to: true } } };
  expect((await bob.edit(bob.writer.mutation([resolve]))).status).toBe('accepted');
});

test('[A6] whoever pushes too much waits, is told how long, and harms nobody else', async () => {
  const fixture = hubFixture(undefined, {
    limits: { mutations: { capacity: 5, perSecond: 1 } },
  });
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  const six = Array.from({ length: 6 }, () => ann.writer.mutation([createStation('x')]));
  expect((await ann.push(six.slice(0, 5))).status).toBe('answered');
  const refused = await ann.push(six.slice(5));
  expect(refused).toMatchObject({ error: { code: 'rate-limited', details: { retryAfterMs: 1_000 } } });
  expect((await bob.edit(bob.writer.mutation([createStation('y')]))).status).toBe('accepted');
  fixture.clock.advance(1_000);
  expect((await ann.push(six.slice(5))).status).toBe('answered');
});

test('[A6] a window on no workspace is told to open one; its edits go on waiting', async () => {
  const fixture = hubFixture();
  const ann = fixture.window();
  const reply = await ann.push([ann.writer.mutation([createStation('x')])]);
  expect(reply).toMatchObject({ status: 'refused', error: { code: 'unavailable' } });
});
