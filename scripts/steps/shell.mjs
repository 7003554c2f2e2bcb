/**
 * What the commands in this folder share: where the project is, how they speak, how they run a program. Everything in
 * scripts/*.mjs and scripts/steps/ runs on a bare Node 20 before anything is installed: plain JavaScript, no packages.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Node that the lock file pins; npm installs it like any other package. */
export const NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const PARENT = process.ppid;
const PARENT_LOOK_MS = 500;

/** A failed step: its message is for the person at the terminal, who needs no stack. */
export class StepFailed extends Error {}

/** @param {string} text */
export const say = (text) => void process.stderr.write(`${text}\n`);

/**
 * Runs a program quietly: its output is shown only when it fails.
 *
 * @param {string} title what the person reads meanwhile
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [env] added to ours
 */
export async function quietly(title, program, words, env = {}) {
  const started = Date.now();
  process.stderr.write(`${title} ... `);
  const { code, output } = await capture(program, words, env);
  if (code !== 0) {
    say(`failed.\n${output}`);
    throw new StepFailed(`${[program, ...words].join(' ')} ended with ${code}; its output is above.`);
  }
  say(`done in ${Math.ceil((Date.now() - started) / 1000)} s.`);
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(program, words, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), output }));
  });
}

/**
 * Runs a program in our place: its terminal is ours, signals go on to it, and its exit code comes back. Nor does it
 * outlive us or the npm that started us when one of us is killed outright: our end closes a channel that the program
 * watches, and npm's end we see by getting another parent.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function inOurPlace(program, words, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    const handlers = forwardSignals(child);
    const watch = setInterval(() => {
      if (process.ppid !== PARENT) child.kill('SIGTERM');
    }, PARENT_LOOK_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const [name, handler] of handlers) process.off(name, handler);
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {[NodeJS.Signals, () => void][]}
 */
function forwardSignals(child) {
  /** @type {NodeJS.Signals[]} */
  const names = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  return names.map((name) => {
    // Ctrl-C reaches every program of the terminal by itself; a second one would mean "at once".
    const handler = () => {
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    };
    process.on(name, handler);
    return [name, handler];
  });
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** PATH without the project's own programs: npm must not run on the Node that it is about to replace. */
export function outsidePath() {
  const parts = (process.env.PATH ?? '').split(delimiter);
  return parts.filter((part) => !part.includes('node_modules')).join(delimiter);
}

/**
 * Runs a command of this folder: a `StepFailed` ends it with its message and code 1.
 *
 * @param {() => Promise<number>} command
 */
export async function main(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
