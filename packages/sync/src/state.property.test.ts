/** What holds of the machine whatever happens to it, in whatever order. */
import type { ErrorBody } from '@stationkeeper/domain';
import { mutationId, type Change, type MutationId } from '@stationkeeper/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialState, isOpened, step } from './state.ts';
import type { SyncEvent, SyncState, Waiting } from './sync-event.ts';

const CLIENT = '00000000-0000-7000-8000-0000000000c1';

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

const error: fc.Arbitrary<ErrorBody> = fc
  .constantFrom('unavailable', 'not-signed-in', 'malformed', 'rate-limited')
  .map((code) => ({ code, message: '' }));
const seq = fc.nat({ max: 12 });
const plain = fc
  .constantFrom(
    'start',
    'stop',
    'settled',
    'connected',
    'disconnected',
    'snapshot-needed',
    'snapshot-failed',
    'diverged',
  )
  .map((type): SyncEvent => ({ type }));

/** Any event; those on waiting edits are filled in by the run, which knows what waits. */
const anyEvent: fc.Arbitrary<SyncEvent | 'queue' | 'answer some' | 'answer push'> = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 3, arbitrary: fc.constant({ type: 'storage-ready', waiting: [] }) },
  { weight: 4, arbitrary: fc.constant('queue' as const) },
  { weight: 2, arbitrary: fc.constant('answer some' as const) },
  { weight: 3, arbitrary: fc.constant('answer push' as const) },
  { weight: 3, arbitrary: fc.constant({ type: 'connected' }) },
  { weight: 4, arbitrary: seq.map((head): SyncEvent => ({ type: 'opened', head })) },
  { weight: 1, arbitrary: seq.map((head): SyncEvent => ({ type: 'head', head })) },
  { weight: 1, arbitrary: error.map((given): SyncEvent => ({ type: 'refused', error: given })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat({ max: 9 }), error)
      .map(([pushId, given]): SyncEvent => ({ type: 'push-refused', pushId, error: given })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(seq, fc.nat({ max: 3 })).map(([first, more]): SyncEvent => ({
      type: 'changes',
      changes: Array.from({ length: more + 1 }, (_, index) => change(first + index)),
    })),
  },
  {
    weight: 1,
    arbitrary: seq.map((at): SyncEvent => ({
      type: 'snapshot',
      snapshot: { seq: at, schemaVersion: 1, types: {} },
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('retry', 'reply', 'silence', 'progress', 'ack', 'push-again')
      .map((name): SyncEvent => ({ type: 'alarm', name })),
  },
  { weight: 1, arbitrary: fc.boolean().map((isOnline): SyncEvent => ({ type: 'network', isOnline })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(5, 1e6).map((silentMs): SyncEvent => ({ type: 'resumed', silentMs })),
  },
);

interface Watched {
  state: SyncState;
  queued: number;
  /** The model of what waits, in order. */
  waiting: MutationId[];
  applied: number;
  /** A change did not fit, and no snapshot has come since. */
  isAstray: boolean;
}

function atTheStart(): Watched {
  return { state: initialState(0, true), queued: 0, waiting: [], applied: 0, isAstray: false };
}

function eventFor(watched: Watched, drawn: SyncEvent | 'queue' | 'answer some' | 'answer push'): SyncEvent {
  if (drawn === 'queue') {
    watched.queued += 1;
    const entry: Waiting = { id: mutationId(CLIENT, watched.queued), bytes: 100 };
    watched.waiting.push(entry.id);
    return { type: 'queued', waiting: [entry] };
  }
  const pushing = watched.state.pushing;
  const ids = drawn === 'answer push' && pushing ? pushing.ids : watched.waiting.slice(0, 1);
  if (drawn === 'answer some' || drawn === 'answer push') {
    watched.waiting = watched.waiting.filter((id) => !ids.includes(id));
    return drawn === 'answer push'
      ? { type: 'push-answered', pushId: pushing?.pushId ?? 0, ids }
      : { type: 'answered', ids };
  }
  return drawn;
}

function react(watched: Watched, event: SyncEvent): void {
  const { state, effects } = step(watched.state, event);
  if (event.type === 'diverged') watched.isAstray = true;
  for (const effect of effects) {
    if (effect.do === 'push') {
      expect(isOpened(state), '[O3] pushes only when opened').toBe(true);
      expect(state.isStorageReady, 'pushes only once it knows what closed tabs left').toBe(true);
      expect(watched.state.pushing === null || state.lastPushId > watched.state.lastPushId).toBe(true);
      expect(effect.ids, '[O3] pushes the oldest, in order').toEqual(
        watched.waiting.slice(0, effect.ids.length),
      );
    }
    if (effect.do === 'refuse') watched.waiting = watched.waiting.filter((id) => id !== effect.id);
    if (effect.do === 'load-snapshot') {
      watched.applied = effect.snapshot.seq;
      watched.isAstray = false;
    }
    if (effect.do === 'apply') {
      for (const { seq: next } of effect.changes) {
        expect(next, '[L3] applies without a gap or a repeat').toBe(watched.applied + 1);
        watched.applied = next;
      }
    }
    if (effect.do === 'open')
      expect(effect.since, '[L3] asks for what comes after what it has').toBe(watched.applied);
  }
  watched.state = state;
}

test('pushes only when opened, oldest first; applies without a gap; loses no waiting edit', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 80, size: 'max' }), (events) => {
      const watched = atTheStart();
      for (const drawn of [{ type: 'start' } as SyncEvent, ...events]) {
        react(watched, eventFor(watched, drawn));
        const { state } = watched;
        expect(state.waiting.map(({ id }) => id)).toEqual(watched.waiting);
        expect(state.head).toBe(watched.applied);
        if (state.phase === 'live')
          expect(state.head, 'live means that nothing is missing').toBe(state.target);
        if (isOpened(state))
          expect(watched.isAstray, 'nothing is live over records that are wrong').toBe(false);
        if (!isOpened(state)) expect(state.pushing).toBeNull();
      }
    }),
    { numRuns: 2_000 },
  );
});

test('from anywhere but closed, a network that works leads to live, and every edit is pushed', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60, size: 'max' }), (events) => {
      const watched = atTheStart();
      for (const drawn of [{ type: 'start' } as SyncEvent, ...events])
        react(watched, eventFor(watched, drawn));
      if (watched.state.phase === 'closed') react(watched, { type: 'start' });
      react(watched, { type: 'storage-ready', waiting: [] });
      react(watched, { type: 'network', isOnline: true });
      for (let turn = 0; turn < 40 && !isAtRest(watched.state); turn++) {
        react(watched, eventFor(watched, mend(watched.state)));
      }
      expect(watched.state.phase).toBe('live');
      expect(watched.state.waiting).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

function isAtRest({ phase, waiting, pushing }: SyncState): boolean {
  return phase === 'live' && waiting.length === 0 && pushing === null;
}

/** What a network and a server that work do next. */
function mend(state: SyncState): SyncEvent | 'answer push' {
  switch (state.phase) {
    case 'connecting':
      return { type: 'connected' };
    case 'opening':
      return { type: 'opened', head: state.head };
    case 'fetching':
      return { type: 'snapshot', snapshot: { seq: 20, schemaVersion: 1, types: {} } };
    case 'catching-up':
      return { type: 'changes', changes: [change(state.head + 1)] };
    case 'live':
      return state.isHeld ? { type: 'alarm', name: 'push-again' } : 'answer push';
    default:
      return { type: 'alarm', name: 'retry' };
  }
}
