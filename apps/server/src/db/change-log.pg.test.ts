/** What PostgreSQL alone can do to the log; what every store must do is in tests/support/log-store-contract.ts. */
import * as fc from 'fast-check';
import { initialValues, definitionOf, type AnyRecord } from '@stationkeeper/domain';
import { mutationId, WorkspaceState, type Change } from '@stationkeeper/protocol';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { workspaceHistory } from '../../../../tests/support/arbitraries/workspace-history.ts';
import { testUuid } from '../../../../tests/support/mutations.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { insertWorkspace } from '../../../../tests/support/workspaces.ts';
import { OutcomeUnknown, WriteRefused, type LogBatch } from '../changelog/log-store.ts';
import { PostgresLog } from './change-log.ts';
import { createPool } from './client.ts';

let db: TestDatabase;
let log: PostgresLog;
let workspaceId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  log = new PostgresLog(db.pool);
});
beforeEach(async () => {
  workspaceId = await insertWorkspace(db.pool);
});
afterAll(() => db.drop());

function milestoneOf(subject: string): AnyRecord {
  const fields = { ...initialValues(definitionOf('milestone').fields), name: 'Launch', subject };
  return { id: testUuid(), type: 'milestone', deletedSeq: null, fields };
}

function station(): AnyRecord {
  const fields = { ...initialValues(definitionOf('station').fields), name: 'Alpha' };
  return { id: testUuid(), type: 'station', deletedSeq: null, fields };
}

/** A batch with one change that makes these records. */
function creationOf(records: readonly AnyRecord[], seq = 1): LogBatch {
  const [clientId, userId] = [testUuid(), testUuid()];
  const change: Change = {
    seq,
    at: 1_700_000_000_000,
    actor: userId,
    mutationId: mutationId(clientId, 1),
    groupId: null,
    reason: null,
    undoes: null,
    schemaVersion: 1,
    patches: records.map(({ id, type, fields }) => ({ op: 'create', id, type, fields })),
  };
  return {
    changes: [change],
    records,
    created: new Map(records.map((record) => [record.id, seq])),
    counters: [{ clientId, userId, lastCounter: 1 }],
    refusals: [],
    settled: [],
  };
}

const append = (batch: LogBatch) => log.locked(workspaceId, [], (locked) => locked.append(batch));

test('[N1] whatever is committed, in batches of any size, the rows are the fold of the log', async () => {
  await fc.assert(
    fc.asyncProperty(workspaceHistory, async (batches) => {
      workspaceId = await insertWorkspace(db.pool);
      const state = new WorkspaceState();
      for (const batch of batches) {
        await append(batch);
        for (const change of batch.changes) state.apply(change);
      }
      const loaded = await log.load(workspaceId);
      expect(loaded).toEqual({ head: state.head, records: [...state.all()] });
      expect(await log.changesSince(workspaceId, 0, 1_000)).toEqual(
        batches.flatMap((batch) => batch.changes),
      );
    }),
    { numRuns: 30 },
  );
});

test('records that one batch makes may point at each other', async () => {
  const [alpha, forecastId] = [station(), testUuid()];
  const launch = milestoneOf(alpha.id);
  const milestone = { ...launch, fields: { ...launch.fields, baseline: forecastId } };
  const expected = { milestone: launch.id, expected: '2030', statedOn: '2024-01-12' };
  const fields = { ...initialValues(definitionOf('forecast').fields), ...expected };
  await append(
    creationOf([milestone, { id: forecastId, type: 'forecast', deletedSeq: null, fields }, alpha]),
  );
  expect((await log.load(workspaceId))?.records).toHaveLength(3);
});

test('a batch that breaks a key or a check is refused as such, and leaves nothing', async () => {
  const alpha = station();
  await expect(append(creationOf([milestoneOf(testUuid())]))).rejects.toThrow(WriteRefused);
  const phase = { ...alpha, fields: { ...alpha.fields, phase: 'sold' } };
  await expect(append(creationOf([phase]))).rejects.toThrow(WriteRefused);
  const twice = creationOf([alpha]);
  await append(twice);
  await expect(append(creationOf([alpha]))).rejects.toThrow(WriteRefused);
  expect((await log.load(workspaceId))?.head).toBe(1);
});

test('a connection that breaks under the lock writes nothing, and the next writer finds the log free', async () => {
  const broken = log.locked(workspaceId, [], async (locked) => {
    await endOtherConnections();
    await locked.append(creationOf([station()]));
  });
  await expect(broken).rejects.toMatchObject({ code: 'unavailable' });
  await append(creationOf([station()]));
  expect(await log.head(workspaceId)).toBe(1);
});

test('a connection that breaks while it commits leaves the outcome unknown', async () => {
  await db.pool.query(`
    CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER break_off AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION break_off();`);
  try {
    await expect(append(creationOf([station()]))).rejects.toThrow(OutcomeUnknown);
  } finally {
    await db.pool.query('DROP TRIGGER break_off ON change; DROP FUNCTION break_off');
  }
  expect(await log.head(workspaceId)).toBe(0);
});

test('a database that is away is reported as unavailable', async () => {
  const pool = createPool('postgresql://nobody@127.0.0.1:1/none');
  const away = new PostgresLog(pool);
  await expect(away.head(workspaceId)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(away.locked(workspaceId, [], () => Promise.resolve())).rejects.toMatchObject({
    code: 'unavailable',
  });
  await pool.end();
});

test('[P7] a database that does not answer delays a commit, and does not stop the workspace', async () => {
  const pool = createPool(db.url, { answerMs: 300 });
  const impatient = new PostgresLog(pool);
  const holder = await db.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM workspace WHERE id = $1 FOR UPDATE', [workspaceId]);
    const waiting = impatient.locked(workspaceId, [], () => Promise.resolve());
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await holder.query('ROLLBACK');
    expect(await impatient.locked(workspaceId, [], (held) => Promise.resolve(held.head))).toBe(0);
  } finally {
    holder.release();
    await pool.end();
  }
});

test('[S2] a bug of ours while rows are made is not told as a database that is away', async () => {
  const broken = { ...station(), fields: null } as unknown as AnyRecord;
  await expect(append(creationOf([broken]))).rejects.toThrow(TypeError);
  expect(await log.head(workspaceId)).toBe(0);
});

test('a refusal may repeat what no text column would hold', async () => {
  const id = mutationId(testUuid(), 1);
  const seen = 'a\u0000b\ud800';
  const conflicts = [{ recordId: testUuid(), field: 'name', seen, wanted: 'x', present: 'y' }];
  const refusal = { id, status: 'conflict', conflicts } as const;
  const empty = { ...creationOf([]), changes: [], counters: [] };
  await append({ ...empty, refusals: [refusal] });
  const answers = await log.firstAnswers(workspaceId, [id]);
  expect(answers.refused.get(id)).toEqual(refusal);
});

test('a workspace is removed with its records, its log and its clients', async () => {
  const alpha = station();
  await append(creationOf([alpha, milestoneOf(alpha.id)]));
  await db.pool.query('DELETE FROM workspace WHERE id = $1', [workspaceId]);
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*) FROM record WHERE workspace_id = $1) + (SELECT count(*) FROM change WHERE workspace_id = $1)
          + (SELECT count(*) FROM milestone WHERE workspace_id = $1) + (SELECT count(*) FROM client WHERE workspace_id = $1) AS left`,
    [workspaceId],
  );
  expect(rows).toEqual([{ left: '0' }]);
});

async function endOtherConnections(): Promise<void> {
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'idle in transaction'`,
  );
}
