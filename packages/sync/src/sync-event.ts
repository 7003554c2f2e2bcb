/** What happens to the machine of `state.ts`, what it remembers, and what it wants done. */
import type { ErrorBody } from '@stationkeeper/domain';
import type { Change, MutationId, Snapshot } from '@stationkeeper/protocol';

/** Where the connection stands; the drawing is in `state.ts`. */
export type Phase =
  | 'idle'
  | 'connecting'
  | 'opening'
  | 'fetching'
  | 'catching-up'
  | 'live'
  | 'backing-off'
  | 'offline'
  | 'closed';

/** A stored edit that the server has not answered, and how large it is in a push. */
export interface Waiting {
  readonly id: MutationId;
  readonly bytes: number;
}

/** The push whose answer is awaited. */
export interface Pushing {
  readonly pushId: number;
  readonly ids: readonly MutationId[];
}

/** All that the machine remembers. */
export interface SyncState {
  readonly phase: Phase;
  /** Connections that failed since the last time that it was live. */
  readonly attempt: number;
  readonly wasLive: boolean;
  /** What the browser says of its network; a hint, which a working connection disproves. */
  readonly isOnline: boolean;
  readonly isStorageReady: boolean;
  /** The last change that was folded in. */
  readonly head: number;
  /** The highest seq that the server is known to have. */
  readonly target: number;
  /** Oldest first. */
  readonly waiting: readonly Waiting[];
  readonly pushing: Pushing | null;
  readonly lastPushId: number;
  /** Pushes in a row that were refused or not answered. */
  readonly failedPushes: number;
  /** A push was refused; the next one waits for its alarm. */
  readonly isHeld: boolean;
  /** One push was unreadable as a whole: the edits go singly until the culprit is found. */
  readonly isSingly: boolean;
  /** The server may forget refusals that are stored here, and has not been told. */
  readonly owesSettled: boolean;
  /** The records here are not the fold of the log: nothing is live before a snapshot has replaced them. */
  readonly isAstray: boolean;
  readonly closedBy: ErrorBody | null;
}

/** The alarms; setting one replaces the one of that name. */
export type AlarmName = 'retry' | 'reply' | 'silence' | 'progress' | 'ack' | 'push-again';

/** What happens. */
export type SyncEvent =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  /** The storage is open, or known not to open: `waiting` is what closed tabs left, to be sent first. */
  | { readonly type: 'storage-ready'; readonly waiting: readonly Waiting[] }
  /** Edits are stored and may be sent. */
  | { readonly type: 'queued'; readonly waiting: readonly Waiting[] }
  /** The server has spoken on these, by verdict or by their change. */
  | { readonly type: 'answered'; readonly ids: readonly MutationId[] }
  /** Waiting edits got other ids; the order is kept. */
  | { readonly type: 'renumbered'; readonly waiting: readonly Waiting[] }
  | { readonly type: 'settled' }
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  | { readonly type: 'opened'; readonly head: number }
  | { readonly type: 'snapshot-needed' }
  | { readonly type: 'refused'; readonly error: ErrorBody }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'snapshot-failed' }
  /** A change did not fit the records here: they are not the fold of the log (a bug, or a broken cache). */
  | { readonly type: 'diverged' }
  | { readonly type: 'changes'; readonly changes: readonly Change[] }
  | { readonly type: 'head'; readonly head: number }
  | { readonly type: 'push-answered'; readonly pushId: number; readonly ids: readonly MutationId[] }
  | { readonly type: 'push-refused'; readonly pushId: number; readonly error: ErrorBody }
  | { readonly type: 'alarm'; readonly name: AlarmName }
  | { readonly type: 'network'; readonly isOnline: boolean }
  /** The page is looked at again; `silentMs` since the server was last heard of. */
  | { readonly type: 'resumed'; readonly silentMs: number };

/** What is to be done, in this order. */
export type SyncEffect =
  | { readonly do: 'connect' }
  /** Lets go of the connection, if any, and of all alarms. */
  | { readonly do: 'disconnect' }
  | { readonly do: 'open'; readonly since: number }
  | { readonly do: 'push'; readonly pushId: number; readonly ids: readonly MutationId[] }
  | { readonly do: 'fetch-snapshot' }
  | { readonly do: 'load-snapshot'; readonly snapshot: Snapshot }
  | { readonly do: 'apply'; readonly changes: readonly Change[] }
  /** The server will not read this edit in any form: it becomes a refusal. */
  | { readonly do: 'refuse'; readonly id: MutationId; readonly error: ErrorBody }
  | { readonly do: 'set-alarm'; readonly name: AlarmName; readonly delayMs: number }
  /** As `set-alarm`, with a delay that grows with `attempt` and is spread by chance. */
  | {
      readonly do: 'set-backoff';
      readonly name: 'retry' | 'push-again';
      readonly attempt: number;
      readonly atLeastMs: number;
    }
  | { readonly do: 'clear-alarm'; readonly name: AlarmName };

/** The machine's answer to an event. */
export interface Step {
  readonly state: SyncState;
  readonly effects: readonly SyncEffect[];
}
