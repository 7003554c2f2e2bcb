import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { createPool } from '../../apps/server/src/db/client.ts';
import { databaseUrl, TEMPLATE } from './database-url.ts';

export type TestDatabase = {
  /** For whoever opens connections of its own, such as LISTEN or a server process. */
  url: string;
  pool: pg.Pool;
  /** Ends the pool and removes the database, whoever is still connected. */
  drop: () => Promise<void>;
};

/**
 * A database of its own with all migrations applied, for a `*.pg.test.ts` file:
 *
 *     const db = await createTestDatabase();
 *     afterAll(() => db.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${TEMPLATE}`);
  const url = databaseUrl(serverUrl, name);
  const pool = createPool(url);
  const drop = async (): Promise<void> => {
    await pool.end();
    await onServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, pool, drop };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const admin = createPool(serverUrl);
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
