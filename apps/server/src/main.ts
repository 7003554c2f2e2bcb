/** The server process: settings in, signals and exit codes out. What it is made of is in serve.ts. */
import { type Env, readEnv } from './env.ts';
import { createLog, type Log } from './log.ts';
import { serve } from './serve.ts';
import { Shutdown } from './shutdown.ts';
import { StartupProblem } from './startup-problem.ts';

const DRAIN_WITHIN_MS = 10_000;
/** Ctrl-C in a terminal reaches npm, npm start and the server, and each hands it on: within this time it is one wish. */
const SAME_WISH_MS = 2_000;

/** Says why the server cannot start: one message for the operator, nothing for a programmer. */
function explain(error: unknown): void {
  const isExpected = error instanceof StartupProblem;
  const text = isExpected
    ? error.message
    : `Stationkeeper failed in a way that it does not know:\n${stackOf(error)}`;
  process.stderr.write(`\nStationkeeper cannot start.\n${text}\n`);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function settings(): Env {
  try {
    return readEnv();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

const env = settings();
const log: Log = createLog(env.logLevel);
let askedAt: number | null = null;
const shutdown = new Shutdown();
const starting = serve(env, { log, shutdown, onFatal });

/** Ends the process in good order; a start that is under way is let through first, so that it can be undone. */
async function stop(reason: string, code: number): Promise<never> {
  log.info(`${reason}: stopping`);
  await starting.catch(() => undefined); // explained below
  const isClean = await shutdown.run(log, DRAIN_WITHIN_MS);
  process.exit(isClean ? code : 1);
}

function onSignal(reason: string): void {
  if (askedAt !== null) {
    if (performance.now() - askedAt > SAME_WISH_MS) process.exit(1); // asked again: at once
    return;
  }
  askedAt = performance.now();
  void stop(reason, 0);
}

function onFatal(reason: string, cause: unknown): void {
  log.fatal({ err: cause }, reason);
  if (askedAt === null) void stop(reason, 1);
  askedAt ??= performance.now();
}

process.on('SIGTERM', () => onSignal('SIGTERM'));
process.on('SIGINT', () => onSignal('SIGINT'));
process.on('SIGHUP', () => onSignal('SIGHUP'));
// npm start holds a channel to us: when it closes, npm start was killed, and nobody could stop us any more.
process.on('disconnect', () => onSignal('the process that started this one is gone'));
process.on('uncaughtException', (error) => onFatal('an error that nothing caught', error));

try {
  await starting;
} catch (error) {
  explain(error);
  await shutdown.run(log, DRAIN_WITHIN_MS);
  process.exit(1);
}
