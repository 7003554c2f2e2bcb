/*
 * One date without an interval around it: `198X`, `2030`, `2027-35`, `1998-11`, `2024-01-12`, each perhaps with a
 * qualifier. It is not a moment but a span, all the days that the text allows:
 *
 *   2027-35   the third quarter of 2027     2027-07-01 ... 2027-09-30
 *   2027-40   the first half of 2027        2027-01-01 ... 2027-06-30
 *   198X      the 1980s                     1980-01-01 ... 1989-12-31
 *
 * `~` (about), `?` (uncertain) and `%` (both) do not widen the span: any width would be invented. They are kept as flags,
 * and whoever draws or compares the date softens its ends.
 */
import { ok, type Result } from '../result.ts';
import { civilDay, daysInMonth, isCalendarDay, type CivilDay } from './civil-day.ts';
import { FIRST_YEAR, LAST_YEAR, refused, type DateProblem } from './date-problem.ts';

/** How much of the calendar a single date covers. */
export type PointPrecision = 'day' | 'month' | 'quarter' | 'half-year' | 'year' | 'decade';

/** A single date: its canonical EDTF text and the first and last day that text allows. */
export interface EdtfPoint {
  readonly text: string;
  readonly precision: PointPrecision;
  readonly earliest: CivilDay;
  readonly latest: CivilDay;
  /** `~` or `%`: about. */
  readonly isApproximate: boolean;
  /** `?` or `%`: the writer was not sure. */
  readonly isUncertain: boolean;
}

type Span = Pick<EdtfPoint, 'precision' | 'earliest' | 'latest'>;

interface TypedParts {
  readonly year: number;
  readonly isDecade: boolean;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

const POINT = /^(\d{3}X|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;
/** ISO 8601-2 divisions of a year: 33 to 36 are quarters, 40 and 41 halves. */
const FIRST_QUARTER = 33;
const FIRST_HALF = 40;
/** 21 to 32 are seasons, of either hemisphere or of neither. */
const FIRST_SEASON = 21;
const EXAMPLES = '12 Jan 2024, Nov 2028, Q3 2027, H1 2028, 2030 or not before 2028';
/** Enough to recognise one's own text in a message. */
const LONGEST_ECHO = 40;

/** The refusal of a text that has no known form, with examples of what has. */
export function refusedUnreadable(text: string): Result<never, DateProblem> {
  const shown = text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text;
  return refused('unreadable', `“${shown}” is not a date. Write for example ${EXAMPLES}.`);
}

/** Parses one EDTF date, strictly: no blanks, no intervals. Refuses what is impossible or outside 1900 to 2199. */
export function parsePoint(text: string): Result<EdtfPoint, DateProblem> {
  const match = POINT.exec(text);
  if (match === null) return refusedUnreadable(text);
  const [, year = '', month, day, qualifier = ''] = match;
  const firstYear = Number(year.replace('X', '0'));
  if (firstYear < FIRST_YEAR || firstYear > LAST_YEAR) {
    return refused('year-out-of-range', `${year} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
  const span = spanOf({ year: firstYear, isDecade: year.endsWith('X'), month, day });
  if (!span.ok) return span;
  if (qualifier !== '' && span.value.precision === 'decade') {
    return refused('unreadable', 'A decade is vague already: write it without “about”.');
  }
  return ok({ text, ...span.value, ...flags(qualifier) });
}

function spanOf({ year, isDecade, month, day }: TypedParts): Result<Span, DateProblem> {
  if (isDecade && month !== undefined)
    return refused('unreadable', 'A decade has no month: write the year in full.');
  if (isDecade)
    return ok({ precision: 'decade', earliest: civilDay(year, 1, 1), latest: civilDay(year + 9, 12, 31) });
  if (month === undefined) return ok(monthSpan('year', year, 1, 12));
  return day === undefined ? divisionSpan(year, Number(month)) : daySpan(year, Number(month), Number(day));
}

function daySpan(year: number, month: number, day: number): Result<Span, DateProblem> {
  if (month < 1 || month > 12) return refusedMonth(month);
  if (!isCalendarDay(year, month, day)) {
    return refused('no-such-day', `There is no day ${year}-${twoDigits(month)}-${twoDigits(day)}.`);
  }
  const only = civilDay(year, month, day);
  return ok({ precision: 'day', earliest: only, latest: only });
}

/** The second part of a date is a month or, by its number, another division of the year. */
function divisionSpan(year: number, code: number): Result<Span, DateProblem> {
  if (code >= 1 && code <= 12) return ok(monthSpan('month', year, code, 1));
  if (code >= FIRST_QUARTER && code < FIRST_QUARTER + 4) {
    return ok(monthSpan('quarter', year, (code - FIRST_QUARTER) * 3 + 1, 3));
  }
  if (code === FIRST_HALF || code === FIRST_HALF + 1) {
    return ok(monthSpan('half-year', year, (code - FIRST_HALF) * 6 + 1, 6));
  }
  const isSeason = code >= FIRST_SEASON && code < FIRST_QUARTER;
  return isSeason ? refusedSeason(year, code) : refusedMonth(code);
}

function monthSpan(precision: PointPrecision, year: number, firstMonth: number, months: number): Span {
  const lastMonth = firstMonth + months - 1;
  const latest = civilDay(year, lastMonth, daysInMonth(year, lastMonth));
  return { precision, earliest: civilDay(year, firstMonth, 1), latest };
}

function flags(qualifier: string): Pick<EdtfPoint, 'isApproximate' | 'isUncertain'> {
  return {
    isApproximate: qualifier === '~' || qualifier === '%',
    isUncertain: qualifier === '?' || qualifier === '%',
  };
}

function refusedMonth(month: number): Result<never, DateProblem> {
  return refused('no-such-month', `There is no month ${twoDigits(month)}.`);
}

/** What `2021-22` may mean besides summer: the years 2021 to 2022, or a quarter. */
function refusedSeason(year: number, code: number): Result<never, DateProblem> {
  const quarters = [33, 34, 35, 36].map((quarter) => `${year}-${quarter}`);
  const years = (year + 1) % 100 === code ? [`${year}/${year + 1}`] : [];
  return refused('season', 'Seasons differ by hemisphere: write a quarter instead.', [...years, ...quarters]);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
