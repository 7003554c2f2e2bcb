/**
 * Where a time axis has its ticks and what they say: the finest of decade, years, year, quarter, month, week and day whose
 * labels do not crowd. Linear, in civil days, no time zone.
 */
import { calendarParts, civilDay, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { MONTH_NAMES } from '@stationkeeper/domain/dates/format-edtf';
import type { TimeWindow } from './time-window.ts';

/** One tick. `isMajor` where a larger unit begins: a year among months. */
export type TimeTick = { readonly day: number; readonly label: string; readonly isMajor: boolean };

type Step = { readonly unit: 'year' | 'month' | 'day'; readonly every: number; readonly days: number };

const STEPS: readonly Step[] = [
  { unit: 'day', every: 1, days: 1 },
  { unit: 'day', every: 7, days: 7 },
  { unit: 'month', every: 1, days: 30.4 },
  { unit: 'month', every: 3, days: 91.3 },
  { unit: 'year', every: 1, days: 365.25 },
  { unit: 'year', every: 2, days: 730.5 },
  { unit: 'year', every: 4, days: 1461 },
  { unit: 'year', every: 5, days: 1826.25 },
  { unit: 'year', every: 10, days: 3652.5 },
  { unit: 'year', every: 20, days: 7305 },
];

/** The ticks of a window drawn `width` pixels wide, at least `gap` pixels apart. */
export function timeTicks(window: TimeWindow, width: number, gap = 64): TimeTick[] {
  const perDay = width / (window.until - window.from);
  const step = STEPS.find((candidate) => candidate.days * perDay >= gap) ?? STEPS.at(-1);
  if (!step || width <= 0) return [];
  return [...daysOf(step, window)].map((day) => ({
    day,
    label: labelOf(day, step),
    isMajor: isMajor(day, step),
  }));
}

function* daysOf(step: Step, window: TimeWindow): Iterable<number> {
  const start = Math.ceil(window.from);
  if (step.unit === 'day') {
    // 1970-01-05 was a Monday: weeks begin on one.
    const first = step.every === 1 ? start : start + ((((4 - start) % 7) + 7) % 7);
    for (let day = first; day <= window.until; day += step.every) yield day;
    return;
  }
  const months = step.unit === 'year' ? step.every * 12 : step.every;
  const { year, month } = calendarParts(start as CivilDay);
  let index = Math.ceil((year * 12 + month - 1) / months) * months;
  for (let day = monthStart(index); day <= window.until; index += months, day = monthStart(index)) {
    if (day >= window.from) yield day;
  }
}

function monthStart(index: number): number {
  return civilDay(Math.floor(index / 12), (index % 12) + 1, 1);
}

function labelOf(day: number, step: Step): string {
  const { year, month, day: dayOfMonth } = calendarParts(day as CivilDay);
  const name = MONTH_NAMES[month - 1] ?? '';
  if (step.unit === 'year') return String(year);
  if (step.unit === 'day') return `${String(dayOfMonth)} ${name}`;
  if (month === 1) return String(year);
  return step.every === 3 ? `Q${String((month + 2) / 3)}` : name;
}

function isMajor(day: number, step: Step): boolean {
  const { month, day: dayOfMonth } = calendarParts(day as CivilDay);
  if (step.unit === 'year') return true;
  return step.unit === 'month' ? month === 1 : dayOfMonth === 1;
}
