/**
 * Something outside the program keeps it from starting: a busy port, a folder that cannot be written, a setting
 * that makes no sense. The message is all the operator sees, so it says what is wrong and what to do about it.
 */
export class StartupProblem extends Error {
  override name = 'StartupProblem';
}

/** Node's or PostgreSQL's error code (`ENOENT`, `28P01`), or an empty text when there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
