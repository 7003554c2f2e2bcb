/**
 * The whole machine as a table: each phase meets each kind of event. A phase or an event that is added to the types
 * and not to the table does not compile.
 */
import type { ErrorBody } from '@stationkeeper/domain';
import type { Change } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { initialState, step } from './state.ts';
import type { AlarmName, Phase, SyncEvent, SyncState } from './sync-event.ts';

const HEAD = 10;

const signedOut: ErrorBody = { code: 'not-signed-in', message: 'You have been signed out.' };
const busy: ErrorBody = { code: 'unavailable', message: 'Away.', details: { retryAfterMs: 7 } };
const unreadable: ErrorBody = { code: 'malformed', message: 'What is this?' };
const snapshot = { seq: 40, schemaVersion: 1, types: {} };

function change(seq: number): Change {
  return {
    seq,
    at: 0,
    actor: 'a',
    mutationId: `x:${seq}`,
    groupId: null,
    reason: null,
    undoes: null,
    schemaVersion: 1,
    patches: [],
  };
}

/** Every event that can be told apart by what it leads to. */
const events = {
  start: { type: 'start' },
  stop: { type: 'stop' },
  'storage-ready': { type: 'storage-ready', waiting: [] },
  queued: { type: 'queued', waiting: [{ id: 'c:9', bytes: 9 }] },
  answered: { type: 'answered', ids: ['c:1'] },
  renumbered: { type: 'renumbered', waiting: [{ id: 'd:1', bytes: 9 }] },
  settled: { type: 'settled' },
  connected: { type: 'connected' },
  disconnected: { type: 'disconnected' },
  'opened up to date': { type: 'opened', head: HEAD },
  'opened behind': { type: 'opened', head: HEAD + 2 },
  'opened ahead': { type: 'opened', head: HEAD - 1 },
  'snapshot-needed': { type: 'snapshot-needed' },
  'refused for good': { type: 'refused', error: signedOut },
  'refused for now': { type: 'refused', error: busy },
  snapshot: { type: 'snapshot', snapshot },
  'snapshot-failed': { type: 'snapshot-failed' },
  diverged: { type: 'diverged' },
  'next change': { type: 'changes', changes: [change(HEAD + 1)] },
  'known change': { type: 'changes', changes: [change(HEAD)] },
  'change after a gap': { type: 'changes', changes: [change(HEAD + 2)] },
  'same head': { type: 'head', head: HEAD },
  'higher head': { type: 'head', head: HEAD + 5 },
  'push-answered': { type: 'push-answered', pushId: 1, ids: ['c:1'] },
  'push refused for good': { type: 'push-refused', pushId: 1, error: signedOut },
  'push refused for now': { type: 'push-refused', pushId: 1, error: busy },
  'push unreadable': { type: 'push-refused', pushId: 1, error: unreadable },
  'alarm retry': { type: 'alarm', name: 'retry' },
  'alarm reply': { type: 'alarm', name: 'reply' },
  'alarm silence': { type: 'alarm', name: 'silence' },
  'alarm progress': { type: 'alarm', name: 'progress' },
  'alarm ack': { type: 'alarm', name: 'ack' },
  'alarm push-again': { type: 'alarm', name: 'push-again' },
  online: { type: 'network', isOnline: true },
  offline: { type: 'network', isOnline: false },
  'resumed soon': { type: 'resumed', silentMs: 10 },
  'resumed late': { type: 'resumed', silentMs: 1_000_000 },
} as const satisfies Record<string, SyncEvent>;

type EventName = keyof typeof events;

/** Each kind of event has at least one row: otherwise this does not compile. */
type Covered = (typeof events)[EventName]['type'];
type CoveredAlarm = Extract<(typeof events)[EventName], { type: 'alarm' }>['name'];
const isComplete: [Exclude<SyncEvent['type'], Covered>, Exclude<AlarmName, CoveredAlarm>] extends [
  never,
  never,
]
  ? true
  : false = true;

/**
 * What follows, as `phase: effects`. A missing row means that nothing happens. `*` stands for the two effects of
 * trying again later, `+` for those of connecting.
 */
type Row = Partial<Record<EventName, string>>;

const LATER = 'disconnect set-backoff:retry';
const CONNECT = 'disconnect connect set-alarm:reply';
const FETCH = 'fetching: disconnect fetch-snapshot set-alarm:reply';
const PUSH = 'push set-alarm:ack';

const alwaysTheSame: Row = { stop: 'closed: disconnect' };
const whileConnected: Row = {
  ...alwaysTheSame,
  disconnected: `backing-off: ${LATER}`,
  'refused for good': 'closed: disconnect',
  'refused for now': `backing-off: ${LATER}`,
  'alarm reply': `backing-off: ${LATER}`,
  'alarm silence': `backing-off: ${LATER}`,
  'alarm progress': `backing-off: ${LATER}`,
  offline: `connecting: ${CONNECT}`,
  'resumed late': `connecting: ${CONNECT}`,
};
const whileReceiving: Row = {
  ...whileConnected,
  diverged: FETCH,
  'change after a gap': `backing-off: ${LATER}`,
};
/** Pushing: the machine that the table asks has one edit under way, as push 1. */
const whileOpened: Row = {
  ...whileReceiving,
  'push-answered': 'clear-alarm:ack',
  'push refused for good': 'closed: disconnect',
  'push refused for now': 'clear-alarm:ack set-backoff:push-again',
  'push unreadable': 'clear-alarm:ack refuse',
  'alarm ack': PUSH,
};
const whileWaiting: Row = {
  ...alwaysTheSame,
  'alarm retry': `connecting: ${CONNECT}`,
  online: `connecting: ${CONNECT}`,
  offline: `offline: ${LATER}`,
  'resumed soon': `connecting: ${CONNECT}`,
  'resumed late': `connecting: ${CONNECT}`,
};

const table: Record<Phase, Row> = {
  idle: { ...alwaysTheSame, start: `connecting: ${CONNECT}` },
  connecting: {
    ...whileConnected,
    connected: 'opening: open set-alarm:reply set-alarm:silence',
    online: `connecting: ${CONNECT}`,
    offline: '',
  },
  opening: {
    ...whileReceiving,
    'opened up to date': `live: clear-alarm:reply clear-alarm:progress ${PUSH}`,
    'opened behind': `catching-up: clear-alarm:reply set-alarm:progress ${PUSH}`,
    'opened ahead': FETCH,
    'snapshot-needed': FETCH,
    'next change': 'opening: apply set-alarm:silence',
    'known change': 'set-alarm:silence',
  },
  fetching: {
    ...alwaysTheSame,
    snapshot: `connecting: load-snapshot ${CONNECT}`,
    'snapshot-failed': `backing-off: ${LATER}`,
    'alarm reply': `backing-off: ${LATER}`,
    'alarm silence': `backing-off: ${LATER}`,
    'alarm progress': `backing-off: ${LATER}`,
  },
  'catching-up': {
    ...whileOpened,
    'next change': 'catching-up: apply set-alarm:silence set-alarm:progress',
    'known change': 'set-alarm:silence',
    'same head': 'set-alarm:silence',
    'higher head': 'catching-up: set-alarm:silence',
  },
  live: {
    ...whileOpened,
    'next change': 'live: apply set-alarm:silence',
    'known change': 'set-alarm:silence',
    'same head': 'set-alarm:silence',
    'higher head': 'catching-up: set-alarm:silence set-alarm:progress',
  },
  'backing-off': whileWaiting,
  offline: whileWaiting,
  closed: { ...alwaysTheSame, start: `connecting: ${CONNECT}` },
};

/** A machine in that phase: one edit waits, and where it is opened it is under way as push 1; two behind while catching up. */
function machineIn(phase: Phase): SyncState {
  const isOpen = phase === 'live' || phase === 'catching-up';
  return {
    ...initialState(HEAD, phase !== 'offline'),
    phase,
    isStorageReady: true,
    target: phase === 'catching-up' ? HEAD + 2 : HEAD,
    waiting: [{ id: 'c:1', bytes: 10 }],
    pushing: isOpen ? { pushId: 1, ids: ['c:1'] } : null,
    lastPushId: isOpen ? 1 : 0,
  };
}

function inWords(phase: Phase, name: EventName): string {
  const { state, effects } = step(machineIn(phase), events[name]);
  const done = effects
    .map((effect) => ('name' in effect ? `${effect.do}:${effect.name}` : effect.do))
    .join(' ');
  return state.phase === phase ? done : `${state.phase}: ${done}`;
}

describe('the machine', () => {
  const phases = Object.keys(table) as Phase[];
  const names = Object.keys(events) as EventName[];
  const cases = phases.flatMap((phase) => names.map((name) => [phase, name] as const));

  it('[L1] has a row for every phase and every event', () => {
    expect(isComplete).toBe(true);
    expect(cases).toHaveLength(phases.length * names.length);
  });

  it.each(cases)('in %s, on %s', (phase, name) => {
    const expected = (table[phase][name] ?? '').replace(new RegExp(`^${phase}: `), '');
    expect(inWords(phase, name)).toBe(expected);
  });
});

it('[L4] goes on asking for the snapshot after a change that did not fit, and is not live before it came', () => {
  let state: SyncState = { ...initialState(HEAD, true), phase: 'live', wasLive: true };
  const after = (...names: EventName[]) => {
    for (const name of names) ({ state } = step(state, events[name]));
    return state.phase;
  };
  expect(after('next change', 'diverged', 'snapshot-failed')).toBe('backing-off');
  state = { ...state, head: HEAD };
  expect(after('alarm retry', 'connected', 'opened up to date')).toBe('fetching');
  expect(after('snapshot-failed', 'resumed soon', 'connected', 'opened behind')).toBe('fetching');
  expect(after('snapshot', 'connected')).toBe('opening');
  expect(step(state, { type: 'opened', head: snapshot.seq }).state.phase).toBe('live');
});

it('[L4] puts a snapshot in place also where a log that was put back has grown past what it has', () => {
  let state: SyncState = { ...initialState(HEAD, true), phase: 'opening' };
  for (const name of [
    'opened ahead',
    'snapshot-failed',
    'alarm retry',
    'connected',
    'opened behind',
  ] as const)
    ({ state } = step(state, events[name]));
  expect(state.phase).toBe('fetching');
});
