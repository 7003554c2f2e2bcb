import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPool } from './client.ts';
import { type Lease, leaseEmbeddedPostgres } from './embedded-postgres.ts';

let dataDir = '';
let leases: Lease[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stationkeeper-lease-'));
});

afterEach(async () => {
  for (const lease of leases) await lease.release();
  leases = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function take(purpose: 'server' | 'command'): Promise<Lease> {
  const lease = await leaseEmbeddedPostgres({ dataDir, purpose, settings: { fsync: 'off' } });
  leases.push(lease);
  return lease;
}

const isRunning = (): boolean => existsSync(join(dataDir, 'postgres', 'postmaster.pid'));

async function answers({ url }: Lease): Promise<unknown> {
  const pool = createPool(url, { max: 1 });
  const { rows } = await pool.query('select current_database() as name');
  await pool.end();
  return rows;
}

test('the last user stops PostgreSQL: a command outlives the server it ran beside', async () => {
  const server = await take('server');
  const command = await take('command');
  await server.release();
  expect(await answers(command)).toEqual([{ name: 'stationkeeper' }]);
  await command.release();
  expect(isRunning()).toBe(false);
});

test('a command that started PostgreSQL leaves it to the server that came meanwhile', async () => {
  const command = await take('command');
  const server = await take('server');
  await command.release();
  expect(await answers(server)).toEqual([{ name: 'stationkeeper' }]);
});

test('many at once on a new folder share one database', async () => {
  const taken = await Promise.all([take('command'), take('server'), take('command'), take('command')]);
  expect(new Set(taken.map((lease) => lease.url)).size).toBe(1);
  await Promise.all(taken.map((lease) => lease.release()));
  expect(isRunning()).toBe(false);
});

test('who comes while it is being stopped gets a new one', async () => {
  for (let round = 0; round < 3; round += 1) {
    const first = await take('command');
    const [second] = await Promise.all([take('server'), first.release()]);
    expect(await answers(second)).toEqual([{ name: 'stationkeeper' }]);
    await second.release();
  }
});

test('what an interrupted first start left behind is swept away', async () => {
  await writeFile(join(dataDir, 'postgres.new-abc'), '');
  await take('server');
  expect(await readdir(dataDir)).not.toContain('postgres.new-abc');
});

test('a note of a dead process whose number lives on in another program is no obstacle', async () => {
  await (await take('server')).release();
  const note = [process.pid, join(dataDir, 'postgres'), 0, 5432, join(dataDir, 'run'), '', '', 'ready'];
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), note.join('\n'));
  await writeFile(join(dataDir, 'run', '.s.PGSQL.5432.lock'), note.join('\n'));
  expect(await answers(await take('server'))).toEqual([{ name: 'stationkeeper' }]);
});

test('a data folder with a long name keeps its socket elsewhere', async () => {
  const root = dataDir;
  dataDir = join(root, 'a-rather-long-name-'.repeat(6));
  expect(await answers(await take('server'))).toEqual([{ name: 'stationkeeper' }]);
  await leases[0]?.release();
  dataDir = root;
});
