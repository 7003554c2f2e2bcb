/**
 * The real server in a process of its own, as `npm start` runs it, for tests that stop and kill it:
 *
 *     const server = await startServer({ dataDir });
 *     await fetch(`${server.url}/readyz`);
 *     server.kill();                       // as a power cut would; PostgreSQL goes on
 *     await server.ended;
 *     await (await startServer({ dataDir })).stop();
 *
 * Every start that is left over is ended by `endServers()`, which belongs into `afterAll`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = `${ROOT}/node_modules/node/bin/node`;

export type Settings = Record<string, string>;

export type Ended = { code: number | null; stdout: string; stderr: string };

export type RunningServer = {
  url: string;
  port: number;
  pid: number;
  /** As printed; null when there is an account already. */
  setupCode: string | null;
  stdout: () => string;
  ended: Promise<Ended>;
  /** SIGTERM; resolves when the process has ended. */
  stop: () => Promise<Ended>;
  /** SIGKILL. */
  kill: () => void;
};

const running = new Set<ChildProcess>();

/** Runs a program of the server, such as `apps/server/src/cli/admin.ts`, to its end. */
export function runProgram(program: string, words: string[], settings: Settings): Promise<Ended> {
  return endOf(spawnServer(program, words, settings));
}

/** Runs the server to its end: for starts that must fail. */
export function runServer(settings: Settings): Promise<Ended> {
  return endOf(spawnServer('apps/server/src/main.ts', [], settings));
}

/** Starts the server on an empty workspace and waits until it says where it runs. Throws with its output if it ends. */
export async function startServer(settings: Settings & { DATA_DIR: string }): Promise<RunningServer> {
  const port = Number(settings['PORT'] ?? (await freePort()));
  const child = spawnServer('apps/server/src/main.ts', [], {
    START: 'empty',
    PORT: String(port),
    ...settings,
  });
  const output = collect(child);
  const ended = endOf(child, output);
  await Promise.race([
    untilPrinted(child, output, /running at .*\n(Make the first .*\n)?/),
    ended.then(endedEarly),
  ]);
  const setupCode = /set-up code: (\S+)/.exec(output.stdout)?.[1] ?? null;
  const stop = (): Promise<Ended> => {
    child.kill('SIGTERM');
    return ended;
  };
  return {
    url: `http://localhost:${port}`,
    port,
    pid: child.pid ?? 0,
    setupCode,
    stdout: () => output.stdout,
    ended,
    stop,
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Stops whatever a test has left running. */
export async function endServers(): Promise<void> {
  const exits = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(exits);
}

function spawnServer(program: string, words: string[], settings: Settings): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...settings };
  const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', program, ...words], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

type Output = { stdout: string; stderr: string };

function collect(child: ChildProcess): Output {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return output;
}

async function endOf(child: ChildProcess, output = collect(child)): Promise<Ended> {
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

async function untilPrinted(child: ChildProcess, output: Output, wanted: RegExp): Promise<void> {
  while (!wanted.test(output.stdout)) {
    if (!child.stdout) throw new Error('the output is not piped');
    await once(child.stdout, 'data');
  }
}

function endedEarly({ code, stdout, stderr }: Ended): never {
  throw new Error(`The server ended with ${String(code)} instead of starting:\n${stdout}${stderr}`);
}
