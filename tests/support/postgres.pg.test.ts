import { expect, test } from 'vitest';
import { createTestDatabase } from './postgres.ts';

test('each test database is PostgreSQL 18 and its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await one.pool.query('create table only_here (id int)');
  const { rows } = await two.pool.query<{ found: string | null }>(
    `select to_regclass('only_here')::text as found`,
  );
  expect(rows[0]?.found).toBeNull();
  const version = await one.pool.query<{ server_version: string }>('show server_version');
  expect(version.rows[0]?.server_version).toMatch(/^18\./);
  await Promise.all([one.drop(), two.drop()]);
});
