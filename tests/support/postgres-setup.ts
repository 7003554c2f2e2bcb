/**
 * One PostgreSQL for a whole test run, on files of its own in the system's temporary folder. What it would do to keep
 * data over a power cut is switched off, because this data is thrown away. The migrations run once, into a template
 * that `createTestDatabase` copies.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createPool } from '../../apps/server/src/db/client.ts';
import { leaseEmbeddedPostgres } from '../../apps/server/src/db/embedded-postgres.ts';
import { deployMigrations } from '../../apps/server/src/db/migrate.ts';
import { databaseUrl, TEMPLATE } from './database-url.ts';

const THROWN_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stationkeeper-test-'));
  const lease = await leaseEmbeddedPostgres({ dataDir, purpose: 'server', settings: THROWN_AWAY });
  await makeTemplate(lease.adminUrl);
  project.provide('postgresUrl', lease.adminUrl);
  return async () => {
    await lease.release();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = createPool(adminUrl);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const pool = createPool(databaseUrl(adminUrl, TEMPLATE));
  await deployMigrations(pool);
  await pool.end();
}
