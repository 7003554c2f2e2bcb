/*
 * `[2021..2023,2025]`: one of these, it is not known which. Members are single dates or runs of dates of one precision.
 * The canonical form is sorted, and members that touch are one run, so that `[2022,2021]` and `[2021..2022]` are equal.
 */
import type { Result } from '../result.ts';
import { refused, type DateProblem } from './date-problem.ts';
import { parsePoint, type EdtfPoint } from './edtf-point.ts';
import {
  compareDays,
  compareText,
  parseRange,
  refusedOpen,
  type DateRange,
  type ParsedRange,
} from './edtf-range.ts';

/** Reads `[a,b..c]` into its canonical stretches, in order. */
export function parseOneOf(text: string): Result<readonly DateRange[], DateProblem> {
  if (!text.endsWith(']')) return refused('unreadable', 'A list of possible dates ends with “]”.');
  if (text === '[]') return refused('empty', 'There is no date in the list.');
  const ranges: DateRange[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    const range = parseMember(part.trim());
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  return { ok: true, value: merged(ranges) };
}

/** The canonical text of stretches that came from `parseOneOf`. */
export function oneOfText(ranges: readonly DateRange[]): string {
  return `[${ranges.map(memberText).join(',')}]`;
}

function memberText({ from, to }: DateRange): string {
  return from === to ? (from?.text ?? '') : `${from?.text ?? ''}..${to?.text ?? ''}`;
}

function parseMember(text: string): ParsedRange {
  const [start = '', end, ...rest] = text.split('..');
  if (end === undefined) return parseSingle(start);
  if (rest.length > 0) return refused('unreadable', `“${text}” is not a run of dates.`);
  if (start === '' || end === '') {
    return refusedOpen('unreadable', 'For “not before” or “not after” write an open interval.', start, end);
  }
  const range = parseRange(start, end);
  if (!range.ok || isPlainRun(range.value)) return range;
  return refused('unreadable', 'Both ends of a “..” run have the same precision and no “about”.');
}

function parseSingle(text: string): ParsedRange {
  const point = parsePoint(text);
  return point.ok ? { ok: true, value: { from: point.value, to: point.value } } : point;
}

function isPlainRun({ from, to }: DateRange): boolean {
  return from !== null && to !== null && from.precision === to.precision && isPlain(from) && isPlain(to);
}

function isPlain(point: EdtfPoint): boolean {
  return !point.isApproximate && !point.isUncertain;
}

/** Sorted by precision first, so that members which can form a run stand beside each other. */
function merged(ranges: readonly DateRange[]): readonly DateRange[] {
  const result: DateRange[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    const last = result.at(-1);
    if (last === undefined || !isContinuation(last, range)) result.push(range);
    else result[result.length - 1] = joined(last, range);
  }
  return result;
}

function compareRanges(a: DateRange, b: DateRange): number {
  return (
    compareText(a.from?.precision ?? '', b.from?.precision ?? '') ||
    Number(isQualified(a)) - Number(isQualified(b)) ||
    compareDays(a.from?.earliest ?? null, b.from?.earliest ?? null) ||
    compareText(a.from?.text ?? '', b.from?.text ?? '')
  );
}

function isQualified({ from }: DateRange): boolean {
  return from?.isApproximate === true || from?.isUncertain === true;
}

function isContinuation(last: DateRange, next: DateRange): boolean {
  const [before, after] = [last.to, next.from];
  if (before === null || after === null) return false;
  if (before.precision !== after.precision) return false;
  if (isPlain(before) && isPlain(after)) return after.earliest <= before.latest + 1;
  return before.text === after.text;
}

function joined(last: DateRange, next: DateRange): DateRange {
  const isLonger = compareDays(next.to?.latest ?? null, last.to?.latest ?? null) > 0;
  return isLonger ? { from: last.from, to: next.to } : last;
}
