/**
 * The promise of the whole product: what was acknowledged is never lost and never doubled, whatever happens to the
 * server. The real process, on its own PostgreSQL, is killed (SIGKILL) in the middle of eight writers' work, again
 * and again; each start adopts the PostgreSQL that the one before has left running.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '@stationkeeper/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../support/arbitraries/history.ts';
import { Browser } from '../support/browser.ts';
import { CrashWriter } from '../support/crash-writer.ts';
import { freePort } from '../support/free-port.ts';
import { endServers, startServer, type RunningServer } from '../support/server-process.ts';

const KILLS = 20;
const WRITERS = 8;
const SEED = Number(process.env['CRASH_SEED'] ?? 20_260_101);

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stationkeeper-crash-'));
});
afterAll(async () => {
  await endServers();
  await rm(dataDir, { recursive: true, force: true });
});

/** Numbers below a bound, the same for the same seed (mulberry32). */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The first account, made with the set-up code, and its workspace. */
async function setUp(server: RunningServer): Promise<{ browser: Browser; workspace: string }> {
  const browser = new Browser(server.url);
  const account = { name: 'Ann', email: 'ann@example.org', password: 'a password for tests' };
  const made = await browser.post('/api/setup', { code: server.setupCode, ...account });
  expect(made.status).toBe(201);
  const { body } = await browser.get('/api/me');
  const workspace = (body as { workspaces: { slug: string }[] }).workspaces[0]?.slug;
  if (workspace === undefined) throw new Error('there is no workspace');
  return { browser, workspace };
}

async function wholeLog(browser: Browser, workspace: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const path = `/api/workspaces/${workspace}/changes?since=${changes.length}&limit=1000`;
    const { body } = await browser.get(path);
    const page = (body as { changes: Change[] }).changes;
    changes.push(...page);
    if (page.length < 1_000) return changes;
  }
}

test(
  `[P2] [P7] [S1] [C1] ${KILLS} kills under ${WRITERS} writers: nothing acknowledged is lost, nothing is there twice`,
  { timeout: 400_000 },
  async ({ annotate }) => {
    await annotate(`seed ${SEED}`);
    const pick = picker(SEED);
    const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) };
    let server = await startServer(settings);
    const { browser, workspace } = await setUp(server);

    let untilKill = Infinity;
    let onMoment: () => void = () => undefined;
    const heard = () => {
      untilKill -= 1;
      if (untilKill <= 0) onMoment();
    };
    const target = { origin: server.url, cookie: browser.cookieHeader(), workspace };
    const sharedId = crypto.randomUUID();
    const writers = Array.from({ length: WRITERS }, () => new CrashWriter(target, { pick, sharedId, heard }));
    const running = Promise.all(writers.map((writer) => writer.run()));

    for (let kill = 0; kill < KILLS; kill++) {
      // So many acks and messages from now, in whatever the server is then in the middle of.
      const moment = new Promise<void>((resolve) => (onMoment = resolve));
      untilKill = 20 + pick(200);
      await moment;
      untilKill = Infinity;
      server.kill();
      await server.ended;
      server = await startServer(settings);
    }
    for (const writer of writers) writer.finish();
    await running;

    const log = await wholeLog(browser, workspace);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: log.length }, (_, index) => index + 1));
    const byMutation = new Map(log.map((change) => [change.mutationId as string, change]));
    expect(byMutation.size).toBe(log.length);

    const answers = writers.flatMap((writer) => [...writer.answered.values()]);
    const mustChange = new Set(writers.flatMap((writer) => [...writer.mustChange]));
    for (const verdict of answers) {
      const change = byMutation.get(verdict.id);
      const isThere = verdict.status === 'accepted' && (change !== undefined || mustChange.has(verdict.id));
      expect(change?.seq, verdict.id).toBe(isThere ? verdict.seq : undefined);
    }
    const accepted = new Set(
      answers.filter(({ status }) => status === 'accepted').map(({ id }) => id as string),
    );
    for (const change of log) expect(accepted.has(change.mutationId)).toBe(true);

    for (const writer of writers) await writer.reach(log.length);
    const [first, ...others] = writers.map(({ state }) => recordsOf(state));
    for (const other of others) expect(other).toEqual(first);

    // The run must have met what it is about: answers that were lost after the change was made.
    const repeated = writers.flatMap((writer) => [...writer.sentTimes].filter(([, times]) => times > 1));
    const repeatedAfterCommit = repeated.filter(([id]) => byMutation.has(id));
    expect(repeated.length).toBeGreaterThan(KILLS);
    expect(repeatedAfterCommit.length).toBeGreaterThan(0);
    await annotate(`${log.length} changes, ${answers.length} answers, ${repeated.length} edits sent again`);
  },
);
