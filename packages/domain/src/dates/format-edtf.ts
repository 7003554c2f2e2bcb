/*
 * Dates as people read them, exactly as precise as they are known: `12 Jan 2024`, `Nov 1998`, `Q3 2027`, `H1 2028`, `2030`,
 * `1980s`, `about 2028`, `not before 2028`, `not after 2030`, `2021 to 2022`, `2021 or 2022`. Never a made-up day.
 * `parseTypedDate` reads every text this writes back as the same date.
 */
import { calendarParts } from './civil-day.ts';
import type { EdtfPoint } from './edtf-point.ts';
import type { DateRange } from './edtf-range.ts';
import type { EdtfDate } from './edtf-shape.ts';

/** English short month names, January first; also what charts put on their axes. */
export const MONTH_NAMES = [
  'Jan',
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
] as const;

/** The date as a reader sees it; the same for equal dates. */
export function formatEdtf(date: EdtfDate): string {
  if (date.precision === 'one-of') return formatOneOf(date.members);
  const [range] = date.members;
  return range === undefined ? date.text : formatRange(range);
}

/** A single date, with its qualifiers: `about Q3 2027`, `2028 (uncertain)`. */
export function formatPoint(point: EdtfPoint): string {
  const about = point.isApproximate ? 'about ' : '';
  const uncertain = point.isUncertain ? ' (uncertain)' : '';
  return `${about}${plainText(point)}${uncertain}`;
}

function plainText(point: EdtfPoint): string {
  const { year, month, day } = calendarParts(point.earliest);
  switch (point.precision) {
    case 'day':
      return `${day} ${monthName(month)} ${year}`;
    case 'month':
      return `${monthName(month)} ${year}`;
    case 'quarter':
      return `Q${(month + 2) / 3} ${year}`;
    case 'half-year':
      return `H${month === 1 ? 1 : 2} ${year}`;
    case 'year':
      return String(year);
    case 'decade':
      return `${year}s`;
  }
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

function formatRange({ from, to }: DateRange): string {
  if (from === null) return to === null ? '' : `not after ${formatPoint(to)}`;
  if (to === null) return `not before ${formatPoint(from)}`;
  return from === to ? formatPoint(from) : `${formatPoint(from)} to ${formatPoint(to)}`;
}

/** `2021 or 2022`, `2021, 2022 or 2025`, and with a longer run `one of 2021 to 2024 or 2027`. */
function formatOneOf(ranges: readonly DateRange[]): string {
  const texts = ranges.flatMap((range) => (isPair(range) ? pairTexts(range) : [formatRange(range)]));
  const hasRun = ranges.some((range) => range.from !== range.to && !isPair(range));
  const last = texts.pop() ?? '';
  const choices = texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
  return hasRun ? `one of ${choices}` : choices;
}

/** A run of just two dates is written out: nobody reads `2021 to 2022` as one of them. */
function isPair({ from, to }: DateRange): boolean {
  return from !== null && to !== null && from !== to && to.earliest === from.latest + 1;
}

function pairTexts({ from, to }: DateRange): readonly string[] {
  return [from, to].flatMap((point) => (point === null ? [] : [formatPoint(point)]));
}
