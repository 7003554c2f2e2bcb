/*
 * Typed dates that could mean two things, or nothing exact. They are refused with what may have been meant, because a guess
 * would be a date that nobody stated: 01/02/2024 is 1 February to some and 2 January to others, 'late 2026' is no quarter.
 */
import { isCalendarDay } from './civil-day.ts';
import { refused, type DateProblem } from './date-problem.ts';
import { MONTH_NAMES } from './format-edtf.ts';
import { MONTH_WORD } from './typed-point.ts';

type Advice = readonly [RegExp, (groups: readonly string[]) => DateProblem];

const SEASON_QUARTERS: Readonly<Record<string, number>> = {
  spring: 2,
  summer: 3,
  autumn: 4,
  fall: 4,
  winter: 1,
};
const PART_SUGGESTIONS: Readonly<Record<string, readonly string[]>> = {
  early: ['Q1', 'H1'],
  mid: ['Q2', 'Q3'],
  late: ['Q4', 'H2'],
};
/** Two digits from here on are suggested as 19.., below as 20..: the station programmes began in the 1980s. */
const FIRST_SHORT_YEAR = 70;

const ADVICE: readonly Advice[] = [
  [/^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/, ([a = '', , b = '', year = '']) => numericDay(a, b, year)],
  [/^(\d{1,2})[/.](\d{4})$/, ([month = '', year = '']) => numericMonth(month, year)],
  [/^(early|mid|late)(?:[ -]|-? ?in )(\d{4})$/, ([part = '', year = '']) => partOfYear(part, year)],
  [/^(?:the )?(?:end|close) of (\d{4})$/, ([year = '']) => partOfYear('late', year)],
  [/^(?:the )?(?:beginning|start) of (\d{4})$/, ([year = '']) => partOfYear('early', year)],
  [/^(?:the )?middle of (\d{4})$/, ([year = '']) => partOfYear('mid', year)],
  [
    /^(?:in )?(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/,
    ([name = '', year = '']) => season(name, year),
  ],
  [/^after (\d{4})$/, ([year = '']) => boundary(`not before ${Number(year) + 1}`, `not before ${year}`)],
  [/^before (\d{4})$/, ([year = '']) => boundary(`not after ${Number(year) - 1}`, `not after ${year}`)],
  [/^after (.+)$/, ([rest = '']) => boundary(`not before ${rest}`)],
  [/^before (.+)$/, ([rest = '']) => boundary(`not after ${rest}`)],
  [/^(?:between )?(\d{4})(?: and |, ?| ?& ?)(\d{4})$/, ([a = '', b = '']) => twoYears(a, b)],
  [
    new RegExp(`^((?:\\d{1,2} )?${MONTH_WORD}) '?(\\d{2})$`),
    ([dayAndMonth = '', , year = '']) => shortYear(dayAndMonth, year),
  ],
];

/** Why a typed text is no date although it looks like one; null when this file knows nothing about it. */
export function adviceFor(typed: string): DateProblem | null {
  for (const [pattern, advise] of ADVICE) {
    const match = pattern.exec(typed);
    if (match !== null) return advise(match.slice(1));
  }
  return null;
}

function problem(code: DateProblem['code'], message: string, suggestions: readonly string[]): DateProblem {
  return refused(code, message, suggestions).error;
}

function numericDay(a: string, b: string, typedYear: string): DateProblem {
  const year = fullYear(typedYear);
  const readings = [dayName(year, Number(b), Number(a)), dayName(year, Number(a), Number(b))];
  const suggestions = [...new Set(readings.filter((reading) => reading !== null))];
  return problem(
    'ambiguous',
    'Day and month in numbers are read differently by different people.',
    suggestions,
  );
}

function dayName(year: number, month: number, day: number): string | null {
  return isCalendarDay(year, month, day) ? `${day} ${MONTH_NAMES[month - 1] ?? ''} ${year}` : null;
}

function numericMonth(month: string, year: string): DateProblem {
  const name = MONTH_NAMES[Number(month) - 1];
  return problem('ambiguous', 'Write the month as a word.', name === undefined ? [] : [`${name} ${year}`]);
}

function partOfYear(part: string, year: string): DateProblem {
  const suggestions = (PART_SUGGESTIONS[part] ?? []).map((span) => `${span} ${year}`);
  return problem(
    'too-vague',
    `“${part} ${year}” has no agreed bounds: keep it as the published wording.`,
    suggestions,
  );
}

function season(name: string, year: string): DateProblem {
  const quarter = SEASON_QUARTERS[name];
  const suggestions = quarter === undefined ? [] : [`Q${quarter} ${year}`];
  return problem('season', 'Seasons differ by hemisphere: write a quarter instead.', suggestions);
}

function boundary(...suggestions: readonly string[]): DateProblem {
  return problem('ambiguous', 'It is not clear whether the date itself is meant too.', suggestions);
}

function twoYears(a: string, b: string): DateProblem {
  return problem('ambiguous', 'Say whether it lasts from one to the other or is one of them.', [
    `${a} to ${b}`,
    `${a} or ${b}`,
  ]);
}

function shortYear(dayAndMonth: string, year: string): DateProblem {
  return problem('ambiguous', 'Write the year with four digits.', [`${dayAndMonth} ${fullYear(year)}`]);
}

/** A guess, good for a suggestion only. */
function fullYear(typed: string): number {
  const year = Number(typed);
  if (typed.length > 2) return year;
  return year >= FIRST_SHORT_YEAR ? 1900 + year : 2000 + year;
}
