/** What happens in a run: people's edits and the world's mischief, in an order that fast-check can shrink. */
import * as fc from 'fast-check';
import type { Faults } from './virtual-network.ts';

/** One thing that happens. `tab` and `pick` are taken modulo what there is. */
export type Happening =
  | {
      readonly kind:
        'create' | 'rename' | 'assess' | 'tag' | 'delete' | 'restore' | 'undo' | 'settle' | 'retype';
      readonly tab: number;
      readonly pick: number;
    }
  /** Several edits at once, some on the same field. */
  | { readonly kind: 'burst'; readonly tab: number; readonly pick: number; readonly size: number }
  | {
      readonly kind:
        'cut' | 'silent cut' | 'unplug' | 'unnoticed unplug' | 'plug' | 'look again' | 'kill tab';
      readonly tab: number;
    }
  | { readonly kind: 'open tab'; readonly browser: number }
  | { readonly kind: 'demote' | 'disk full'; readonly browser: number }
  | { readonly kind: 'crash' | 'crash before commit' | 'crash after commit'; readonly downMs: number }
  | { readonly kind: 'store away' | 'commit lost' | 'answer lost' }
  | { readonly kind: 'nothing' };

/** A happening and how long it takes until the next. */
export interface Step {
  readonly happening: Happening;
  readonly thenMs: number;
}

/** A whole run. */
export interface Scenario {
  /** Chooses latencies, losses and values. */
  readonly seed: number;
  readonly browsers: number;
  readonly faults: Faults;
  readonly steps: readonly Step[];
}

const tab = fc.nat({ max: 5 });
const pick = fc.nat({ max: 20 });
const browser = fc.nat({ max: 2 });
const downMs = fc.nat({ max: 8_000 });

const edit = fc.record({
  kind: fc.constantFrom(
    'rename' as const,
    'rename' as const,
    'assess' as const,
    'tag' as const,
    'retype' as const,
  ),
  tab,
  pick: fc.nat({ max: 3 }),
});
const life = fc.record({
  kind: fc.constantFrom(
    'create' as const,
    'delete' as const,
    'restore' as const,
    'undo' as const,
    'settle' as const,
  ),
  tab,
  pick,
});
const burst = fc.record({
  kind: fc.constant('burst' as const),
  tab,
  pick,
  size: fc.integer({ min: 2, max: 12 }),
});
const line = fc.record({
  kind: fc.constantFrom(
    'cut' as const,
    'silent cut' as const,
    'unplug' as const,
    'unnoticed unplug' as const,
    'plug' as const,
    'look again' as const,
    'kill tab' as const,
    'kill tab' as const,
  ),
  tab,
});
const open = fc.record({
  kind: fc.constantFrom(
    'open tab' as const,
    'open tab' as const,
    'open tab' as const,
    'demote' as const,
    'disk full' as const,
  ),
  browser,
});
const crash = fc.record({
  kind: fc.constantFrom('crash' as const, 'crash before commit' as const, 'crash after commit' as const),
  downMs,
});
const store = fc.record({
  kind: fc.constantFrom(
    'store away' as const,
    'commit lost' as const,
    'answer lost' as const,
    'nothing' as const,
  ),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 10, arbitrary: edit },
  { weight: 5, arbitrary: life },
  { weight: 2, arbitrary: burst },
  { weight: 4, arbitrary: line },
  { weight: 2, arbitrary: open },
  { weight: 1, arbitrary: crash },
  { weight: 1, arbitrary: store },
);

const thenMs = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 80 }) },
  { weight: 3, arbitrary: fc.nat({ max: 1_500 }) },
  { weight: 1, arbitrary: fc.nat({ max: 40_000 }) },
);

const probability = (most: number) =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 100 }).map((percent) => (percent / 100) * most),
  );

/** Runs of this many steps at most. */
export const scenario: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.nat(),
  browsers: fc.integer({ min: 1, max: 3 }),
  faults: fc.record({
    latencyMs: fc.integer({ min: 2, max: 400 }),
    lose: probability(0.1),
    repeat: probability(0.2),
    snapshotNeeded: probability(0.15),
  }),
  steps: fc.array(fc.record({ happening, thenMs }), { minLength: 20, maxLength: 150, size: 'max' }),
});
