import * as fc from 'fast-check';
import { parseEdtf } from '@stationkeeper/domain/dates/edtf-date';

const year = fc.integer({ min: 1900, max: 2189 });
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));
const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, '0'));
const part = fc.constantFrom('33', '34', '35', '36', '40', '41');

const point = fc.oneof(
  year.map(String),
  year.map((number) => `${String(Math.floor(number / 10))}X`),
  fc.tuple(year, fc.oneof(month, part)).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, month, day).map(([y, m, d]) => `${y}-${m}-${d}`),
  year.map((number) => `${number}~`),
);

const text = fc.oneof(
  point,
  fc.tuple(year, fc.integer({ min: 1, max: 10 })).map(([from, more]) => `${from}/${from + more}`),
  year.map((number) => `${number}/..`),
  year.map((number) => `../${number}`),
  fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([from, more]) => `[${from}..${from + more}]`),
);

/** A date as fields hold it: canonical EDTF of every form, open ones too. */
export const edtfDate: fc.Arbitrary<string> = text.map((written) => {
  const parsed = parseEdtf(written);
  if (!parsed.ok) throw new Error(`${written}: ${parsed.error.message}`);
  return parsed.value.text;
});
