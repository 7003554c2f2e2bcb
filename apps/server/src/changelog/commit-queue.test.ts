import { AppError } from '@stationkeeper/domain';
import { mutationId } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { commitFixture, statuses } from '../../../../tests/support/commit-fixture.ts';
import { ManualClock } from '../../../../tests/support/manual-clock.ts';
import { MemoryLogStore } from '../../../../tests/support/memory-log-store.ts';
import {
  asked,
  create,
  createStation,
  setStation,
  testUuid,
  TestWriter,
  update,
} from '../../../../tests/support/mutations.ts';
import { createChangelog } from './create-changelog.ts';
import { silentLog } from './log.ts';
import type { Asked } from './verdicts.ts';

test('[S1] mutations that wait together become dense changes in one transaction', async () => {
  const { store, commit, log } = commitFixture();
  const writers = Array.from({ length: 10 }, () => new TestWriter());
  const verdicts = await Promise.all(
    writers.map((writer, index) => commit(writer, writer.asks(createStation(`S${index}`)))),
  );
  expect(verdicts.flat().map((verdict) => verdict.status === 'accepted' && verdict.seq)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(log().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(store.commits).toBe(1);
});

test('[V1] each mutation of a batch is judged on what its predecessors leave', async () => {
  const { store, commit, log } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const [first, second] = await Promise.all([
    commit(ann, ann.asks(setStation(id, 'name', 'Alpha', 'Beta'))),
    commit(bob, bob.asks(setStation(id, 'name', 'Alpha', 'Gamma'))),
  ]);
  expect(statuses([...first, ...second])).toEqual(['accepted', 'conflict']);
  expect(log()).toHaveLength(2);
  expect(store.commits).toBe(2);
});

test('[V4] a conflict says what was seen, wanted and found, and who made it so', async () => {
  const { commit } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)), ann.asks(setStation(id, 'orbit', null, 'LEO')));
  await commit(ann, ann.asks(setStation(id, 'name', 'Alpha', 'Beta')));
  const [verdict] = await commit(bob, bob.asks(setStation(id, 'name', 'Alpha', 'Gamma')));
  expect(verdict).toMatchObject({
    status: 'conflict',
    conflicts: [{ recordId: id, field: 'name', seen: 'Alpha', wanted: 'Gamma', present: 'Beta' }],
  });
  const by = { actor: ann.userId, at: 1_700_000_000_000, seq: 3 };
  expect(verdict).toMatchObject({ conflicts: [{ by }] });
});

test('[V4] who made hundreds of conflicts is read from the log in a few steps', async () => {
  const { store, commit } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const ids = Array.from({ length: 200 }, () => testUuid());
  await commit(ann, ...ids.map((id) => ann.asks(createStation('Alpha', id))));
  let readings = 0;
  const locked = store.locked.bind(store);
  store.locked = (workspaceId, clientIds, work) =>
    locked(workspaceId, clientIds, (log) =>
      work({
        ...log,
        changesTouching: (query) => {
          readings += 1;
          return log.changesTouching(query);
        },
      }),
    );
  const verdicts = await commit(bob, ...ids.map((id) => bob.asks(setStation(id, 'name', 'Older', 'Beta'))));
  expect(verdicts).toHaveLength(200);
  expect(verdicts.every((v) => v.status === 'conflict' && v.conflicts[0]?.by?.actor === ann.userId)).toBe(
    true,
  );
  expect(readings).toBeLessThanOrEqual(20);
});

test('[V4] the other side of a conflict is found in the same batch, and pages deep in the log', async () => {
  const { commit } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const busy = Array.from({ length: 120 }, (_, index) =>
    ann.asks(setStation(id, 'orbit', index === 0 ? null : `o${index - 1}`, `o${index}`)),
  );
  await commit(ann, ...busy);
  const stale = bob.asks(setStation(id, 'name', 'Nobody wrote this', 'X'));
  const [old] = await commit(bob, stale);
  expect(old).toMatchObject({ conflicts: [{ by: { actor: ann.userId, seq: 1 } }] });
  const [, fresh] = await Promise.all([
    commit(ann, ann.asks(setStation(id, 'orbit', 'o119', 'new'))),
    commit(bob, bob.asks(setStation(id, 'orbit', 'o119', 'newer'))),
  ]);
  expect(fresh[0]).toMatchObject({ conflicts: [{ by: { actor: ann.userId, seq: 122 } }] });
});

test('[P2] a repeat gets its first answer: in the same batch, later, and from a server that was restarted', async () => {
  const { commit, log, server, workspaceId } = commitFixture();
  const ann = new TestWriter();
  const id = testUuid();
  const edits = [
    ann.asks(createStation('Alpha', id)),
    ann.asks(setStation(id, 'name', 'Wrong', 'Beta')),
    ann.asks(setStation(id, 'name', 'Whatever', 'Alpha')),
    ann.asks(setStation(testUuid(), 'name', 'x', 'y')),
  ];
  const first = await commit(ann, ...edits);
  expect(statuses(first)).toEqual(['accepted', 'conflict', 'accepted', 'rejected']);
  expect(await commit(ann, ...edits)).toEqual(first);
  const [once, twice] = await Promise.all([commit(ann, ...edits), commit(ann, ...edits)]);
  expect([once, twice]).toEqual([first, first]);
  const restarted = server();
  const writer = { actor: ann.userId };
  expect(await restarted.commit(workspaceId, { asked: edits, writer })).toEqual(first);
  expect(log()).toHaveLength(1);
});

test('[P2] two copies of a refused mutation in one batch are answered alike and kept once', async () => {
  const { store, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  const edit = ann.asks(setStation(testUuid(), 'name', 'x', 'y'));
  const [first, second] = await Promise.all([commit(ann, edit), commit(ann, edit)]);
  expect(first).toEqual(second);
  expect(store.refusalCount(workspaceId)).toBe(1);
});

test('[P4] a counter that skips one is told which is expected, and nothing of it is kept', async () => {
  const { store, commit, log, workspaceId } = commitFixture();
  const ann = new TestWriter();
  await commit(ann, ann.asks(createStation('Alpha')));
  const skipped = ann.asks(createStation('Beta'));
  const later = ann.asks(createStation('Gamma'));
  const bob = new TestWriter();
  const [[verdict]] = await Promise.all([commit(ann, later), commit(bob, bob.asks(createStation('By Bob')))]);
  expect(verdict).toMatchObject({
    status: 'rejected',
    error: { code: 'out-of-order', details: { expectedCounter: 2 } },
  });
  expect(store.refusalCount(workspaceId)).toBe(0);
  expect(statuses(await commit(ann, skipped, later))).toEqual(['accepted', 'accepted']);
  expect(log()).toHaveLength(4);
});

test('[P5] settled refusals are deleted, and only by the client’s own user', async () => {
  const { store, changelog, commit, workspaceId } = commitFixture();
  const [ann, eve] = [new TestWriter(), new TestWriter()];
  await commit(ann, ann.asks(setStation(testUuid(), 'name', 'x', 'y')));
  const settled = [{ clientId: ann.clientId, upTo: 1 }];
  const foreign = { asked: [eve.asks(createStation('E'))], writer: { actor: eve.userId }, settled };
  await changelog.commit(workspaceId, foreign);
  expect(store.refusalCount(workspaceId)).toBe(1);
  const own = { asked: [ann.asks(createStation('A'))], writer: { actor: ann.userId }, settled };
  await changelog.commit(workspaceId, own);
  expect(store.refusalCount(workspaceId)).toBe(0);
});

test('[P2] another user’s client id cannot be written under, nor its answers read', async () => {
  const { commit, log } = commitFixture();
  const ann = new TestWriter();
  const eve = new TestWriter(testUuid(), ann.clientId);
  const own = ann.asks(createStation('Alpha'));
  await commit(ann, own);
  const [repeat] = await commit(eve, own);
  const [next] = await commit(
    eve,
    asked({ ...eve.mutation([createStation('Evil')]), id: mutationId(ann.clientId, 2) }),
  );
  expect(repeat).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
  expect(next).toMatchObject({ status: 'rejected', error: { code: 'forbidden' } });
  expect(log()).toHaveLength(1);
});

test('[P6] one bad mutation harms no other of its push', async () => {
  const { commit, log } = commitFixture();
  const ann = new TestWriter();
  const error = { code: 'invalid-value', message: 'No.', details: {} } as const;
  const bad: Asked = { id: ann.mutation([]).id, mutation: null, error };
  const verdicts = await commit(ann, bad, ann.asks(createStation('Alpha')));
  expect(statuses(verdicts)).toEqual(['rejected', 'accepted']);
  expect(log()).toHaveLength(1);
});

test('[V5] what is so already is accepted without a change, at the head', async () => {
  const { commit, log } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const [verdict] = await commit(bob, bob.asks(setStation(id, 'name', 'Old', 'Alpha')));
  expect(verdict).toMatchObject({ status: 'accepted', seq: 1 });
  expect(log()).toHaveLength(1);
});

test('[P1] a person’s edit waits for one batch of an import at most, and the import still ends', async () => {
  const { changelog, commit, log, workspaceId } = commitFixture();
  const loader = new TestWriter('system');
  const importing = changelog.commitAsSystem(
    workspaceId,
    Array.from({ length: 1_000 }, (_, index) => ({
      mutation: loader.mutation([createStation(`S${index}`)]),
    })),
  );
  const ann = new TestWriter();
  const [verdict] = await commit(ann, ann.asks(createStation('Mine')));
  expect(verdict).toMatchObject({ status: 'accepted' });
  expect(verdict?.status === 'accepted' && verdict.seq).toBeLessThanOrEqual(201);
  expect(statuses(await importing).every((status) => status === 'accepted')).toBe(true);
  expect(log()).toHaveLength(1_001);
});

test('[S4] times never decrease, even when the store’s clock goes back', async () => {
  let now = 5_000;
  const store = new MemoryLogStore(() => now);
  const workspaceId = testUuid();
  store.addWorkspace(workspaceId);
  const changelog = createChangelog({ store, clock: new ManualClock(), log: silentLog });
  const ann = new TestWriter();
  for (const time of [5_000, 3_000, 7_000]) {
    now = time;
    const mutations = [ann.asks(createStation('S'))];
    await changelog.commit(workspaceId, { asked: mutations, writer: { actor: ann.userId } });
  }
  expect(store.logOf(workspaceId).map(({ at }) => at)).toEqual([5_000, 5_000, 7_000]);
});

test('[S4] only the product itself may date a change, neither before the last one nor in the future', async () => {
  const { changelog, log, workspaceId } = commitFixture();
  const loader = new TestWriter('system');
  const commitAt = (at: number) =>
    changelog.commitAsSystem(workspaceId, [{ mutation: loader.mutation([createStation(`S${at}`)]), at }]);
  await commitAt(1_000);
  await commitAt(2_000);
  expect(log().map(({ at }) => at)).toEqual([1_000, 2_000]);
  for (const wrong of [1_999, 1_800_000_000_000]) {
    const stubborn = new TestWriter('system');
    const mutation = stubborn.mutation([createStation('x')]);
    const committing = changelog.commitAsSystem(workspaceId, [{ mutation, at: wrong }]);
    await expect(committing).rejects.toBeInstanceOf(AppError);
  }
  expect(log()).toHaveLength(2);
});

test('[U2] an undo must name a change that is there', async () => {
  const { commit } = commitFixture();
  const ann = new TestWriter();
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const undoing = (undoes: number) => asked(ann.mutation([setStation(id, 'name', 'Alpha', 'B')], { undoes }));
  expect(statuses(await commit(ann, undoing(9), undoing(1)))).toEqual(['rejected', 'accepted']);
});

test('[S1] a server that is behind another one reads on before it judges', async () => {
  const { changelog, commit, server, workspaceId, log } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const other = server();
  await other.replica(workspaceId);
  await commit(ann, ann.asks(setStation(id, 'name', 'Alpha', 'Beta')));
  const push = { asked: [bob.asks(setStation(id, 'name', 'Alpha', 'Gamma'))], writer: { actor: bob.userId } };
  expect(statuses(await other.commit(workspaceId, push))).toEqual(['conflict']);
  expect((await other.replica(workspaceId)).head).toBe(2);
  const next = { asked: [bob.asks(setStation(id, 'name', 'Beta', 'Gamma'))], writer: { actor: bob.userId } };
  expect(statuses(await other.commit(workspaceId, next))).toEqual(['accepted']);
  expect(log().map(({ seq }) => seq)).toEqual([1, 2, 3]);
  await changelog.replica(workspaceId).then((replica) => replica.catchUp());
  expect((await changelog.replica(workspaceId)).state.get(id)?.fields['name']).toBe('Gamma');
});

test('[V3] additions and removals by several people all take effect', async () => {
  const { changelog, commit, workspaceId } = commitFixture();
  const [ann, bob] = [new TestWriter(), new TestWriter()];
  const id = testUuid();
  await commit(ann, ann.asks(create('station', { name: 'Alpha', aliases: ['one', 'two'] }, id)));
  const edit = (add: string[], remove: string[]) => update('station', id, { aliases: { add, remove } });
  const verdicts = await Promise.all([
    commit(ann, ann.asks(edit(['three'], ['one']))),
    commit(bob, bob.asks(edit(['four', 'two'], ['missing']))),
  ]);
  expect(statuses(verdicts.flat())).toEqual(['accepted', 'accepted']);
  const { state } = await changelog.replica(workspaceId);
  expect(state.get(id)?.fields['aliases']).toEqual(['four', 'three', 'two']);
});

test('[S1] a workspace that is not there is refused, and the queue goes on', async () => {
  const { changelog } = commitFixture();
  const ann = new TestWriter();
  const push = { asked: [ann.asks(createStation('x'))], writer: { actor: ann.userId } };
  await expect(changelog.commit(testUuid(), push)).rejects.toMatchObject({ code: 'not-found' });
});

test('[P6] what the product itself asks for is read like anybody’s: canonical, or refused', async () => {
  const { changelog, log, workspaceId } = commitFixture();
  const loader = new TestWriter('system');
  const verdicts = await changelog.commitAsSystem(workspaceId, [
    { mutation: loader.mutation([create('station', { name: ' Alpha ', aliases: ['b', 'a', 'b'] })]) },
    { mutation: loader.mutation([create('station', { name: '' })]) },
  ]);
  expect(statuses(verdicts)).toEqual(['accepted', 'rejected']);
  expect(log()[0]?.patches).toMatchObject([{ fields: { name: 'Alpha', aliases: ['a', 'b'] } }]);
});
