/**
 * The client's connection as a pure machine: (state, event) -> { state, effects }. No time, no chance, no I/O.
 *
 *   idle ──start──> connecting ──connected──> opening ──opened──> catching-up ──head reached──> live
 *                    ^  ^  ^                     │                    ^                           │
 *                    │  │  │                     │                    └── heartbeat ahead of us ──┘
 *                    │  │  └ snapshot ─ fetching <── snapshot-needed, diverged
 *                    │  │
 *                    │  └─ retry ── backing-off <── disconnected, silence, no reply, a hole: from any of these
 *                    └──── retry ── offline     <── the same, while the browser says that there is no network
 *
 *   closed <── stop, or a refusal that trying again does not mend: from anywhere; start leads out of it
 *
 * Pushing goes on beside it, in `catching-up` and `live` only (opened), once the storage has been read: one push
 * at a time, oldest first, the same edits again until each has a verdict. A repeat is safe (SPEC P3).
 *
 * A missing number means a lost message: the connection is dropped and catch-up begins after the last change
 * that was folded in. Nothing is ever applied with a gap.
 */
import { treatmentOf, unreachable, type ErrorBody, type ErrorCode } from '@stationkeeper/domain';
import { HEARTBEAT_MS, type Change, type Snapshot } from '@stationkeeper/protocol';
import { nextPush, onPushAnswered, onPushRefused, pushAgain } from './pushing.ts';
import type { AlarmName, Phase, Step, SyncEffect, SyncEvent, SyncState } from './sync-event.ts';

/** Connecting, and the answer to `open`, take no longer. */
export const REPLY_MS = 10_000;
/** Fetching a snapshot takes no longer, on the slowest line that is of use. */
export const FETCH_MS = 60_000;
/** While catching up, something arrives at least this often. */
export const PROGRESS_MS = 10_000;
/** Two heartbeats that did not come: the connection is dead, whatever the socket says. */
export const SILENCE_MS = 2 * HEARTBEAT_MS;

const CONNECTED: ReadonlySet<Phase> = new Set(['connecting', 'opening', 'catching-up', 'live']);
const OPENED: ReadonlySet<Phase> = new Set(['catching-up', 'live']);
const RECEIVING: ReadonlySet<Phase> = new Set(['opening', 'catching-up', 'live']);
const RETRYING: ReadonlySet<Phase> = new Set(['backing-off', 'offline']);
/** What a refusal to open or to push at all says about the person or the program, which waiting does not mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['not-signed-in', 'not-found', 'version-mismatch']);

/** The machine before `start`, with the records at seq `head`. */
export function initialState(head: number, isOnline: boolean): SyncState {
  return {
    phase: 'idle',
    attempt: 0,
    wasLive: false,
    isOnline,
    isStorageReady: false,
    head,
    target: head,
    waiting: [],
    pushing: null,
    lastPushId: 0,
    failedPushes: 0,
    isHeld: false,
    isSingly: false,
    owesSettled: false,
    isAstray: false,
    closedBy: null,
  };
}

/** True from the answer to `open` until the connection is lost: only then may anything be pushed. */
export function isOpened(state: SyncState): boolean {
  return OPENED.has(state.phase);
}

/** What follows from an event. An event that means nothing in this phase changes nothing. */
export function step(state: SyncState, event: SyncEvent): Step {
  const next = react(state, event);
  const push = isOpened(next.state) ? nextPush(next.state) : null;
  return push ? { state: push.state, effects: [...next.effects, ...push.effects] } : next;
}

function react(state: SyncState, event: SyncEvent): Step {
  switch (event.type) {
    case 'start':
      return state.phase === 'idle' || state.phase === 'closed'
        ? connect({ ...state, closedBy: null, attempt: 0, wasLive: false })
        : stay(state);
    case 'stop':
      return close(state, null);
    case 'storage-ready':
      return stay({ ...state, isStorageReady: true, waiting: [...event.waiting, ...state.waiting] });
    case 'queued':
      return stay({ ...state, waiting: [...state.waiting, ...event.waiting] });
    case 'answered':
      return stay(without(state, event.ids));
    case 'renumbered':
      return stay({ ...state, waiting: event.waiting });
    case 'settled':
      return stay({ ...state, owesSettled: true });
    case 'push-answered':
      return onPushAnswered(without(state, event.ids), event.pushId);
    case 'push-refused':
      return FINAL.has(event.error.code) && isOpened(state)
        ? close(state, event.error)
        : onPushRefused(state, event.pushId, event.error);
    default:
      return onConnection(state, event);
  }
}

type ConnectionEvent = Exclude<
  SyncEvent,
  {
    type:
      | 'start'
      | 'stop'
      | 'storage-ready'
      | 'queued'
      | 'answered'
      | 'renumbered'
      | 'settled'
      | 'push-answered'
      | 'push-refused';
  }
>;

function onConnection(state: SyncState, event: ConnectionEvent): Step {
  switch (event.type) {
    case 'connected':
      return state.phase === 'connecting' ? open(state) : stay(state);
    case 'disconnected':
      return CONNECTED.has(state.phase) ? drop(state) : stay(state);
    case 'opened':
      return state.phase === 'opening' ? onOpened(state, event.head) : stay(state);
    case 'snapshot-needed':
      return state.phase === 'opening' ? fetchSnapshot(state) : stay(state);
    case 'refused':
      return onRefused(state, event.error);
    case 'snapshot':
      return state.phase === 'fetching' ? onSnapshot(state, event.snapshot) : stay(state);
    case 'diverged':
      return onDiverged({ ...state, isAstray: true });
    case 'snapshot-failed':
      return state.phase === 'fetching' ? drop(state) : stay(state);
    case 'changes':
      return RECEIVING.has(state.phase) ? onChanges(state, event.changes) : stay(state);
    case 'head':
      return isOpened(state) ? onHead(state, event.head) : stay(state);
    case 'alarm':
      return onAlarm(state, event.name);
    case 'network':
      return onNetwork({ ...state, isOnline: event.isOnline }, event.isOnline);
    case 'resumed':
      return onResumed(state, event.silentMs);
    default:
      return unreachable(event);
  }
}

function stay(state: SyncState, ...effects: SyncEffect[]): Step {
  return { state, effects };
}

function setAlarm(name: AlarmName, delayMs: number): SyncEffect {
  return { do: 'set-alarm', name, delayMs };
}

function connect(state: SyncState): Step {
  return stay(
    { ...unhooked(state), phase: 'connecting' },
    { do: 'disconnect' },
    { do: 'connect' },
    setAlarm('reply', REPLY_MS),
  );
}

function open(state: SyncState): Step {
  return stay(
    { ...state, phase: 'opening' },
    { do: 'open', since: state.head },
    setAlarm('reply', REPLY_MS),
    setAlarm('silence', SILENCE_MS),
  );
}

function onOpened(state: SyncState, head: number): Step {
  // A log that ends before what we have was put back from a copy: what we show is not what stands.
  if (head < state.head || state.isAstray) return fetchSnapshot({ ...state, isAstray: true });
  return arrive({ ...state, phase: 'catching-up', target: head }, { do: 'clear-alarm', name: 'reply' });
}

/** Live when nothing is known to be missing, else it must go on arriving. */
function arrive(state: SyncState, ...effects: SyncEffect[]): Step {
  if (state.head < state.target) return stay(state, ...effects, setAlarm('progress', PROGRESS_MS));
  return stay({ ...state, phase: 'live', attempt: 0, wasLive: true }, ...effects, {
    do: 'clear-alarm',
    name: 'progress',
  });
}

/** Without a connection: nothing may arrive that belongs to the records which are about to be replaced. */
function fetchSnapshot(state: SyncState): Step {
  return stay(
    { ...unhooked(state), phase: 'fetching' },
    { do: 'disconnect' },
    { do: 'fetch-snapshot' },
    setAlarm('reply', FETCH_MS),
  );
}

/** The flag outlives a fetch that fails: then catching up must not make these records look whole. */
function onDiverged(state: SyncState): Step {
  return RECEIVING.has(state.phase) ? fetchSnapshot(state) : stay(state);
}

function onSnapshot(state: SyncState, snapshot: Snapshot): Step {
  const next = connect({ ...state, head: snapshot.seq, target: snapshot.seq, isAstray: false });
  return stay(next.state, { do: 'load-snapshot', snapshot }, ...next.effects);
}

function onChanges(state: SyncState, changes: readonly Change[]): Step {
  const fresh = changes.filter((change) => change.seq > state.head);
  if (fresh.some((change, index) => change.seq !== state.head + 1 + index)) return drop(state);
  const heard = setAlarm('silence', SILENCE_MS);
  if (fresh.length === 0) return stay(state, heard);
  const head = state.head + fresh.length;
  const applied = { ...state, head, target: Math.max(state.target, head) };
  const apply: SyncEffect = { do: 'apply', changes: fresh };
  return state.phase === 'catching-up' ? arrive(applied, apply, heard) : stay(applied, apply, heard);
}

/** The server has more than we have been sent: it must arrive soon, or a message was lost. */
function onHead(state: SyncState, head: number): Step {
  const heard = setAlarm('silence', SILENCE_MS);
  if (head <= state.target) return stay(state, heard);
  const behind: SyncState = { ...state, phase: 'catching-up', target: head };
  return state.phase === 'live' ? arrive(behind, heard) : stay(behind, heard);
}

function onAlarm(state: SyncState, name: AlarmName): Step {
  switch (name) {
    case 'retry':
      return RETRYING.has(state.phase) ? connect(state) : stay(state);
    case 'reply':
    case 'silence':
    case 'progress':
      return CONNECTED.has(state.phase) || state.phase === 'fetching' ? drop(state) : stay(state);
    case 'ack':
    case 'push-again':
      return isOpened(state) ? pushAgain(state, name) : stay(state);
    default:
      return unreachable(name);
  }
}

/** The browser is often wrong (a server on the same machine, a virtual network): it is asked to prove it by connecting. */
function onNetwork(state: SyncState, isOnline: boolean): Step {
  if (RETRYING.has(state.phase)) return isOnline ? connect({ ...state, attempt: 0 }) : wait(state, 0);
  if (state.phase === 'connecting') return isOnline ? connect(state) : stay(state);
  return CONNECTED.has(state.phase) && !isOnline ? connect(state) : stay(state);
}

function onResumed(state: SyncState, silentMs: number): Step {
  if (RETRYING.has(state.phase)) return connect(state);
  return CONNECTED.has(state.phase) && silentMs >= SILENCE_MS ? connect(state) : stay(state);
}

function onRefused(state: SyncState, error: ErrorBody): Step {
  if (!CONNECTED.has(state.phase)) return stay(state);
  if (treatmentOf(error.code).retry !== 'later') return close(state, error);
  return drop(state, error.details?.retryAfterMs ?? 0);
}

/** Lets the connection go and tries again after a while. */
function drop(state: SyncState, atLeastMs = 0): Step {
  return wait({ ...state, attempt: state.attempt + 1 }, atLeastMs);
}

function wait(state: SyncState, atLeastMs: number): Step {
  return stay(
    { ...unhooked(state), phase: state.isOnline ? 'backing-off' : 'offline' },
    { do: 'disconnect' },
    { do: 'set-backoff', name: 'retry', attempt: state.attempt, atLeastMs },
  );
}

function close(state: SyncState, closedBy: ErrorBody | null): Step {
  return stay({ ...unhooked(state), phase: 'closed', closedBy }, { do: 'disconnect' });
}

/** Without a connection nothing is being pushed; what was in flight is sent again. */
function unhooked(state: SyncState): SyncState {
  return { ...state, pushing: null, isHeld: false, failedPushes: 0 };
}

function without(state: SyncState, ids: readonly string[]): SyncState {
  const gone = new Set(ids);
  return { ...state, waiting: state.waiting.filter(({ id }) => !gone.has(id)) };
}
