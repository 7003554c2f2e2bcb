/**
 * What a failed query means to the log. PostgreSQL's error classes decide: what it says of the data is the
 * batch's own fault, everything else (and a lost connection, which has no class) may pass by itself.
 */
import { AppError } from '@stationkeeper/domain';
import pg from 'pg';
import { OutcomeUnknown, WriteRefused } from '../changelog/log-store.ts';

/** Wrong data, broken constraint, limits of the program, a statement that does not fit the schema. */
const ABOUT_THE_BATCH = new Set(['22', '23', '42', '54']);
/** The connection, or the server behind it, is going away: what it was doing may have been done. */
const GOING_AWAY = new Set(['08', '57']);

/** What to throw when a statement inside a transaction, or a read, has failed. */
export function asStorageError(error: unknown): Error {
  if (isKnown(error) || isOurs(error)) return error;
  return ABOUT_THE_BATCH.has(classOf(error)) ? new WriteRefused(error) : unavailable(error);
}

/** What to throw when COMMIT has failed: it is the one statement that may have done its work all the same. */
export function asCommitError(error: unknown): Error {
  const errorClass = classOf(error);
  return errorClass === '' || GOING_AWAY.has(errorClass) ? new OutcomeUnknown(error) : asStorageError(error);
}

function isKnown(error: unknown): error is Error {
  return error instanceof AppError || error instanceof WriteRefused || error instanceof OutcomeUnknown;
}

/** A bug of ours between here and the database is no database that is away: waiting would not help (SPEC S2). */
function isOurs(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

function classOf(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? '').slice(0, 2) : '';
}

function unavailable(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'The database does not answer. Nothing was changed; try again in a moment.',
    {
      cause,
    },
  );
}
