/*
 * Slip: how much later (or earlier) something is than the baseline said. Both dates are spans, so the slip is a range of days:
 *
 *   baseline   [======]                     minDays = earliest now - latest then
 *   now               [==========]          maxDays = latest now   - earliest then
 *
 * Two dates with the same span have slipped by exactly nothing: '2030' repeated a year later is no '−12 to 12 months'. For any
 * other pair the range is kept honest, and *late* is only said when every reading of both dates is later.
 */
import type { CivilDay } from './civil-day.ts';
import type { EdtfDate } from './edtf-date.ts';
import { formatDays } from './format-days.ts';

/** A range of days; null on a side is unbounded. Negative is earlier than the baseline. */
export interface Slip {
  readonly minDays: number | null;
  readonly maxDays: number | null;
  readonly lateness: Lateness;
}

/**
 * `late`: every reading is after the baseline. `possibly-late`: the span now ends after the baseline's, so that some reading
 * is. `not-late`: all else, as when a year was narrowed to one of its quarters.
 */
export type Lateness = 'late' | 'possibly-late' | 'not-late';

const NO_SLIP: Slip = Object.freeze({ minDays: 0, maxDays: 0, lateness: 'not-late' });

/** The slip of a forecast or actual date against the baseline, in days. */
export function slip(present: EdtfDate, baseline: EdtfDate): Slip {
  if (hasSameSpan(present, baseline)) return NO_SLIP;
  const minDays = daysBetween(present.earliest, baseline.latest);
  const maxDays = daysBetween(present.latest, baseline.earliest);
  return { minDays, maxDays, lateness: latenessOf(minDays, present, baseline) };
}

/** *Late* in the sense of the product: the slip is over zero whichever way both dates are read. */
export function isLate(slipped: Slip): boolean {
  return slipped.lateness === 'late';
}

/** *Overdue*: the whole span lies before today. Only an expected milestone can be overdue; that is for the caller to know. */
export function isOverdue(expected: EdtfDate, today: CivilDay): boolean {
  return expected.latest !== null && expected.latest < today;
}

/** The slip in words: `24 mo`, `0 to 11 mo`, `12 d`, `3 mo early`, `−6 to 9 mo`, `at least 6 mo`, `on baseline`, `not known`. */
export function formatSlip({ minDays, maxDays }: Slip): string {
  if (minDays === null) return maxDays === null ? 'not known' : `at most ${formatDays([maxDays])}`;
  if (maxDays === null) return `at least ${formatDays([minDays])}`;
  if (minDays === 0 && maxDays === 0) return 'on baseline';
  return maxDays <= 0 ? `${formatDays([-maxDays, -minDays])} early` : formatDays([minDays, maxDays]);
}

function hasSameSpan(a: EdtfDate, b: EdtfDate): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

function daysBetween(later: CivilDay | null, earlier: CivilDay | null): number | null {
  return later === null || earlier === null ? null : later - earlier;
}

function latenessOf(minDays: number | null, present: EdtfDate, baseline: EdtfDate): Lateness {
  if (minDays !== null && minDays > 0) return 'late';
  if (baseline.latest === null) return 'not-late';
  return present.latest === null || present.latest > baseline.latest ? 'possibly-late' : 'not-late';
}
