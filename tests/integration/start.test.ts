/** The real server process: how it comes up, what it says when it cannot, and what it leaves behind. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type Ended, endServers, runServer, startServer } from '../support/server-process.ts';
import { oldPostgres } from './old-postgres.ts';

let folder = '';
let count = 0;

/** The folder of one test; each has its own. */
const newDataDir = (): string => join(folder, `run-${++count}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stationkeeper-start-'));
});

afterAll(async () => {
  await endServers();
  await rm(folder, { recursive: true, force: true });
});

/** One message for the operator, on stderr, and nothing for a programmer. */
function expectExplained({ code, stderr }: Ended, ...sentences: (string | RegExp)[]): void {
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\nStationkeeper cannot start\.\n/);
  expect(stderr).not.toMatch(/^\s+at /m);
  for (const sentence of sentences) expect(stderr).toMatch(sentence);
}

/** The process of the folder's PostgreSQL, or null. */
function postmasterOf(dataDir: string): number | null {
  const note = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : null;
}

/** Time on a processor, which other tests running at the same time do not lengthen; elsewhere than on Linux, unknown. */
function workMsOf(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Infinity;
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]); // in user and in kernel mode, 100 a second
  return ticks * 10;
}

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

describe('a start', () => {
  test('answers health checks, prints the address and a set-up code, and SIGTERM ends it with 0', async () => {
    const dataDir = newDataDir();
    const server = await startServer({ DATA_DIR: dataDir });
    expect(server.stdout()).toContain(`Stationkeeper is running at http://localhost:${server.port}`);
    expect(server.setupCode).toMatch(/^[A-Z0-9-]{8,}$/);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
    expect(postmasterOf(dataDir)).not.toBeNull();

    expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(postmasterOf(dataDir)).toBeNull();
  });

  test('of a folder that is there already takes less than three seconds of work', async () => {
    const dataDir = newDataDir();
    await (await startServer({ DATA_DIR: dataDir })).stop();
    const started = performance.now();
    const server = await startServer({ DATA_DIR: dataDir });
    const elapsedMs = performance.now() - started;
    expect(Math.min(elapsedMs, workMsOf(server.pid))).toBeLessThan(3_000);
    await server.stop();
  });

  test('after kill -9 adopts the PostgreSQL that ran on, and stops it in the end', async () => {
    const dataDir = newDataDir();
    const first = await startServer({ DATA_DIR: dataDir });
    const postmaster = postmasterOf(dataDir);
    first.kill();
    await first.ended;
    expect(postmasterOf(dataDir)).toBe(postmaster);

    const second = await startServer({ DATA_DIR: dataDir });
    expect(postmasterOf(dataDir)).toBe(postmaster);
    expect((await second.stop()).code).toBe(0);
    expect(postmasterOf(dataDir)).toBeNull();
  });

  test('after PostgreSQL was killed too recovers what was committed', async () => {
    const dataDir = newDataDir();
    const first = await startServer({ DATA_DIR: dataDir });
    first.kill();
    await first.ended;
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');

    const second = await startServer({ DATA_DIR: dataDir });
    expect(await statusOf(`${second.url}/readyz`)).toBe(200);
    expect((await second.stop()).code).toBe(0);
  });

  test('keeps its database to itself: no TCP port, and files that only the owner reads', async () => {
    const dataDir = newDataDir();
    const server = await startServer({ DATA_DIR: dataDir });
    const note = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    expect(note[5]).toBe(''); // the address it listens on
    for (const name of readdirSync(dataDir)) {
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
    }
    await server.stop();
  });
});

describe('while it runs', () => {
  test('PostgreSQL killed from outside is started again, and the server serves on', async () => {
    const dataDir = newDataDir();
    const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal' });
    const killed = postmasterOf(dataDir) ?? 0;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => postmasterOf(dataDir), { timeout: 20_000 }).not.toBe(killed);
    await expect.poll(() => statusOf(`${server.url}/readyz`), { timeout: 20_000 }).toBe(200);
    expect((await server.stop()).code).toBe(0);
  });

  test('a request that never ends does not keep it from stopping', async () => {
    const server = await startServer({ DATA_DIR: newDataDir() });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 100, Expect: '100-continue' };
    const hanging = request(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers });
    hanging.on('error', () => undefined); // it is cut
    hanging.flushHeaders();
    await once(hanging, 'continue');
    expect((await server.stop()).code).toBe(0);
  });
});

describe('a start that cannot be', () => {
  test('names every malformed setting at once and makes nothing', async () => {
    const dataDir = newDataDir();
    const ended = await runServer({ DATA_DIR: dataDir, PORT: 'abc', LOG_LEVEL: 'loud', START: 'half' });
    expectExplained(ended, '3 settings are malformed', 'PORT=abc', 'LOG_LEVEL=loud', 'START=half');
    expect(existsSync(dataDir)).toBe(false);
  });

  test('because its port is busy says so before anything is made', async () => {
    const dataDir = newDataDir();
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const ended = await runServer({ DATA_DIR: dataDir, PORT: String(port) });
    other.close();
    expectExplained(
      ended,
      `Port ${port} on 127.0.0.1 is in use by another program`,
      'set PORT to a free port',
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  test('because the machine has no such address says so', async () => {
    const ended = await runServer({
      DATA_DIR: newDataDir(),
      PORT: String(await freePort()),
      HOST: '192.0.2.1',
    });
    expectExplained(ended, 'This machine has no address 192.0.2.1', 'Set HOST');
  });

  test('because another server uses the data folder names that server and leaves it alone', async () => {
    const dataDir = newDataDir();
    const first = await startServer({ DATA_DIR: dataDir });
    const ended = await runServer({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expectExplained(ended, `The data folder ${dataDir} is in use by another server`, `process ${first.pid}`);
    expect(await statusOf(`${first.url}/readyz`)).toBe(200);
    expect((await first.stop()).code).toBe(0);
  });

  test('because two begin on one new folder at once ends one of them, and the other is well', async () => {
    const dataDir = newDataDir();
    const starts = await Promise.allSettled([
      startServer({ DATA_DIR: dataDir }),
      startServer({ DATA_DIR: dataDir }),
    ]);
    const [server, ...more] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const [refusal] = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
    expect(more).toEqual([]);
    expect(refusal).toContain('is in use by another server');
    expect(await statusOf(`${server?.url}/readyz`)).toBe(200);
    expect((await server?.stop())?.code).toBe(0);
  });

  test('because the data folder cannot be written says which and what to do', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, 'not a folder');
    const ended = await runServer({ DATA_DIR: join(file, 'data'), PORT: String(await freePort()) });
    expectExplained(ended, `The data folder ${file}/data cannot be written`, 'Set DATA_DIR');
    expect(readFileSync(file, 'utf8')).toBe('not a folder');
  });

  test('because the folder holds something else says so and leaves it alone', async () => {
    const dataDir = newDataDir();
    await (await startServer({ DATA_DIR: dataDir })).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const ended = await runServer({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expectExplained(ended, 'was made by PostgreSQL 17, and this is PostgreSQL 18');
  });

  test('because the database cannot be reached says where it looked, without the password', async () => {
    const port = String(await freePort());
    const DATABASE_URL = `postgresql://me:secret@127.0.0.1:${port}/board`;
    const ended = await runServer({ DATABASE_URL, PORT: String(await freePort()) });
    expectExplained(ended, `The database at 127.0.0.1:${port}/board cannot be used: nothing listens there`);
    expect(ended.stderr).toContain('correct DATABASE_URL');
    expect(ended.stderr).not.toContain('secret');
  });

  test('because the database is too old names both versions', async () => {
    const database = await oldPostgres('13.4');
    const DATABASE_URL = `postgresql://me@127.0.0.1:${database.port}/board`;
    const ended = await runServer({ DATABASE_URL, PORT: String(await freePort()) });
    database.close();
    expectExplained(ended, 'leads to PostgreSQL 13.4, which is too old: Stationkeeper needs 15 or later');
  });
});
