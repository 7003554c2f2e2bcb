import { isatty } from 'node:tty';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './env.ts';

export type Log = Logger;

/** Secrets that could travel in a logged object; the log is read by more people than the database. */
const REDACTED = [
  'password',
  'token',
  'code',
  'cookie',
  'authorization',
  'req.headers.cookie',
  'req.headers.authorization',
];

/** The process's log: lines for a person at a terminal, JSON for everything else. */
export function createLog(level: LogLevel): Log {
  const options = { level, base: null, redact: REDACTED };
  if (!isatty(1)) return pino(options);
  return pino(
    options,
    pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }),
  );
}
