import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleMutations } from '../../../../prisma/sample/sample-mutations.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { systemClock } from '../changelog/clock.ts';
import { type Changelog, createChangelog } from '../changelog/create-changelog.ts';
import { silentLog } from '../changelog/log.ts';
import { PostgresLog } from '../db/change-log.ts';
import { createLog } from '../log.ts';
import { firstStart } from './first-start.ts';

const log = createLog('silent');
const mutations = sampleMutations();
let database: TestDatabase;
let changelog: Changelog;

beforeEach(async () => {
  database = await createTestDatabase();
  changelog = createChangelog({ store: new PostgresLog(database.pool), clock: systemClock, log: silentLog });
});

afterEach(async () => {
  await changelog.stop();
  await database.drop();
});

const begin = (start: 'sample' | 'empty') => firstStart({ start }, { pool: database.pool, changelog, log });

async function workspaces(): Promise<{ id: string; head: number }[]> {
  const { rows } = await database.pool.query<{ id: string; head: number }>(
    'select id, head::int from workspace',
  );
  return rows;
}

describe('the first start', () => {
  test('makes one workspace with the sample, and the second leaves it alone', async () => {
    await begin('sample');
    await begin('sample');
    expect(await workspaces()).toMatchObject([{ head: mutations.length }]);
  });

  test('leaves the workspace empty when told to', async () => {
    await begin('empty');
    expect(await workspaces()).toMatchObject([{ head: 0 }]);
  });

  test('that was interrupted is completed by the next, nothing twice', async () => {
    await begin('empty');
    const [workspace] = await workspaces();
    const some = mutations.slice(0, 100).map((mutation) => ({ mutation }));
    await changelog.commitAsSystem(workspace?.id ?? '', some);
    await begin('sample');
    expect(await workspaces()).toMatchObject([{ head: mutations.length }]);
  });

  test('of two servers at once makes one workspace, nothing twice', async () => {
    await Promise.all([begin('sample'), begin('sample')]);
    expect(await workspaces()).toMatchObject([{ head: mutations.length }]);
  });
});
