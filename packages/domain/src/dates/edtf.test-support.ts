/* Arbitrary dates for property tests, as EDTF text: every form the product accepts. */
import fc from 'fast-check';
import { daysInMonth } from './civil-day.ts';
import { parseEdtf, type EdtfDate } from './edtf-date.ts';

const year = fc.integer({ min: 1900, max: 2199 });
const twoDigits = (value: number) => String(value).padStart(2, '0');

const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${twoDigits(m)}`);
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }))
  .map(([y, m, d]) => `${y}-${twoDigits(m)}-${twoDigits((d % daysInMonth(y, m)) + 1)}`);
const division = fc.tuple(year, fc.constantFrom(33, 34, 35, 36, 40, 41)).map(([y, code]) => `${y}-${code}`);

/** A single date without a qualifier. */
export const plainPoint = fc.oneof(year.map(String), month, day, division);
const decade = fc.integer({ min: 190, max: 219 }).map((value) => `${value}X`);
const qualifiedPoint = fc
  .tuple(plainPoint, fc.constantFrom('', '', '~', '?', '%'))
  .map(([text, qualifier]) => `${text}${qualifier}`);
/** A single date, perhaps about or uncertain. */
export const pointText = fc.oneof({ weight: 8, arbitrary: qualifiedPoint }, { weight: 1, arbitrary: decade });

const closed = fc.tuple(pointText, pointText).map(([from, to]) => `${from}/${to}`);
const open = pointText.chain((text) => fc.constantFrom(`${text}/..`, `../${text}`));
const run = fc.tuple(plainPoint, plainPoint).map(([from, to]) => `${from}..${to}`);
const oneOf = fc
  .array(fc.oneof({ weight: 3, arbitrary: pointText }, { weight: 1, arbitrary: run }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((members) => `[${members.join(',')}]`);

/** Any accepted date. */
export const anyDate: fc.Arbitrary<EdtfDate> = fc
  .oneof({ weight: 3, arbitrary: pointText }, open, closed, oneOf)
  .map((text) => parseEdtf(text))
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.value);

/** The date of a text that is known to be one. */
export function dateOf(text: string): EdtfDate {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value;
}
