import type { Result } from '../result.ts';
import type { CivilDay } from './civil-day.ts';
import { refused, type DateProblem } from './date-problem.ts';
import { parsePoint, type EdtfPoint } from './edtf-point.ts';

/** A stretch between two points; null on one side is unbounded. A single point is a stretch from itself to itself. */
export interface DateRange {
  readonly from: EdtfPoint | null;
  readonly to: EdtfPoint | null;
}

/** A stretch, or why there is none. */
export type ParsedRange = Result<DateRange, DateProblem>;

/** Reads `start/end`, of which one side may be `..`: an interval that lasts, 'not before' or 'not after'. */
export function parseInterval(text: string): ParsedRange {
  const [start = '', end = '', ...rest] = text.split('/');
  if (rest.length > 0) return refused('unreadable', 'An interval has one “/” between its start and its end.');
  if (start === '' || end === '')
    return refusedOpen('unknown-end', 'Write “..” for the side that is open.', start, end);
  if (start === '..' && end === '..')
    return refused('unreadable', 'An interval needs a date on one side at least.');
  return parseRange(start, end);
}

/** A stretch between two texts, each a single date or `..`; the end must begin after the start begins. */
export function parseRange(start: string, end: string): ParsedRange {
  const from = start === '..' ? null : parsePoint(start);
  if (from !== null && !from.ok) return from;
  const to = end === '..' ? null : parsePoint(end);
  if (to !== null && !to.ok) return to;
  if (from === null || to === null)
    return { ok: true, value: { from: from?.value ?? null, to: to?.value ?? null } };
  return forward(from.value, to.value);
}

/** Refuses a stretch that lacks a side, and suggests the open interval that was probably meant. */
export function refusedOpen(
  code: 'unknown-end' | 'unreadable',
  message: string,
  start: string,
  end: string,
): Result<never, DateProblem> {
  const present = start === '' ? end : start;
  const suggestion = start === '' ? `../${end}` : `${start}/..`;
  return refused(code, message, parsePoint(present).ok ? [suggestion] : []);
}

/** Orders days with null, which is unbounded or not known, after every day. */
export function compareDays(a: CivilDay | null, b: CivilDay | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

/** Orders texts by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function forward(from: EdtfPoint, to: EdtfPoint): ParsedRange {
  if (from.earliest < to.earliest) return { ok: true, value: { from, to } };
  if (from.text === to.text)
    return refused('backwards', 'Start and end are the same: write it once.', [from.text]);
  const reversed = to.earliest < from.earliest ? [`${to.text}/${from.text}`] : [];
  return refused('backwards', 'The end must come after the start.', reversed);
}
