import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { deployMigrations, migrationStatus } from './migrate.ts';

let db: TestDatabase;
let pool: TestDatabase['pool'];
let folder: string;

beforeEach(async () => {
  db = await createTestDatabase();
  pool = db.pool;
  await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await write('1_stations', 'CREATE TABLE station (id int);');
});
afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

test('migrations are applied once, in order of name, and later ones when they come', async () => {
  await write('2_crews', 'ALTER TABLE station ADD crew int;');
  expect(await deployMigrations(pool, folder)).toEqual(['1_stations', '2_crews']);
  expect(await deployMigrations(pool, folder)).toEqual([]);
  await write('3_hosts', 'ALTER TABLE station ADD host int;');
  expect(await migrationStatus(pool, folder)).toEqual({
    applied: ['1_stations', '2_crews'],
    pending: ['3_hosts'],
  });
  expect(await deployMigrations(pool, folder)).toEqual(['3_hosts']);
});

test('of several servers that start at once one applies and the others find it done', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => deployMigrations(pool, folder)));
  expect(applied.flat()).toEqual(['1_stations']);
});

test('a migration that fails leaves no trace, and can be tried again', async () => {
  await write(
    '2_bad',
    'CREATE TABLE crew (id int); CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql; SELECT 1/0;',
  );
  await expect(deployMigrations(pool, folder)).rejects.toThrow(/2_bad failed: division by zero/);
  const { rows } = await pool.query(
    "SELECT to_regclass('crew') AS crew, to_regclass('station')::text AS station",
  );
  expect(rows).toEqual([{ crew: null, station: 'station' }]);
  await write('2_bad', 'CREATE TABLE crew (id int);');
  expect(await deployMigrations(pool, folder)).toEqual(['2_bad']);
});

test('a migration that was changed after it was applied stops everything', async () => {
  await deployMigrations(pool, folder);
  await write('1_stations', 'CREATE TABLE station (id bigint);');
  await write('2_crews', 'CREATE TABLE crew (id int);');
  await expect(deployMigrations(pool, folder)).rejects.toThrow(
    /1_stations.* is not the file that was applied/,
  );
  await expect(migrationStatus(pool, folder)).rejects.toThrow(/Nothing was changed/);
});

test('a database that a newer release has used is left alone', async () => {
  await write('2_newer', 'CREATE TABLE crew (id int);');
  await deployMigrations(pool, folder);
  await rm(join(folder, '2_newer'), { recursive: true });
  await expect(deployMigrations(pool, folder)).rejects.toThrow(/2_newer, which this release does not know/);
});

test('a migration that another tool left unfinished is pointed out', async () => {
  await deployMigrations(pool, folder);
  await pool.query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(deployMigrations(pool, folder)).rejects.toThrow(/1_stations was begun by another tool/);
});
