/** What becomes of a batch when the database fails, at each point where it can. */
import { expect, test } from 'vitest';
import { commitFixture, statuses } from '../../../../tests/support/commit-fixture.ts';
import { createStation, testUuid, TestWriter } from '../../../../tests/support/mutations.ts';
import { WriteRefused, type LogStore } from './log-store.ts';

test('[P7] COMMIT was done but its answer lost: the first answer is found, nothing is done twice', async () => {
  const { store, commit, log } = commitFixture();
  const ann = new TestWriter();
  const crashes = ['lost-answer', 'none'] as const;
  let transaction = 0;
  store.crashPoint = () => crashes[transaction++] ?? 'none';
  const [verdict] = await commit(ann, ann.asks(createStation('Alpha')));
  expect(verdict).toMatchObject({ status: 'accepted', seq: 1 });
  expect(log()).toHaveLength(1);
  expect(transaction).toBe(2);
});

test('[P7] COMMIT was not done and had no answer: it is done now', async () => {
  const { store, commit, log } = commitFixture();
  const ann = new TestWriter();
  const crashes = ['lost-commit', 'lost-commit', 'none'] as const;
  let transaction = 0;
  store.crashPoint = () => crashes[transaction++] ?? 'none';
  const [verdict] = await commit(ann, ann.asks(createStation('Alpha')));
  expect(verdict).toMatchObject({ status: 'accepted', seq: 1 });
  expect(log()).toHaveLength(1);
});

test('[P7] while the database is away everybody is told to come back, and then nothing is missing', async () => {
  const { store, commit, log } = commitFixture();
  const ann = new TestWriter();
  const edit = ann.asks(createStation('Alpha'));
  for (const crash of ['before', 'write', 'lost-commit'] as const) {
    store.crashPoint = () => crash;
    await expect(commit(ann, edit)).rejects.toMatchObject({ code: 'unavailable' });
    expect(log()).toHaveLength(0);
  }
  store.crashPoint = () => 'none';
  expect(statuses(await commit(ann, edit))).toEqual(['accepted']);
  expect(log()).toHaveLength(1);
});

test('[S2] a batch that the database refuses is tried one by one; the culprit alone is refused, and kept', async () => {
  const poison = testUuid();
  const { store, commit, log, workspaceId } = commitFixture();
  refuseToWrite(store, poison);
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const bad = bob.asks(createStation('Poison', poison));
  const after = bob.asks(createStation('Next'));
  const [good, verdicts] = await Promise.all([
    commit(ann, ann.asks(createStation('Alpha'))),
    commit(bob, bad, after),
  ]);
  expect(statuses([...good, ...verdicts])).toEqual(['accepted', 'rejected', 'accepted']);
  expect(verdicts[0]).toMatchObject({ error: { code: 'internal' } });
  expect(log().map(({ seq }) => seq)).toEqual([1, 2]);
  expect(store.refusalCount(workspaceId)).toBe(1);
  expect(await commit(bob, bad)).toEqual([verdicts[0]]);
});

/** Makes the store refuse to write one record. */
function refuseToWrite(store: LogStore, recordId: string): void {
  const locked = store.locked.bind(store);
  store.locked = (workspaceId, clientIds, work) =>
    locked(workspaceId, clientIds, (log) =>
      work({
        ...log,
        append: (batch) =>
          batch.created.has(recordId) ? Promise.reject(new WriteRefused('a constraint')) : log.append(batch),
      }),
    );
}

test('[S2] readers never see what is not committed', async () => {
  const seen: number[] = [];
  const { store, changelog, commit, workspaceId } = commitFixture();
  const locked = store.locked.bind(store);
  store.locked = (id, clientIds, work) =>
    locked(id, clientIds, async (log) => {
      const result = await work(log);
      seen.push((await changelog.replica(id)).head);
      return result;
    });
  const ann = new TestWriter();
  await commit(ann, ann.asks(createStation('Alpha')));
  expect(seen).toEqual([0]);
  expect((await changelog.replica(workspaceId)).head).toBe(1);
});
