import { civilDay } from '@stationkeeper/domain/dates/civil-day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const labels = (fromYear: number, untilYear: number, width: number) =>
  timeTicks({ from: civilDay(fromYear, 1, 1), until: civilDay(untilYear, 1, 1) }, width).map(
    (tick) => tick.label,
  );

describe('the ticks of a time axis', () => {
  test('sixty years are told in decades or half decades, a year in months', () => {
    expect(labels(1980, 2040, 700)).toContain('1990');
    expect(labels(2026, 2027, 900)).toEqual([
      '2026',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
      '2027',
    ]);
  });

  test('two years in a narrow chart are told in quarters', () => {
    expect(labels(2026, 2028, 640)).toEqual(['2026', 'Q2', 'Q3', 'Q4', '2027', 'Q2', 'Q3', 'Q4', '2028']);
  });

  test('ticks lie in the window, in order, and never closer than asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 50_000 }),
        fc.integer({ min: 28, max: 22_000 }),
        fc.integer({ min: 200, max: 2000 }),
        (from, span, width) => {
          const days = timeTicks({ from, until: from + span }, width, 60).map((tick) => tick.day);
          for (const [index, day] of days.entries()) {
            expect(day).toBeGreaterThanOrEqual(from);
            expect(day).toBeLessThanOrEqual(from + span);
            const next = days[index + 1];
            // Months and years differ in length by up to a tenth from the step's mean.
            if (next !== undefined) expect(((next - day) / span) * width).toBeGreaterThan(60 * 0.88);
          }
        },
      ),
    );
  });
});
