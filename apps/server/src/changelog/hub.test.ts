import { HEARTBEAT_MS, MAX_CATCH_UP } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { hubFixture, settled } from '../../../../tests/support/hub-fixture.ts';
import { createStation, setStation, testUuid, TestWriter } from '../../../../tests/support/mutations.ts';

async function opened(fixture: ReturnType<typeof hubFixture>, role?: 'viewer' | 'editor' | 'admin') {
  const window = fixture.window(role);
  await window.open();
  return window;
}

/** Makes changes outside of any window. */
async function grow(fixture: ReturnType<typeof hubFixture>, count: number): Promise<void> {
  const loader = new TestWriter('system');
  const mutations = Array.from({ length: count }, (_, index) => ({
    mutation: loader.mutation([createStation(`S${index}`)]),
  }));
  await fixture.changelog.commitAsSystem(fixture.workspaceId, mutations);
}

test('[C1] a commit reaches every open window once, in order, the writer’s own too', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  const id = testUuid();
  await ann.edit(ann.writer.mutation([createStation('Alpha', id)]));
  await bob.edit(bob.writer.mutation([setStation(id, 'name', 'Alpha', 'Beta')]));
  for (const window of [ann, bob]) {
    expect(window.state.get(id)?.fields['name']).toBe('Beta');
    expect(window.changes.map(({ seq }) => seq)).toEqual([1, 2]);
  }
});

test('[C1] the answer to open comes before the first change', async () => {
  const fixture = hubFixture();
  await grow(fixture, 3);
  const window = fixture.window();
  let sentBefore = -1;
  await new Promise<void>((resolve) => {
    const request = { workspace: 'board', since: 0, protocolVersion: 1, schemaVersion: 1 };
    window.session.open(request, () => {
      sentBefore = window.messages('changes').length;
      resolve();
    });
  });
  await settled();
  expect(sentBefore).toBe(0);
  expect(window.changes).toHaveLength(3);
});

test('[C2] a window that was away gets what it missed, and nothing it has', async () => {
  const fixture = hubFixture();
  await grow(fixture, 10);
  const window = fixture.window();
  expect(await window.open(7)).toMatchObject({ status: 'opened', head: 10, role: 'editor' });
  await settled();
  expect(window.changes.map(({ seq }) => seq)).toEqual([8, 9, 10]);
});

test('[C2] catch-up goes in pieces, from the store where memory does not reach', async () => {
  const first = hubFixture();
  await grow(first, 1_700);
  const fixture = first.another(); // has none of them at hand
  const window = fixture.window();
  await window.open(100);
  await settled();
  expect(window.messages('changes').map(({ changes }) => changes.length)).toEqual([500, 500, 500, 100]);
  expect(window.changes.at(-1)?.seq).toBe(1_700);
});

test('[C3] changes that are made during a catch-up are neither missed nor repeated', async () => {
  const fixture = hubFixture();
  await grow(fixture, 1_200);
  const ann = await opened(fixture);
  const slow = fixture.window();
  let read: () => void = () => undefined;
  slow.reading = new Promise((resolve) => (read = resolve));
  await slow.open(0);
  await settled();
  expect(slow.changes).toHaveLength(500);
  for (let index = 0; index < 5; index++) await ann.edit(ann.writer.mutation([createStation(`N${index}`)]));
  expect(slow.changes).toHaveLength(500);
  read();
  await settled();
  await ann.edit(ann.writer.mutation([createStation('Last')]));
  expect(slow.state.head).toBe(1_206);
});

test('[C3] a catch-up never runs ahead of the room, though the store is ahead of both', async () => {
  const there = hubFixture();
  await grow(there, 600);
  const here = there.another();
  await opened(here); // the replica here stands at 600, with no change at hand
  const loader = new TestWriter('system');
  const more = Array.from({ length: 100 }, () => ({ mutation: loader.mutation([createStation('More')]) }));
  await there.changelog.commitAsSystem(there.workspaceId, more);
  const window = here.window();
  await window.open(0);
  await settled();
  expect(window.changes.at(-1)?.seq).toBe(600);
  here.clock.advance(HEARTBEAT_MS);
  await settled();
  expect(window.state.head).toBe(700);
});

test('[C3] a window that opens again starts anew; the old catch-up stops', async () => {
  const fixture = hubFixture();
  await grow(fixture, 1_200);
  const window = fixture.window();
  let read: () => void = () => undefined;
  window.reading = new Promise((resolve) => (read = resolve));
  await window.open(0);
  await settled();
  window.sent.length = 0;
  await window.open(1_100);
  read();
  await settled();
  expect(window.changes.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 100 }, (_, index) => 1_101 + index),
  );
  await grow(fixture, 1);
  expect(window.changes.at(-1)?.seq).toBe(1_201);
  expect(window.changes).toHaveLength(101);
});

test('[C4] another server’s commit reaches the windows here with the heartbeat, if not before', async () => {
  const here = hubFixture();
  const there = here.another();
  const ann = await opened(here);
  const bob = await opened(there);
  await bob.edit(bob.writer.mutation([createStation('Alpha')]));
  expect(ann.changes).toHaveLength(0);
  here.clock.advance(HEARTBEAT_MS);
  await settled();
  expect(ann.changes).toHaveLength(1);
  expect(ann.messages('head').at(-1)).toEqual({ head: 1 });
});

test('[C4] a change found under the lock reaches the windows before the verdict that follows from it', async () => {
  const here = hubFixture();
  const there = here.another();
  const [ann, bob] = [await opened(here), await opened(there)];
  const id = testUuid();
  await bob.edit(bob.writer.mutation([createStation('Alpha', id)]));
  const verdict = await ann.edit(ann.writer.mutation([setStation(id, 'name', 'Other', 'Beta')]));
  expect(verdict.status).toBe('conflict');
  expect(ann.state.get(id)?.fields['name']).toBe('Alpha');
});

test('[C5] whoever is too far behind, or ahead of the log, is sent for a snapshot', async () => {
  const fixture = hubFixture();
  await grow(fixture, MAX_CATCH_UP + 1);
  expect(await fixture.window().open(0)).toEqual({ status: 'snapshot-needed' });
  expect(await fixture.window().open(MAX_CATCH_UP + 2)).toEqual({ status: 'snapshot-needed' });
  expect(await fixture.window().open(1)).toMatchObject({ status: 'opened' });
});

test('[C5] whoever saw a newer head on another server is not taken for ahead', async () => {
  const here = hubFixture();
  await opened(here);
  const there = here.another();
  await grow(there, 3);
  const window = here.window();
  expect(await window.open(3)).toMatchObject({ status: 'opened', head: 3 });
});

test('[E2] a page of another version is told to reload', async () => {
  const fixture = hubFixture();
  const window = fixture.window();
  const request = { workspace: 'board', since: 0, protocolVersion: 2, schemaVersion: 1 };
  const answer = await new Promise((resolve) => window.session.open(request, resolve));
  expect(answer).toMatchObject({ status: 'refused', error: { code: 'version-mismatch' } });
});

test('[H1] the heartbeat says the head to every window', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  await grow(fixture, 2);
  fixture.clock.advance(HEARTBEAT_MS);
  await settled();
  fixture.clock.advance(HEARTBEAT_MS);
  await settled();
  expect(ann.messages('head')).toEqual([{ head: 2 }, { head: 2 }]);
});

test('[H2] people are seen where they are, and gone when their connection is', async () => {
  const fixture = hubFixture();
  const [ann, bob] = [await opened(fixture), await opened(fixture)];
  const recordId = testUuid();
  bob.session.here({ recordId, field: 'name' });
  fixture.clock.advance(1_000);
  const people = ann.messages('presence').at(-1)?.people ?? [];
  expect(people).toHaveLength(2);
  const bobIsAt = people.find(({ userId }) => userId === bob.writer.userId);
  expect(bobIsAt).toMatchObject({ recordId, field: 'name', connectionId: bob.id });
  bob.session.disconnected();
  fixture.clock.advance(1_000);
  expect(
    ann
      .messages('presence')
      .at(-1)
      ?.people.map(({ connectionId }) => connectionId),
  ).toEqual([ann.id]);
});

test('[H2] many moves within a moment are one message', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  fixture.clock.advance(1_000);
  const before = ann.messages('presence').length;
  for (let index = 0; index < 50; index++) ann.session.here({ recordId: testUuid(), field: null });
  fixture.clock.advance(1_000);
  expect(ann.messages('presence')).toHaveLength(before + 1);
});

test('[S2] a workspace whose log was replaced is loaded anew, and its windows are closed', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  await ann.edit(ann.writer.mutation([createStation('Alpha')]));
  fixture.store.addWorkspace(fixture.workspaceId); // restored from a backup that is older
  const reply = await ann.push([ann.writer.mutation([createStation('Beta')])]);
  expect(reply).toMatchObject({ status: 'refused', error: { code: 'unavailable' } });
  expect(ann.isClosed).toBe(true);
  const again = fixture.window();
  expect(await again.open(1)).toEqual({ status: 'snapshot-needed' });
  expect(await again.open(0)).toMatchObject({ status: 'opened', head: 0 });
});

test('a room that everybody has left is given up, and made again for the next', async () => {
  const fixture = hubFixture();
  const ann = await opened(fixture);
  const replica = await fixture.changelog.replica(fixture.workspaceId);
  expect(replica.isWatched).toBe(true);
  ann.session.disconnected();
  expect(replica.isWatched).toBe(false);
  expect(fixture.hub.sessionCount).toBe(0);
  const bob = await opened(fixture);
  await bob.open(0);
  await grow(fixture, 1);
  expect(bob.changes).toHaveLength(1);
});
