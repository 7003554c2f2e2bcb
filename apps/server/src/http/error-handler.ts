/**
 * The only code that writes an HTTP error. What we refuse on purpose is an `AppError`; what the body parser refuses is
 * translated; anything else is a bug of ours, logged whole under an id, of which the client learns only the id.
 */
import { randomUUID } from 'node:crypto';
import { AppError, type ErrorBody, treatmentOf } from '@stationkeeper/domain/errors';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';
import { codeOf } from '../startup-problem.ts';

/** What every refusal over HTTP looks like. */
export type ErrorAnswer = { error: ErrorBody };

/** Ends the API's router: there is no such address. */
export const noSuchRoute: RequestHandler = (req) => {
  throw new AppError('not-found', `There is no ${req.method} ${req.baseUrl}${req.path}.`);
};

/** Goes last. Express calls it with whatever a handler threw. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    const error = toAppError(thrown);
    record(log, error, req);
    if (res.headersSent)
      next(thrown); // Express cuts the connection, so that half an answer is not taken for a whole
    else answer(error, req, res);
  };
}

/** Any thrown value as a refusal. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return refusedBody(thrown) ?? unavailable(thrown) ?? internal(thrown);
}

function refusedBody(thrown: unknown): AppError | undefined {
  if (!(thrown instanceof Error) || !('type' in thrown)) return undefined;
  if (thrown.type === 'entity.too.large') {
    const limit = 'limit' in thrown ? Number(thrown.limit) : 0;
    return new AppError('too-large', `At most ${limit} bytes are allowed in one request.`, {
      details: { limit },
    });
  }
  // Its message quotes the body and it carries the body whole: a password may be in both (and the log is read by many).
  if (thrown.type === 'entity.parse.failed') return new AppError('malformed', 'The request holds no JSON.');
  const isClient = 'status' in thrown && Number(thrown.status) >= 400 && Number(thrown.status) < 500;
  return isClient ? new AppError('malformed', `The request cannot be read: ${thrown.message}.`) : undefined;
}

/** PostgreSQL away, restarting, out of connections or space, or read-only: nothing was changed, and it may pass. */
const DATABASE_AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P03',
  '53300',
  '53100',
  '25006',
]);

function unavailable(thrown: unknown): AppError | undefined {
  if (!DATABASE_AWAY.has(codeOf(thrown))) return undefined;
  const message = 'The database does not answer just now. Nothing was changed; try again in a moment.';
  return new AppError('unavailable', message, { details: { retryAfterMs: 2_000 }, cause: thrown });
}

function internal(cause: unknown): AppError {
  const errorId = randomUUID();
  const message = `Something went wrong on the server. Its log has the details under ${errorId}.`;
  return new AppError('internal', message, { details: { errorId }, cause });
}

/** The path as it may stand in the log: an invitation's address is the key to it. */
export function loggedPath(url: string): string {
  return (url.split('?')[0] ?? '').replace(/(\/invitations?\/)[^/]+/gi, '$1…');
}

function record(log: Log, error: AppError, req: Request): void {
  const { log: level } = treatmentOf(error.code);
  if (level === 'none') return;
  const path = loggedPath(req.originalUrl);
  log[level](
    { code: error.code, ...error.details, method: req.method, path, err: error.cause },
    error.message,
  );
}

function answer(error: AppError, req: Request, res: Response): void {
  const { status, retry } = treatmentOf(error.code);
  const { retryAfterMs } = error.details;
  res.status(status).set('Cache-Control', 'no-store');
  if (retryAfterMs !== undefined && retry === 'later')
    res.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  if (req.originalUrl.startsWith('/api')) res.json({ error: error.toBody() } satisfies ErrorAnswer);
  else res.type('text/plain').send(`${error.message}\n`);
}
