import { gunzipSync } from 'node:zlib';
import { decodeSnapshot, WorkspaceState, type Snapshot } from '@stationkeeper/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance, drawMutation, recordsOf } from '../../../../tests/support/arbitraries/history.ts';
import { commitFixture } from '../../../../tests/support/commit-fixture.ts';
import {
  asked,
  createStation,
  setStation,
  testUuid,
  TestWriter,
} from '../../../../tests/support/mutations.ts';
import type { EncodedSnapshot } from './snapshot.ts';

function decoded({ gzip }: EncodedSnapshot): WorkspaceState {
  const snapshot = JSON.parse(gunzipSync(gzip).toString()) as Snapshot;
  return new WorkspaceState(snapshot.seq, decodeSnapshot(snapshot));
}

test('[N1] a snapshot at any seq is the fold of the log up to it, in whatever order they are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(chance, async (draw) => {
      const { changelog, commit, log, workspaceId } = commitFixture();
      const ann = new TestWriter();
      for (let index = 0; index < 20; index++) {
        const { state } = await changelog.replica(workspaceId);
        await commit(ann, asked(ann.mutation(drawMutation(draw, state).ops)));
      }
      const moments = draw(fc.array(fc.nat({ max: log().length }), { minLength: 1, maxLength: 8 }));
      for (const seq of moments) {
        const folded = new WorkspaceState();
        for (const change of log().slice(0, seq)) folded.apply(change);
        const state = decoded(await changelog.snapshotAt(workspaceId, seq));
        expect(state.head).toBe(seq);
        expect(recordsOf(state)).toEqual(recordsOf(folded));
      }
    }),
    { numRuns: 15 },
  );
});

test('[N1] asking for the past leaves the present as it is', async () => {
  const { changelog, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  const id = testUuid();
  await commit(ann, ann.asks(createStation('Alpha', id)), ann.asks(setStation(id, 'name', 'Alpha', 'Beta')));
  await changelog.recordsAt(workspaceId, 1);
  const { state } = await changelog.replica(workspaceId);
  expect(state.get(id)?.fields['name']).toBe('Beta');
  expect(state.head).toBe(2);
});

test('[N2] a moment before the first change is the empty workspace; one that has not come is not there', async () => {
  const { changelog, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  await commit(ann, ann.asks(createStation('Alpha')));
  expect(await changelog.recordsAt(workspaceId, await changelog.seqAt(workspaceId, 5))).toEqual([]);
  await expect(changelog.snapshotAt(workspaceId, 2)).rejects.toMatchObject({ code: 'not-found' });
});

test('[N3] a snapshot is compressed once, however many ask at the same time', async () => {
  const { changelog, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  await commit(ann, ann.asks(createStation('Alpha')));
  const asking = Array.from({ length: 10 }, () => changelog.snapshotAt(workspaceId, 'now'));
  const [first, ...others] = await Promise.all(asking);
  for (const other of others) expect(other.gzip).toBe(first?.gzip);
});

test('[N3] under steady edits the recent snapshot is made once in a while, not for each page', async () => {
  const { changelog, clock, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  const seqs: number[] = [];
  for (let index = 0; index < 6; index++) {
    await commit(ann, ann.asks(createStation(`S${index}`)));
    seqs.push((await changelog.snapshotAt(workspaceId, 'recent')).seq);
    clock.advance(400);
  }
  expect(seqs).toEqual([1, 1, 1, 4, 4, 4]);
});

test('[N4] the history of a record holds what happened to all that it owns, newest first, by the page', async () => {
  const { changelog, commit, workspaceId } = commitFixture();
  const ann = new TestWriter();
  const [id, milestone] = [testUuid(), testUuid()];
  await commit(ann, ann.asks(createStation('Alpha', id)));
  const made = {
    op: 'create',
    type: 'milestone',
    id: milestone,
    fields: { name: 'M', subject: id },
  } as const;
  await commit(ann, ann.asks(made));
  await commit(ann, ann.asks(createStation('Other')));
  await commit(ann, ann.asks({ op: 'delete', type: 'milestone', id: milestone }));
  const first = await changelog.history(workspaceId, id, { limit: 2 });
  expect(first.changes.map(({ seq }) => seq)).toEqual([4, 2]);
  expect(first.before).toBe(2);
  const second = await changelog.history(workspaceId, id, { limit: 2, before: 2 });
  expect(second).toMatchObject({ changes: [{ seq: 1 }], before: null });
});
