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

/** The newest change that this person made and that stands: not taken back, and not itself the taking back of another. */
export function lastOwnStanding(changes: readonly Change[], userId: string): Change | undefined {
  const undoneBy = undoings(changes);
  return [...changes]
    .sort((a, b) => b.seq - a.seq)
    .find(({ seq, actor, undoes }) => actor === userId && undoes === null && !undoneBy.has(seq));
}
