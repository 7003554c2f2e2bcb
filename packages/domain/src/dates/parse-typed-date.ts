/*
 * What people type in a date field -> a date. Everything `formatEdtf` prints is read back as the same date, and EDTF itself is
 * read too, so that a pasted value works. A sentence is taken apart from the outside in:
 *
 *   not before <point>   not after <point>   <point> to <point>   one of <choice>, <choice> or <choice>   <point>
 */
import type { Result } from '../result.ts';
import { refused, type DateProblem } from './date-problem.ts';
import { formatEdtf, parseEdtf, type EdtfDate } from './edtf-date.ts';
import { refusedUnreadable } from './edtf-point.ts';
import { adviceFor } from './typed-advice.ts';
import { MONTH_WORD, typedPointText } from './typed-point.ts';

const NOT_BEFORE = /^(?:not before|not earlier than|no earlier than|no sooner than|net|earliest) (.+)$/;
const NOT_BEFORE_BEHIND = /^(.+?) (?:or later|onwards?|at the earliest)$/;
const NOT_AFTER = /^(?:not after|not later than|no later than|nlt|latest|by) (.+)$/;
const NOT_AFTER_BEHIND = /^(.+?) (?:or earlier|at the latest)$/;
const ONE_OF = /^(?:one of|either) (.+)$/;
const FROM_TO = /^(?:from )?(.+?)(?: to | until | - )(.+)$/;
const YEAR_TO_YEAR = /^(\d{4})-(\d{4})$/;
/** `Jan 12, 2024`: this comma is no separator of choices. */
const COMMA_IN_DAY = new RegExp(`\\b(${MONTH_WORD}\\.? \\d{1,2}(?:st|nd|rd|th)?),? (?=\\d{4}\\b)`, 'g');
/** Words are up to five times as long as the EDTF they stand for. */
const LONGEST_TYPED = 400;
const EDTF_LETTERS = /^[\dX~?%/.,[\] -]*$/i;

/**
 * Reads a date as a person writes it. Refusals carry suggestions, each a text this function accepts; ambiguous and vague
 * texts (01/02/2024, late 2026, summer 2027) are refused rather than guessed.
 */
export function parseTypedDate(typed: string): Result<EdtfDate, DateProblem> {
  const direct = parseEdtf(typed);
  if (direct.ok) return direct;
  if (typed.length > LONGEST_TYPED)
    return refused('too-long', `A date has at most ${LONGEST_TYPED} characters.`);
  const text = simplified(typed);
  const advice = adviceFor(text);
  if (advice !== null) return refusedReadably(advice);
  const read = parseEdtf(edtfText(text));
  if (read.ok) return read;
  if (read.error.code !== 'unreadable') return refusedReadably(read.error);
  return isEdtfLike(typed) ? refusedReadably(direct.error) : refusedUnreadable(typed.trim());
}

function simplified(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll('−', '-')
    .replaceAll(/\s*[–—]\s*/g, ' - ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(COMMA_IN_DAY, '$1 ')
    .trim();
}

function edtfText(text: string): string {
  const notBefore = NOT_BEFORE.exec(text)?.[1] ?? NOT_BEFORE_BEHIND.exec(text)?.[1];
  if (notBefore !== undefined) return `${typedPointText(notBefore)}/..`;
  const notAfter = NOT_AFTER.exec(text)?.[1] ?? NOT_AFTER_BEHIND.exec(text)?.[1];
  if (notAfter !== undefined) return `../${typedPointText(notAfter)}`;
  const choices = ONE_OF.exec(text)?.[1];
  if (choices !== undefined || text.includes(' or ')) return oneOfText(choices ?? text);
  return stretchText(text, '/') ?? typedPointText(text);
}

function oneOfText(choices: string): string {
  const texts = choices.split(/ or |,/).map((choice) => choice.trim());
  return `[${texts.map((choice) => stretchText(choice, '..') ?? typedPointText(choice)).join(',')}]`;
}

function stretchText(text: string, separator: '/' | '..'): string | null {
  const match = YEAR_TO_YEAR.exec(text) ?? FROM_TO.exec(text);
  if (match === null) return null;
  return `${typedPointText(match[1] ?? '')}${separator}${typedPointText(match[2] ?? '')}`;
}

function isEdtfLike(typed: string): boolean {
  return EDTF_LETTERS.test(typed);
}

/** The same refusal with its suggestions as people write dates, and only those that are accepted themselves. */
function refusedReadably(problem: DateProblem): Result<never, DateProblem> {
  const suggestions = problem.suggestions.flatMap((suggestion) => {
    const suggested = parseTypedDate(suggestion);
    return suggested.ok ? [formatEdtf(suggested.value)] : [];
  });
  return refused(problem.code, problem.message, suggestions);
}
