/** Refusals that a client has settled: forgotten in the transaction that its push is answered after. */
import { WriteRefused } from './log-store.ts';
import { expect, test } from 'vitest';
import { commitFixture, statuses } from '../../../../tests/support/commit-fixture.ts';
import { createStation, setStation, testUuid, TestWriter } from '../../../../tests/support/mutations.ts';

/** A log that keeps one refusal of `ann`, and how she says that it is settled. */
async function withRefusal() {
  const fixture = commitFixture();
  const ann = new TestWriter();
  const bad = ann.asks(setStation(testUuid(), 'name', 'Older', 'Newer'));
  expect(statuses(await fixture.commit(ann, bad))).toEqual(['rejected']);
  const clientId = bad.id.slice(0, bad.id.lastIndexOf(':'));
  const settle = (...asked: (typeof bad)[]) =>
    fixture.changelog.commit(fixture.workspaceId, {
      asked,
      writer: { actor: ann.userId },
      settled: [{ clientId, upTo: 1 }],
    });
  const kept = () => fixture.store.refusalCount(fixture.workspaceId);
  expect(kept()).toBe(1);
  return { ...fixture, ann, settle, kept };
}

test('[P5] what is said settled by a push without edits is forgotten when that is answered', async () => {
  const { settle, kept } = await withRefusal();
  expect(await settle()).toEqual([]);
  expect(kept()).toBe(0);
});

test('[P5] a push that says settled while the database is away is refused, so that it is said again', async () => {
  const { store, settle, kept } = await withRefusal();
  store.crashPoint = () => 'write';
  await expect(settle()).rejects.toMatchObject({ code: 'unavailable' });
  expect(kept()).toBe(1);
  store.crashPoint = () => 'none';
  await settle();
  expect(kept()).toBe(0);
});

test('[P5] what is said settled with an edit that the database refuses is forgotten all the same', async () => {
  const { store, ann, settle, kept } = await withRefusal();
  const poison = testUuid();
  const locked = store.locked.bind(store);
  store.locked = (workspaceId, clientIds, work) =>
    locked(workspaceId, clientIds, (log) =>
      work({
        ...log,
        append: (batch) =>
          batch.created.has(poison) ? Promise.reject(new WriteRefused('a constraint')) : log.append(batch),
      }),
    );
  const verdicts = await settle(ann.asks(createStation('Poison', poison)));
  expect(statuses(verdicts)).toEqual(['rejected']);
  expect(kept()).toBe(1); // the first is gone, the new one is kept
});
