import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DAYS, MIN_DAYS } from '../../charts/time-window.ts';
import { windowIn, withWindow } from './timeline-address.ts';

test('a window comes back from the address as it went in, and other parameters stay', () => {
  const spans = fc.record({
    from: fc.integer({ min: -20_000, max: 50_000 }),
    days: fc.integer({ min: MIN_DAYS, max: MAX_DAYS }),
  });
  fc.assert(
    fc.property(spans, ({ from, days }) => {
      const address = withWindow(new URLSearchParams('kind=launch'), { from, until: from + days });
      expect(windowIn(address)).toEqual({ from, until: from + days });
      expect(address.get('kind')).toBe('launch');
    }),
  );
});

test.each([
  '',
  'from=2020-01-01',
  'from=2020-01-01&until=2019-01-01',
  'from=2023-02-30&until=2030-01-01',
  'from=1900-01-01&until=2199-01-01',
])('an address that names no sensible window (%s) has none', (address) => {
  expect(windowIn(new URLSearchParams(address))).toBeNull();
});
