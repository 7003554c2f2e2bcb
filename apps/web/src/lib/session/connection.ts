/** Whether what is on screen is what the server has, and what still waits here. */

export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'closed';

export type Connection = {
  readonly status: ConnectionStatus;
  /** Edits of this person that the server has not answered yet. */
  readonly waiting: number;
};

const WORDS: Readonly<Record<ConnectionStatus, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  closed: 'Closed',
};

/** What the header says: 'Live', 'Offline, 3 changes waiting'. */
export function connectionWords({ status, waiting }: Connection): string {
  if (waiting === 0) return WORDS[status];
  if (status === 'live') return `Saving ${String(waiting)}`;
  return `${WORDS[status]}, ${waiting === 1 ? '1 change waiting' : `${String(waiting)} changes waiting`}`;
}
