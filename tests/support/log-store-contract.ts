/** What every store of the log must do: one suite, run against memory and against PostgreSQL. */
import type { AnyRecord } from '@stationkeeper/domain';
import {
  applyPatch,
  mutationId,
  touchedIds,
  WorkspaceState,
  type Change,
  type Patch,
} from '@stationkeeper/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LogBatch, LogStore, Refusal } from '../../apps/server/src/changelog/log-store.ts';
import { testUuid } from './mutations.ts';

/** What the suite needs beside the store: workspaces, and users that clients may belong to. */
export interface StoreUnderTest {
  readonly store: LogStore;
  newWorkspace(): Promise<string>;
  newUser(): Promise<string>;
}

const EMPTY: LogBatch = {
  changes: [],
  records: [],
  created: new Map(),
  counters: [],
  refusals: [],
  settled: [],
};

/** Runs the suite; `setUp` is called once, when the first test begins. */
export function describeLogStore(name: string, setUp: () => Promise<StoreUnderTest>): void {
  describe(`log store: ${name}`, () => {
    let given: StoreUnderTest | undefined;
    let store: LogStore;
    let workspaceId: string;
    let userId: string;

    beforeEach(async () => {
      given ??= await setUp();
      store = given.store;
      workspaceId = await given.newWorkspace();
      userId = await given.newUser();
    });

    /** Appends changes to the log, each by a client of its own, as one transaction. */
    async function append(...changes: Change[]): Promise<void> {
      const { records } = (await store.load(workspaceId)) ?? { records: [] };
      await store.locked(workspaceId, [], (log) => log.append(batchOf(records, changes, userId)));
    }

    test('[S1] a new workspace is empty, at head 0', async () => {
      expect(await store.load(workspaceId)).toEqual({ head: 0, records: [] });
      expect(await store.head(workspaceId)).toBe(0);
      expect(await store.changesSince(workspaceId, 0, 10)).toEqual([]);
      expect(await store.seqAt(workspaceId, Date.now())).toBe(0);
    });

    test('a workspace that is not there answers null, and cannot be locked', async () => {
      expect(await store.load(testUuid())).toBeNull();
      expect(await store.head(testUuid())).toBeNull();
      const locking = store.locked(testUuid(), [], () => Promise.resolve());
      await expect(locking).rejects.toMatchObject({ code: 'not-found' });
    });

    test('[S3] what was appended is read back, in order, exactly', async () => {
      const first = changeOf(1, [createPatch('station', { name: 'Alpha', aliases: ['A', 'B'] })]);
      const second = changeOf(2, [createPatch('party', { name: 'Beta', countries: ['IT'] })], {
        groupId: testUuid(),
        reason: 'Because it was “announced”.',
        undoes: 1,
      });
      await append(first, second);
      expect(await store.changesSince(workspaceId, 0, 10)).toEqual([first, second]);
      expect(await store.changesSince(workspaceId, 1, 10)).toEqual([second]);
      expect(await store.changesSince(workspaceId, 0, 1)).toEqual([first]);
      expect(await store.changesSince(workspaceId, 2, 10)).toEqual([]);
      expect(await store.head(workspaceId)).toBe(2);
    });

    test('[N1] what is loaded is the fold of the log, deleted records included', async () => {
      const station = createPatch('station', { name: 'Alpha' });
      const agreement = createPatch('agreement', {
        name: 'Pact',
        announced: '1998-11',
        value: { amount: '228000000', currency: 'USD' },
        stations: [station.id],
        purposes: ['module', 'seats'],
        statedPartyCount: 15,
      });
      const changes = [
        changeOf(1, [station, agreement]),
        changeOf(2, [
          { op: 'update', type: 'station', id: station.id, edits: { orbit: { from: null, to: 'LEO' } } },
        ]),
        changeOf(3, [{ op: 'delete', type: 'station', id: station.id }]),
      ];
      for (const change of changes) await append(change);
      const loaded = await store.load(workspaceId);
      expect(loaded?.head).toBe(3);
      expect(loaded?.records).toEqual([...foldOf(changes).all()]);
    });

    test('[N1] loaded records of a type stand in the order in which they were made', async () => {
      const patches = ['c', 'a', 'b'].map((name) => createPatch('station', { name }));
      await append(changeOf(1, patches.slice(0, 2)));
      await append(changeOf(2, patches.slice(2)));
      const loaded = await store.load(workspaceId);
      expect(loaded?.records.map(({ fields }) => fields['name'])).toEqual(['c', 'a', 'b']);
    });

    test('[S1] under the lock, head, time and counters are those of the last commit', async () => {
      const clientId = testUuid();
      const change = { ...changeOf(1, [createPatch('station', { name: 'A' })]), at: 1_700_000_000_123 };
      const counters = [{ clientId, userId, lastCounter: 4 }];
      await store.locked(workspaceId, [clientId], async (log) => {
        expect(log.counters.size).toBe(0);
        expect(log.lastAt).toBe(0);
        await log.append({ ...batchOf([], [change], userId), counters });
      });
      await store.locked(workspaceId, [clientId, testUuid()], (log) => {
        expect(log.head).toBe(1);
        expect(log.lastAt).toBe(1_700_000_000_123);
        expect(Number.isInteger(log.now)).toBe(true);
        expect(Math.abs(log.now - Date.now())).toBeLessThan(60_000);
        expect([...log.counters.values()]).toEqual(counters);
        return Promise.resolve();
      });
    });

    test('[S1] writers take turns: each sees what the one before has committed', async () => {
      const clientId = testUuid();
      const seen: number[] = [];
      const writer = () =>
        store.locked(workspaceId, [clientId], async (log) => {
          const last = log.counters.get(clientId)?.lastCounter ?? 0;
          seen.push(log.head, last);
          const change = changeOf(log.head + 1, [createPatch('station', { name: `S${log.head}` })]);
          const counters = [{ clientId, userId, lastCounter: last + 1 }];
          await log.append({ ...batchOf([], [change], userId), counters });
        });
      await Promise.all([writer(), writer(), writer(), writer()]);
      expect(seen).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    });

    test('[S2] when the work throws, nothing is written', async () => {
      const clientId = testUuid();
      const failing = store.locked(workspaceId, [clientId], async (log) => {
        const change = changeOf(1, [createPatch('station', { name: 'A' })]);
        const counters = [{ clientId, userId, lastCounter: 1 }];
        await log.append({ ...batchOf([], [change], userId), counters });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await store.load(workspaceId)).toEqual({ head: 0, records: [] });
      await store.locked(workspaceId, [clientId], (log) => {
        expect(log.counters.size).toBe(0);
        return Promise.resolve();
      });
    });

    test('[P3] first answers: the change of a mutation, or its refusal, or neither', async () => {
      const change = changeOf(1, [createPatch('station', { name: 'A' })]);
      await append(change);
      const clientId = testUuid();
      const refusal = refusalOf(mutationId(clientId, 1));
      const counters = [{ clientId, userId, lastCounter: 2 }];
      await store.locked(workspaceId, [], (log) => log.append({ ...EMPTY, counters, refusals: [refusal] }));
      const ids = [change.mutationId, refusal.id, mutationId(clientId, 2), mutationId(testUuid(), 9)];
      const expected = {
        accepted: new Map([[change.mutationId, 1]]),
        refused: new Map([[refusal.id, refusal]]),
      };
      expect(await store.firstAnswers(workspaceId, ids)).toEqual(expected);
      await store.locked(workspaceId, [], async (log) =>
        expect(await log.firstAnswers(ids)).toEqual(expected),
      );
    });

    test('[P5] settled refusals are forgotten, later ones and those of other clients are kept', async () => {
      const [one, other] = [testUuid(), testUuid()];
      const refusals = [mutationId(one, 1), mutationId(one, 2), mutationId(one, 3), mutationId(other, 1)].map(
        refusalOf,
      );
      const counters = [one, other].map((clientId) => ({ clientId, userId, lastCounter: 3 }));
      await store.locked(workspaceId, [], (log) => log.append({ ...EMPTY, counters, refusals }));
      const settled = [{ clientId: one, upTo: 2 }];
      await store.locked(workspaceId, [], (log) => log.append({ ...EMPTY, settled }));
      const { refused } = await store.firstAnswers(
        workspaceId,
        refusals.map(({ id }) => id),
      );
      expect([...refused.keys()]).toEqual([mutationId(one, 3), mutationId(other, 1)]);
    });

    test('[V4] a refusal keeps exactly what the client had seen, whatever that was', async () => {
      const id = mutationId(testUuid(), 1);
      const { clientId } = { clientId: id.slice(0, 36) };
      const refusal: Refusal = {
        id,
        status: 'conflict',
        conflicts: [
          { recordId: testUuid(), field: 'name', seen: ['\u0007', { a: null }], wanted: 'é', present: 'x' },
        ],
      };
      const counters = [{ clientId, userId, lastCounter: 1 }];
      await store.locked(workspaceId, [], (log) => log.append({ ...EMPTY, counters, refusals: [refusal] }));
      const { refused } = await store.firstAnswers(workspaceId, [id]);
      expect(refused.get(id)).toEqual(refusal);
    });

    test('[N4] history: the changes that touch given records, newest first, by the page', async () => {
      const [a, b] = [createPatch('station', { name: 'A' }), createPatch('station', { name: 'B' })];
      const renamed = (id: string, from: string, to: string): Patch => ({
        op: 'update',
        type: 'station',
        id,
        edits: { name: { from, to } },
      });
      await append(changeOf(1, [a, b]));
      await append(changeOf(2, [renamed(a.id, 'A', 'AA')]));
      await append(changeOf(3, [renamed(b.id, 'B', 'BB')]));
      await append(changeOf(4, [renamed(a.id, 'AA', 'AAA'), renamed(b.id, 'BB', 'BBB')]));
      const seqs = async (recordIds: string[], before: number, limit: number) =>
        (await store.changesTouching(workspaceId, { recordIds, before, limit })).map(({ seq }) => seq);
      expect(await seqs([a.id], 99, 10)).toEqual([4, 2, 1]);
      expect(await seqs([a.id], 4, 1)).toEqual([2]);
      expect(await seqs([a.id, b.id], 99, 3)).toEqual([4, 3, 2]);
      expect(await seqs([testUuid()], 99, 3)).toEqual([]);
    });

    test('[C5] how much comes after a seq is known without reading it', async () => {
      const prose = 'x'.repeat(10_000);
      await append(changeOf(1, [createPatch('station', { name: 'Alpha', description: prose })]));
      await append(changeOf(2, [createPatch('station', { name: 'Beta' })]));
      expect(await store.bytesSince(workspaceId, 0)).toBeGreaterThan(10_000);
      expect(await store.bytesSince(workspaceId, 1)).toBeLessThan(5_000);
      expect(await store.bytesSince(workspaceId, 2)).toBeLessThan(10);
    });

    test('[N2] a moment names the last change that is not after it', async () => {
      for (const [index, at] of [1_000, 2_000, 2_000, 3_000].entries()) {
        await append({ ...changeOf(index + 1, [createPatch('station', { name: `S${index}` })]), at });
      }
      const moments = [999, 1_000, 1_999, 2_000, 2_999, 3_000, 9_000];
      const found = await Promise.all(moments.map((at) => store.seqAt(workspaceId, at)));
      expect(found).toEqual([0, 1, 1, 3, 3, 4, 4]);
    });
  });
}

function changeOf(seq: number, patches: readonly Patch[], more: Partial<Change> = {}): Change {
  return {
    seq,
    at: 1_600_000_000_000 + seq,
    actor: 'system',
    mutationId: mutationId(testUuid(), 1),
    groupId: null,
    reason: null,
    undoes: null,
    schemaVersion: 1,
    patches,
    ...more,
  };
}

function createPatch(
  type: 'station' | 'party' | 'agreement',
  fields: Extract<Patch, { op: 'create' }>['fields'],
) {
  return { op: 'create', type, id: testUuid(), fields } as const;
}

function refusalOf(id: Refusal['id']): Refusal {
  return { id, status: 'rejected', error: { code: 'forbidden', message: 'No.', details: {} } };
}

/** The batch that writes these changes on top of `present`. */
function batchOf(present: readonly AnyRecord[], changes: readonly Change[], userId: string): LogBatch {
  const records = new Map(present.map((record) => [record.id, record]));
  const created = new Map<string, number>();
  for (const change of changes) {
    for (const patch of change.patches) {
      records.set(patch.id, applyPatch(records.get(patch.id), patch, change.seq));
      if (patch.op === 'create') created.set(patch.id, change.seq);
    }
  }
  const touched = new Set(changes.flatMap(touchedIds));
  return {
    ...EMPTY,
    changes,
    records: [...records.values()].filter(({ id }) => touched.has(id)),
    created,
    counters: changes.map((change) => ({
      clientId: change.mutationId.slice(0, 36),
      userId,
      lastCounter: 1,
    })),
  };
}

function foldOf(changes: readonly Change[]): WorkspaceState {
  const state = new WorkspaceState();
  for (const change of changes) state.apply(change);
  return state;
}
