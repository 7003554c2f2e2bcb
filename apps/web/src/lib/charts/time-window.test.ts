import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayAt,
  EARLIEST,
  fitted,
  keptNear,
  LATEST,
  MAX_DAYS,
  MIN_DAYS,
  panBy,
  xOf,
  zoomAt,
} from './time-window.ts';

const windows = fc
  .record({
    from: fc.integer({ min: -20_000, max: 60_000 }),
    span: fc.integer({ min: MIN_DAYS, max: MAX_DAYS }),
  })
  .map(({ from, span }) => ({ from, until: from + span }));

describe('the window of a time chart', () => {
  test('a place and its day are each other’s inverse', () => {
    fc.assert(
      fc.property(
        windows,
        fc.integer({ min: 1, max: 4000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, width, share) => {
          const x = share * width;
          expect(xOf(window, dayAt(window, x, width), width)).toBeCloseTo(x, 4);
        },
      ),
    );
  });

  test('zooming keeps the day at the pointer where it is, but at the ends of time, and the width within its limits', () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (window, share, factor) => {
          const pivot = window.from + share * (window.until - window.from);
          const zoomed = zoomAt(window, pivot, factor);
          const isStopped = zoomed.from <= EARLIEST || zoomed.until >= LATEST;
          if (!isStopped) expect(xOf(zoomed, pivot, 1000)).toBeCloseTo(share * 1000, 3);
          expect(zoomed.until - zoomed.from).toBeGreaterThanOrEqual(MIN_DAYS - 1e-6);
          expect(zoomed.until - zoomed.from).toBeLessThanOrEqual(MAX_DAYS + 1e-6);
        },
      ),
    );
  });

  test('panning there and back ends where it began', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: -3000, max: 3000 }), (window, days) => {
        const back = panBy(panBy(window, days), -days);
        expect(back.until - back.from).toBeCloseTo(window.until - window.from, 6);
      }),
    );
  });

  test('a window that has lost its content is brought back to its edge, others stay', () => {
    const content = { from: 1000, until: 2000 };
    expect(keptNear({ from: 5000, until: 6000 }, content)).toEqual({ from: 1750, until: 2750 });
    expect(keptNear({ from: -900, until: 100 }, content)).toEqual({ from: 250, until: 1250 });
    expect(keptNear({ from: 1200, until: 1300 }, content)).toEqual({ from: 1200, until: 1300 });
  });

  test('a fitted window holds every day, and surrounds today when there is none', () => {
    const window = fitted([5000, 9000, 7000], 8000);
    expect(window.from).toBeLessThan(5000);
    expect(window.until).toBeGreaterThan(9000);
    const empty = fitted([], 8000);
    expect((empty.from + empty.until) / 2).toBe(8000);
  });
});
