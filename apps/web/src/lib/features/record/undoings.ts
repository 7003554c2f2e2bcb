/** Which changes have been taken back, and by which change. */
import type { Change } from '@stationkeeper/protocol';

/**
 * The change that took another back, by the other's seq. A change that was taken back itself takes nothing back any
 * more: what it had undone stands again.
 */
export function undoings(changes: readonly Change[]): ReadonlyMap<number, Change> {
  const undoneBy = new Map<number, Change>();
  for (const change of [...changes].sort((a, b) => b.seq - a.seq)) {
    if (change.undoes !== null && !undoneBy.has(change.seq)) undoneBy.set(change.undoes, change);
  }
  return undoneBy;
}
