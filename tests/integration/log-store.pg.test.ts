import { afterAll } from 'vitest';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { describeLogStore } from '../support/log-store-contract.ts';
import { testUuid } from '../support/mutations.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { insertWorkspace } from '../support/workspaces.ts';

let db: TestDatabase | undefined;
afterAll(() => db?.drop());

describeLogStore('postgres', async () => {
  const { pool } = (db = await createTestDatabase());
  return {
    store: new PostgresLog(pool),
    newUser: () => Promise.resolve(testUuid()),
    newWorkspace: () => insertWorkspace(pool),
  };
});
