/** What a room and a window know of access while the database is slow, away, or others come and go. */
import { AppError } from '@stationkeeper/domain';
import { HEARTBEAT_MS } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { hubFixture, settled } from '../../../../tests/support/hub-fixture.ts';
import { create, createStation, testUuid } from '../../../../tests/support/mutations.ts';

test('[A4] who joins while a room is being made can be named in it', async () => {
  let arrive: () => void = () => undefined;
  const fixture = hubFixture(undefined, {
    wrap: (store) => {
      const load = store.load.bind(store);
      store.load = async (workspaceId) => {
        arrive();
        return load(workspaceId);
      };
      return store;
    },
  });
  const newcomer = testUuid();
  arrive = () => {
    fixture.access.roles.set(newcomer, 'editor');
    fixture.access.emit({ kind: 'joined', userId: newcomer, workspaceId: fixture.workspaceId });
  };
  const window = fixture.window();
  await window.open();
  const station = testUuid();
  const milestone = create('milestone', { name: 'Launch', subject: station, watcher: newcomer });
  const edit = window.writer.mutation([createStation('Alpha', station), milestone]);
  expect(await window.edit(edit)).toMatchObject({ status: 'accepted' });
});

/** A beat of the heart, and all that follows from it. */
async function beat(fixture: ReturnType<typeof hubFixture>): Promise<void> {
  fixture.clock.advance(HEARTBEAT_MS);
  await settled();
}

test('[A3] a window is looked at within five minutes, however many others come and go', async () => {
  const fixture = hubFixture();
  const before = Array.from({ length: 30 }, () => fixture.window());
  const window = fixture.window();
  await window.open();
  fixture.access.signedOut.add(window.session.caller.sessionId); // ran out: nobody says so
  for (let beats = 0; beats < 20; beats++) {
    before.shift()?.session.disconnected();
    await beat(fixture);
  }
  expect(window.isClosed).toBe(true);
});

test('[A3] one question that the database does not answer closes no window; two do', async () => {
  const fixture = hubFixture();
  const window = fixture.window();
  await window.open();
  let isAway = true;
  let asked = 0;
  const isSignedIn = fixture.access.isSignedIn.bind(fixture.access);
  fixture.access.isSignedIn = (caller) => {
    asked += 1;
    return isAway ? Promise.reject(new AppError('unavailable', 'away')) : isSignedIn(caller);
  };
  while (asked < 1) await beat(fixture);
  expect(window.isClosed).toBe(false);
  isAway = false;
  await beat(fixture);
  expect(asked).toBe(2);
  isAway = true;
  while (asked < 4) await beat(fixture);
  expect(window.isClosed).toBe(true);
});
