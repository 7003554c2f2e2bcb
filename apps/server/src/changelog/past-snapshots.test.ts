/** Many who ask for the past at once. */
import { expect, test } from 'vitest';
import { commitFixture } from '../../../../tests/support/commit-fixture.ts';
import { createStation, TestWriter } from '../../../../tests/support/mutations.ts';
import type { LogStore } from './log-store.ts';

async function workspaceWith(changes: number) {
  const fixture = commitFixture();
  const ann = new TestWriter();
  const edits = Array.from({ length: changes }, (_, index) => ann.asks(createStation(`S${index}`)));
  await fixture.commit(ann, ...edits);
  return fixture;
}

/** Counts how many readings of the log run at the same time. */
function watchReadings(store: LogStore): { most: number } {
  const seen = { most: 0 };
  let running = 0;
  const read = store.changesSince.bind(store);
  store.changesSince = async (...query) => {
    seen.most = Math.max(seen.most, ++running);
    try {
      return await read(...query);
    } finally {
      running -= 1;
    }
  };
  return seen;
}

test('[N1] snapshots of the past are made one at a time; too many who wait are told to come back', async () => {
  const { store, changelog, workspaceId } = await workspaceWith(60);
  const seen = watchReadings(store);
  const asked = Array.from({ length: 50 }, (_, index) => changelog.snapshotAt(workspaceId, index + 1));
  const answers = await Promise.allSettled(asked);
  const made = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.seq] : []));
  expect(made).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'rate-limited' });
  expect(seen.most).toBe(1);
  expect((await changelog.snapshotAt(workspaceId, 50)).seq).toBe(50);
});

test('[N1] the present does not wait for the past', async () => {
  const { changelog, workspaceId } = await workspaceWith(60);
  const past = Array.from({ length: 50 }, (_, index) => changelog.snapshotAt(workspaceId, index + 1));
  const settled = Promise.allSettled(past);
  expect((await changelog.snapshotAt(workspaceId, 'now')).seq).toBe(60);
  await settled;
});

test('[N1] a log that was replaced by a shorter one ends the search for a moment in it', async () => {
  const { store, changelog, workspaceId } = await workspaceWith(5);
  await changelog.replica(workspaceId);
  store.addWorkspace(workspaceId);
  await expect(changelog.snapshotAt(workspaceId, 2)).rejects.toThrow('nothing after change');
});
