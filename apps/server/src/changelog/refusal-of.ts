/** An error on its way out over a socket: one of ours as it is, any other logged whole and sent as `internal` with its id. */
import { randomUUID } from 'node:crypto';
import { AppError, treatmentOf, type ErrorBody } from '@stationkeeper/domain';
import type { Log } from './log.ts';

/** What is sent for an error; `context` says what was being done. */
export function refusalOf(error: unknown, log: Log, context: Readonly<Record<string, unknown>>): ErrorBody {
  if (error instanceof AppError) {
    const level = treatmentOf(error.code).log;
    if (level !== 'none') log[level]({ ...context, code: error.code, err: error }, error.message);
    return error.toBody();
  }
  const errorId = randomUUID();
  log.error({ ...context, errorId, err: error }, 'An unexpected error.');
  const message = `Something went wrong on the server. Quote ${errorId} when you report it.`;
  return { code: 'internal', message, details: { errorId } };
}
