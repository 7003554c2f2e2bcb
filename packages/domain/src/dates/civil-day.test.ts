import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarParts,
  civilDay,
  daysInMonth,
  fromIso,
  isCalendarDay,
  toIso,
  yearOf,
} from './civil-day.ts';

const anyDay = fc.integer({ min: -25_600, max: 84_000 });

describe('civil days', () => {
  it('counts from 1970-01-01, before and after it', () => {
    expect(civilDay(1970, 1, 1)).toBe(0);
    expect(civilDay(1969, 12, 31)).toBe(-1);
    expect(civilDay(2000, 3, 1) - civilDay(2000, 2, 28)).toBe(2);
    expect(civilDay(1900, 3, 1) - civilDay(1900, 2, 28)).toBe(1);
  });

  it('agrees with the platform calendar on every day of three centuries', () => {
    for (let day = civilDay(1900, 1, 1); day <= civilDay(2199, 12, 31); day = addDays(day, 1)) {
      const platform = new Date(day * 86_400_000);
      const { year, month, day: dayOfMonth } = calendarParts(day);
      if (year !== platform.getUTCFullYear() || month !== platform.getUTCMonth() + 1)
        expect.fail(String(day));
      if (dayOfMonth !== platform.getUTCDate() || civilDay(year, month, dayOfMonth) !== day)
        expect.fail(String(day));
    }
  });

  it('goes to ISO text and back', () => {
    fc.assert(
      fc.property(anyDay, (offset) => {
        const day = addDays(civilDay(1970, 1, 1), offset);
        expect(fromIso(toIso(day))).toBe(day);
        expect(Number(toIso(day).slice(0, 4))).toBe(yearOf(day));
      }),
    );
  });

  it('knows the days the calendar does not have', () => {
    expect(isCalendarDay(2023, 2, 29)).toBe(false);
    expect(isCalendarDay(2024, 2, 29)).toBe(true);
    expect(daysInMonth(2024, 13)).toBe(0);
    for (const text of ['2023-02-30', '2023-13-01', '2023-00-10', '2023-1-1', '', '2023-01-01T00:00']) {
      expect(fromIso(text)).toBeNull();
    }
  });
});
