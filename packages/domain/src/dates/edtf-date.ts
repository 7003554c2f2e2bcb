/*
 * Dates as they are known: EDTF text (ISO 8601-2) <-> the span of days it allows. This is the only module that reads EDTF.
 *
 *   2030                 a point, as wide as its precision        earliest 2030-01-01, latest 2030-12-31
 *   2021/2022            lasts from one point to another
 *   2028/..   ../2030    not before, not after                    latest or earliest is null: unbounded
 *   [2021..2022,2025]    one of these
 *
 * Why not the npm package `edtf`: measured here it costs 11 kB gzip and 60 µs a date; it reads 2023-02-29 as 1 March, knows
 * no quarter inside an interval ('not before Q3 2028'), and of 'one of 2021 to 2022' it takes the end of 2021 for the
 * maximum. It is the oracle of the tests instead: single dates and intervals that both accept mean the same days in both.
 *
 * Two texts that mean the same have one canonical text (`[2022,2021]` is `[2021..2022]`), so that comparing dates as
 * values is comparing texts.
 */
import type { Result } from '../result.ts';
import type { CivilDay } from './civil-day.ts';
import { refused, type DateProblem } from './date-problem.ts';
import { oneOfText, parseOneOf } from './edtf-one-of.ts';
import { parsePoint, type EdtfPoint } from './edtf-point.ts';
import { compareDays, compareText, parseInterval, type DateRange } from './edtf-range.ts';
import type { DatePrecision, EdtfDate } from './edtf-shape.ts';

export { formatEdtf } from './format-edtf.ts';
export type { DatePrecision, EdtfDate } from './edtf-shape.ts';

type ParsedDate = Result<EdtfDate, DateProblem>;

/** Longer than any date anyone means; keeps hostile text away from the parser. */
const LONGEST_TEXT = 80;
/** Room for the distinct dates of a workspace of 10,000 milestones with their forecasts. */
const CACHE_SIZE = 32_768;
const cache = new Map<string, ParsedDate>();

/**
 * Reads EDTF text. Blanks around it are ignored, everything else is strict: see `parseTypedDate` for what people write.
 * Repeated texts are answered from a bounded cache, so parse where the date is needed and keep no copies.
 */
export function parseEdtf(text: string): ParsedDate {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST_TEXT)
    return refused('too-long', `A date has at most ${LONGEST_TEXT} characters.`);
  const parsed = parseFresh(text.trim());
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/** The date of a stored field: null for null. Throws on text that no field can hold, which is a broken invariant. */
export function storedDate(text: string | null): EdtfDate | null {
  if (text === null) return null;
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`Broken invariant: stored date “${text}”: ${parsed.error.message}`);
  return parsed.value;
}

/** Order for sorting: by earliest, then latest, unbounded last, then by text; a total order over canonical texts. */
export function compareEdtf(a: EdtfDate, b: EdtfDate): number {
  return (
    compareDays(a.earliest, b.earliest) || compareDays(a.latest, b.latest) || compareText(a.text, b.text)
  );
}

/** The same order with no date at all after every date. */
export function compareDated(a: EdtfDate | null, b: EdtfDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareEdtf(a, b);
}

/** The day in the middle of the span, for placing one mark; null when a side is unbounded. Never print it. */
export function midpoint(date: EdtfDate): CivilDay | null {
  if (date.earliest === null || date.latest === null) return null;
  return Math.floor((date.earliest + date.latest) / 2) as CivilDay;
}

/** How many days the span has, 1 for a day; null when a side is unbounded. */
export function spanDays(date: EdtfDate): number | null {
  return date.earliest === null || date.latest === null ? null : date.latest - date.earliest + 1;
}

function parseFresh(text: string): ParsedDate {
  if (text === '') return refused('empty', 'There is no date.');
  if (text.startsWith('[')) return parsed(parseOneOf(text), oneOfDate);
  if (text.includes('/')) return parsed(parseInterval(text), (range) => assembled(text, 'interval', [range]));
  return parsed(parsePoint(text), pointDate);
}

function parsed<T>(result: Result<T, DateProblem>, toDate: (value: T) => EdtfDate): ParsedDate {
  return result.ok ? { ok: true, value: toDate(result.value) } : result;
}

function pointDate(point: EdtfPoint): EdtfDate {
  return assembled(point.text, point.precision, [{ from: point, to: point }]);
}

function oneOfDate(ranges: readonly DateRange[]): EdtfDate {
  const [first] = ranges;
  const isSingle = ranges.length === 1 && first !== undefined && first.from === first.to;
  if (isSingle && first.from !== null) return pointDate(first.from);
  return assembled(oneOfText(ranges), 'one-of', ranges);
}

function assembled(text: string, precision: DatePrecision, members: readonly DateRange[]): EdtfDate {
  const points = members.flatMap(({ from, to }) => [from, to]);
  return Object.freeze({
    text,
    precision,
    earliest: furthest(
      members.map(({ from }) => from?.earliest),
      Math.min,
    ),
    latest: furthest(
      members.map(({ to }) => to?.latest),
      Math.max,
    ),
    isApproximate: points.some((point) => point?.isApproximate === true),
    isUncertain: points.some((point) => point?.isUncertain === true),
    isOpenStart: members.some(({ from }) => from === null),
    isOpenEnd: members.some(({ to }) => to === null),
    members,
  });
}

function furthest(
  days: readonly (CivilDay | undefined)[],
  pick: (...days: number[]) => number,
): CivilDay | null {
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? null : (pick(...known) as CivilDay);
}
