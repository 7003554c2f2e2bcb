/** How long to wait before the next attempt. */

/** The first pause, about: short, because most drops are a deploy or a lift. */
export const FIRST_DELAY_MS = 500;
/** The longest: an abandoned tab must not hammer, and a returning server should be noticed soon. */
export const MAX_DELAY_MS = 30_000;

/**
 * Doubles with each failed attempt (counted from 1). Half of it is spread by chance (`fraction`, 0 to 1), so that
 * a server that comes back is not met by everybody at once.
 */
export function backoffMs(attempt: number, fraction: number): number {
  const full = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(full / 2 + (full / 2) * fraction);
}
