/**
 * PostgreSQL's main process: found, started, stopped.
 *
 * It runs detached, in a session of its own: Ctrl-C in our terminal and kill -9 of our process do not reach it, so a
 * crash of the server is never a crash of the database. `postmaster.pid` says where it is.
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, StartupProblem } from '../../startup-problem.ts';
import { findBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { accessHint, PROGRAM_ENVIRONMENT, unprivileged } from './unprivileged.ts';

export type Postmaster = { pid: number; sockets: string };

/** PostgreSQL names its socket after a port, though there is none. */
const SOCKET = '.s.PGSQL.5432';

const LOG_KEPT_BYTES = 5_000_000;

/** The running process of this cluster, or `undefined`. A stale note of a process that is gone is cleared away. */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const note = join(cluster.files, 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  const [pid = '', , , , sockets = ''] = readFileSync(note, 'utf8').split('\n');
  if (isAlive(Number(pid), cluster.files)) return { pid: Number(pid), sockets };
  clearStaleNotes([note, join(sockets, `${SOCKET}.lock`)], Number(pid));
  return undefined;
}

/** PostgreSQL works in its own folder: after a reboot, another program may have got the number of the old process. */
function isAlive(pid: number, files: string): boolean {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(files);
  } catch (error) {
    return codeOf(error) !== 'ENOENT'; // a process that is dead but not yet reaped has no folder
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL itself clears notes of processes that are gone; it gives up when the number lives on in another one. */
function clearStaleNotes(notes: string[], pid: number): void {
  if (!exists(pid)) return;
  for (const note of notes) {
    if (existsSync(note) && readFileSync(note, 'utf8').startsWith(`${pid}\n`)) unlinkSync(note);
  }
}

export type StartOptions = { settings: Record<string, string> };

/** Starts the process. Resolves to a function that says how it ended, or `undefined` while it runs. */
export async function startPostmaster(
  cluster: Cluster,
  { settings }: StartOptions,
): Promise<() => string | undefined> {
  const { postgres } = await findBinaries();
  const { prefix, identity } = unprivileged();
  const options = Object.entries({ ...SETTINGS, unix_socket_directories: cluster.sockets, ...settings });
  const words = [
    ...prefix,
    postgres,
    '-D',
    cluster.files,
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openLog(cluster.log);
  const from = statSync(cluster.log).size;
  const child = spawn(words[0] ?? postgres, words.slice(1), {
    ...identity,
    detached: true,
    stdio: ['ignore', log, log],
    env: PROGRAM_ENVIRONMENT,
  });
  closeSync(log);
  let hasEnded = false;
  let failure = '';
  child.once('error', ({ message }) => {
    hasEnded = true;
    failure = message;
  });
  child.once('exit', () => (hasEnded = true));
  child.unref();
  return () => (hasEnded ? failure || logFrom(cluster.log, from) : undefined);
}

function logFrom(path: string, from: number): string {
  return existsSync(path) ? readFileSync(path).subarray(from).toString().trim() : '';
}

/** No TCP at all. Few, since one server uses a pool of ten; a slow statement shows in the log. */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  log_min_duration_statement: '2s',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

function openLog(path: string): number {
  const isLong = existsSync(path) && statSync(path).size > LOG_KEPT_BYTES;
  return openSync(path, isLong ? 'w' : 'a', 0o600);
}

/** Fast shutdown: open transactions are rolled back, all is written, and the files are consistent on the disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  while (findPostmaster(cluster)?.pid === running.pid) await delay(10);
}

/** What to say when PostgreSQL did not come up. */
export function didNotStart(cluster: Cluster, said: string): StartupProblem {
  const lines = said.split('\n').slice(-6).join('\n');
  return new StartupProblem(
    `The built-in PostgreSQL did not start. It said (${cluster.log}):\n${lines}${accessHint()}`,
  );
}
