/**
 * The operator's commands as processes of their own: on a data folder that no server uses, and beside a
 * running server, which must hear of what they change.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenTo } from '../../apps/server/src/db/listen.ts';
import { ACCESS_CHANNEL } from '../../apps/server/src/identity/access-events.ts';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { createLog } from '../../apps/server/src/log.ts';
import { startIdentityServer } from '../support/identity-server.ts';
import type { IdentityServer } from '../support/identity-server.ts';
import { makeBoard, makePerson } from '../support/people.ts';
import { endServers, startServer } from '../support/server-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules/node/bin/node');

// Each command is a process that loads everything; on a busy machine that takes seconds.
const PATIENT = { timeout: 120_000 };

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, with what is typed into it. */
async function admin(settings: Record<string, string>, words: string[], typed = ''): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const program = ['--disable-warning=ExperimentalWarning', 'apps/server/src/cli/admin.ts', ...words];
  const child = spawn(NODE, program, { cwd: ROOT, env, stdio: 'pipe' });
  child.stdin.end(typed);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

/** Exit code 1, one message, no stack. */
function expectRefused(outcome: Outcome, message: RegExp): void {
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(message);
  expect(outcome.stderr).not.toMatch(/^\s+at /m);
  expect(outcome.stdout).toBe('');
}

describe('beside a running server', PATIENT, () => {
  let server: IdentityServer;
  const run = (words: string[], typed?: string) => admin({ DATABASE_URL: server.db.url }, words, typed);
  const signIn = (email: string, password: string) =>
    server.newBrowser().post('/api/auth/sign-in/email', { email, password });

  beforeAll(async () => {
    server = await startIdentityServer();
  });
  afterAll(() => server.stop());

  it('user:create makes an account whose printed password signs in', async () => {
    await makeBoard(server);
    const made = await run(['user:create', '--email', 'Op@example.org', '--name', 'Op', '--role', 'editor']);
    expect(made).toMatchObject({ code: 0 });
    const answer = await signIn('op@example.org', made.stdout.trim());
    expect(answer.status).toBe(200);
  });

  it('user:create refuses an address that is taken, a malformed one and a missing one', async () => {
    const words = ['user:create', '--name', 'Op', '--email'];
    expectRefused(await run([...words, 'op@example.org']), /account with this address already/);
    expectRefused(await run([...words, 'nobody']), /--email: This is not an e-mail address/);
    expectRefused(await run(['user:create', '--name', 'Op']), /required option '--email/);
  });

  it('user:password reads from standard input and refuses a short one', async () => {
    const words = ['user:password', '--email', 'op@example.org', '--password-stdin'];
    expectRefused(await run(words, 'short\n'), /At least 12 characters/);
    expect(await run(words, 'a password read from a file\nand no more')).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect((await signIn('op@example.org', 'a password read from a file')).status).toBe(200);
  });

  it('user:role is heard by the server at once', async () => {
    const board = await makeBoard(server);
    const { account, browser } = await makePerson(server, board, null);
    const heard: AccessEvent[] = [];
    const stop = server.identity.events.subscribe((event) => heard.push(event));
    const listener = {
      onNotification: (_: string, payload: string) => server.identity.events.receive(payload),
      onConnected: () => undefined,
    };
    const listening = await listenTo(server.db.url, [ACCESS_CHANNEL], listener, createLog('silent'));
    const words = ['user:role', '--email', account.email, '--workspace', board.slug, '--role'];
    for (const role of ['viewer', 'admin', 'viewer']) {
      const outcome = await run([...words, role]);
      if (role === 'viewer' && heard.length > 1) expectRefused(outcome, /at least one admin/);
      else expect(outcome).toMatchObject({ code: 0 });
    }
    expect((await browser.get(`/api/workspaces/${board.slug}/invitations`)).status).toBe(200);
    await listening.stop();
    stop();
    const { workspaceId } = board;
    expect(heard).toEqual([
      { kind: 'joined', userId: account.id, workspaceId },
      { kind: 'role-changed', userId: account.id, workspaceId, role: 'admin' },
    ]);
  });

  it('token:create, token:list and token:revoke govern one token', async () => {
    const made = await run(['token:create', '--email', 'op@example.org', '--name', 'report', '--days', '30']);
    const tool = server.newBrowser();
    tool.extraHeaders['authorization'] = `Bearer ${made.stdout.trim()}`;
    expect((await tool.get('/api/me')).body).toMatchObject({ user: { email: 'op@example.org' } });
    const listed = await run(['token:list', '--email', 'op@example.org']);
    const [id = '', email, name] = listed.stdout.split('\t');
    expect([email, name]).toEqual(['op@example.org', 'report']);
    expect(listed.stdout).not.toContain(made.stdout.trim());
    expect(await run(['token:revoke', id])).toMatchObject({ code: 0 });
    expect((await tool.get('/api/me')).status).toBe(401);
    expectRefused(await run(['token:revoke', id]), /no access token/);
    expectRefused(
      await run(['token:create', '--email', 'op@example.org', '--name', 'x', '--days', '0']),
      /whole number/,
    );
  });

  it('workspace:export asks which workspace is meant when there are several', async () => {
    expectRefused(await run(['workspace:export']), /several workspaces.*--workspace/);
    expectRefused(
      await run(['workspace:export', '--workspace', 'none such']),
      /No one workspace is called none such/,
    );
    const board = await makeBoard(server);
    const { stdout } = await run(['workspace:export', '--workspace', board.slug.toUpperCase()]);
    expect(JSON.parse(stdout)).toMatchObject({
      workspace: { slug: board.slug, head: 0 },
      records: [],
      changes: [],
    });
  });
});

describe('on the built-in PostgreSQL', PATIENT, () => {
  let folder = '';
  let DATA_DIR = '';
  const run = (words: string[], typed?: string) => admin({ DATA_DIR }, words, typed);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sk-id-admin-'));
    DATA_DIR = join(folder, 'data');
  });
  afterAll(async () => {
    await endServers();
    await rm(folder, { recursive: true, force: true });
  });

  it('works on a data folder that is new, and on the next call again', async () => {
    const words = ['user:create', '--email', 'anna@example.org', '--name', 'Anna Berg', '--password-stdin'];
    expect(await run(words, 'a long enough password')).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['user:list'])).toMatchObject({ code: 0, stdout: 'anna@example.org\tAnna Berg\t-\n' });
    expectRefused(await run(['workspace:export']), /There is no workspace yet/);
  });

  it('works beside the server that holds the folder, and leaves it running', async () => {
    const server = await startServer({ DATA_DIR });
    expect(server.setupCode).toBeNull();
    expect(await run(['user:create', '--email', 'ben@example.org', '--name', 'Ben'])).toMatchObject({
      code: 0,
    });
    const made = await run(['token:create', '--email', 'anna@example.org', '--name', 'check']);
    const authorization = `Bearer ${made.stdout.trim()}`;
    const me = await fetch(`${server.url}/api/me`, { headers: { authorization } });
    expect(await me.json()).toMatchObject({ user: { email: 'anna@example.org' } });
    expect(await server.stop()).toMatchObject({ code: 0 });
    expect(await run(['token:list'])).toMatchObject({ code: 0 });
  });

  it('explains itself and refuses what it does not know', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of ['user:create', 'user:role', 'user:password', 'token:create', 'workspace:export']) {
      expect(stdout).toContain(name);
    }
    expectRefused(await run(['user:delete']), /unknown command/);
    expectRefused(await admin({ PORT: 'x' }, ['user:list']), /PORT=x/);
    expectRefused(
      await admin({ DATABASE_URL: 'postgresql://localhost:1/none' }, ['user:list']),
      /nothing listens there/,
    );
  });
});

describe('an export to a file', PATIENT, () => {
  let server: IdentityServer;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sk-id-export-'));
    server = await startIdentityServer();
    await makePerson(server, await makeBoard(server), 'admin');
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is complete, its owner’s only, and names no address', async () => {
    const file = join(folder, 'board.json');
    const outcome = await admin({ DATABASE_URL: server.db.url }, ['workspace:export', '--output', file]);
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    const written = await readFile(file, 'utf8');
    expect(JSON.parse(written)).toMatchObject({
      format: 'stationkeeper-workspace',
      people: [{ name: 'admin', role: 'admin' }],
      citations: [],
    });
    expect(written).not.toContain('@example.org');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const words = ['workspace:export', '--output', join(folder, 'no such folder', 'board.json')];
    expectRefused(await admin({ DATABASE_URL: server.db.url }, words), /cannot be written/);
  });
});
