/** The one word of the connection that people read. */
import type { ClientStatus } from './sync-client.ts';
import type { SyncState } from './sync-event.ts';

/** `live` is said in one phase only; whatever else happens, the machine must have got there first. */
export function connectionOf({ phase, isOnline, wasLive }: SyncState): ClientStatus['connection'] {
  if (phase === 'live') return 'live';
  if (phase === 'closed') return 'closed';
  if (!isOnline) return 'offline';
  return wasLive ? 'reconnecting' : 'connecting';
}

/** Whether two states read the same. */
export function isSameStatus(a: ClientStatus, b: ClientStatus): boolean {
  return (
    a.connection === b.connection &&
    a.waiting === b.waiting &&
    a.storage === b.storage &&
    a.role === b.role &&
    a.closedBy === b.closedBy
  );
}
