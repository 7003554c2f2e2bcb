/**
 * The pushing part of the machine in `state.ts`: what is sent next, and what an answer to it means. One push
 * is under way at a time, always from the oldest waiting edit on, so that each client's counters arrive in
 * order (SPEC O3) and the edits of a closed tab before those of this one.
 */
import { treatmentOf, type ErrorBody } from '@stationkeeper/domain';
import { MAX_MUTATIONS_PER_PUSH, MAX_PUSH_BYTES } from '@stationkeeper/protocol';
import type { Step, SyncState, Waiting } from './sync-event.ts';

/** An answer that takes longer than this is asked for again; twice as long with each repeat, at most a minute. */
export const ACK_MS = 10_000;
const MAX_ACK_MS = 60_000;
/** Bytes of a push that are not its edits: names, brackets, the settled counters. */
export const ENVELOPE_BYTES = 20_000;

/** Sends what waits, if nothing is under way; null when there is nothing to send. */
export function nextPush(state: SyncState): Step | null {
  if (!state.isStorageReady || state.pushing || state.isHeld) return null;
  if (state.waiting.length === 0 && !state.owesSettled) return null;
  const ids = batchOf(state.waiting, state.isSingly).map(({ id }) => id);
  const pushId = state.lastPushId + 1;
  const delayMs = Math.min(MAX_ACK_MS, ACK_MS * 2 ** state.failedPushes);
  return {
    state: { ...state, pushing: { pushId, ids }, lastPushId: pushId, owesSettled: false },
    effects: [
      { do: 'push', pushId, ids },
      { do: 'set-alarm', name: 'ack', delayMs },
    ],
  };
}

/** As many of the oldest as fit into one message; at least one. */
export function batchOf(waiting: readonly Waiting[], isSingly: boolean): readonly Waiting[] {
  const most = isSingly ? 1 : MAX_MUTATIONS_PER_PUSH;
  let bytes = ENVELOPE_BYTES;
  const firstTooMuch = waiting.findIndex((entry, index) => {
    bytes += entry.bytes;
    return index > 0 && (index >= most || bytes > MAX_PUSH_BYTES);
  });
  return firstTooMuch === -1 ? waiting : waiting.slice(0, firstTooMuch);
}

/** Verdicts have come. Those of a push that was given up for lost count as well, but do not end the present one. */
export function onPushAnswered(state: SyncState, pushId: number): Step {
  if (state.pushing?.pushId !== pushId) return { state, effects: [] };
  return {
    state: { ...state, pushing: null, failedPushes: 0, isSingly: false },
    effects: [{ do: 'clear-alarm', name: 'ack' }],
  };
}

/** None of the edits was looked at. They are sent again later, unless the server cannot read them at all. */
export function onPushRefused(state: SyncState, pushId: number, error: ErrorBody): Step {
  const { pushing } = state;
  if (pushing?.pushId !== pushId) return { state, effects: [] };
  return treatmentOf(error.code).retry === 'later' ? hold(state, error) : narrowDown(state, error);
}

function hold(state: SyncState, error: ErrorBody): Step {
  const failedPushes = state.failedPushes + 1;
  return {
    state: { ...state, pushing: null, isHeld: true, failedPushes },
    effects: [
      { do: 'clear-alarm', name: 'ack' },
      {
        do: 'set-backoff',
        name: 'push-again',
        attempt: failedPushes,
        atLeastMs: error.details?.retryAfterMs ?? 0,
      },
    ],
  };
}

/** One edit that the server cannot read must not keep the others waiting: singly, the culprit shows itself. */
function narrowDown(state: SyncState, error: ErrorBody): Step {
  const [first, ...others] = state.pushing?.ids ?? [];
  const cleared = { ...state, pushing: null };
  if (first === undefined || others.length > 0) {
    return {
      state: { ...cleared, isSingly: true },
      effects: [{ do: 'clear-alarm', name: 'ack' }],
    };
  }
  const waiting = state.waiting.filter(({ id }) => id !== first);
  return {
    state: { ...cleared, waiting, isSingly: false },
    effects: [
      { do: 'clear-alarm', name: 'ack' },
      { do: 'refuse', id: first, error },
    ],
  };
}

/** The alarm of a push: its answer did not come in time, or the pause after a refusal is over. */
export function pushAgain(state: SyncState, name: 'ack' | 'push-again'): Step {
  if (name === 'push-again') return { state: { ...state, isHeld: false }, effects: [] };
  return { state: { ...state, pushing: null, failedPushes: state.failedPushes + 1 }, effects: [] };
}
