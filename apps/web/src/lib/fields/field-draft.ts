/**
 * What stands in a control while somebody edits: text as typed, not yet a value. `draftOf` fills a control from a value,
 * `readDraft` makes the value of it or says what is wrong, by the same rules as the server.
 */
import {
  fail,
  isSetField,
  ok,
  parseValue,
  type Field,
  type FieldValue,
  type Money,
  type Result,
} from '@stationkeeper/domain';
import { parseTypedDate } from '@stationkeeper/domain/dates/parse-typed-date';
import type { TypedDate } from '#lib/ui/typed-date.ts';
import { dateText, elements, scalarText } from './field-text.ts';

/** Typed text, the elements of a set, or an amount with its currency. */
export type Draft = string | readonly string[] | Money;

/** The control's content for a value. */
export function draftOf(field: Field, value: FieldValue | undefined): Draft {
  if (isSetField(field)) return elements(value);
  if (field.kind === 'money') return (value as Money | null) ?? { amount: '', currency: 'USD' };
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return field.kind === 'date' && typeof value === 'string' ? dateText(value) : scalarText(value);
}

/** The value of a draft in canonical form, or what is wrong with it, in a sentence. */
export function readDraft(field: Field, draft: Draft): Result<FieldValue, string> {
  const raw = rawValue(field, draft);
  if (!raw.ok) return raw;
  const parsed = parseValue(field, raw.value, '');
  if (parsed.ok) return parsed;
  return fail(`${field.label} ${parsed.error[0]?.message ?? 'is not allowed'}.`);
}

function rawValue(field: Field, draft: Draft): Result<unknown, string> {
  if (field.kind === 'money') return moneyValue(draft as Money);
  if (typeof draft !== 'string') return ok(draft);
  const typed = draft.trim();
  if (field.kind === 'date') return typed === '' ? ok(null) : dateValue(typed);
  if (field.kind === 'number') return ok(typed === '' ? null : Number(typed.replaceAll(',', '')));
  if (field.kind === 'flag') return ok(typed === 'true');
  return ok(typed === '' && field.kind !== 'choice' ? null : typed);
}

/** How many places the decimal point moves for a word, as press releases use them. */
const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  b: 9,
  billion: 9,
};

/** '228,000,000' and '1.5 billion' are amounts; what is neither goes on as typed, to be refused with advice. */
function moneyValue({ amount, currency }: Money): Result<Money | null, string> {
  const typed = amount.replaceAll(/[\s,]/g, '').toLowerCase();
  if (typed === '') return ok(null);
  const [, digits, word = ''] = /^(\d+(?:\.\d+)?)([a-z]*)$/u.exec(typed) ?? [];
  const power = word === '' ? 0 : POWERS[word];
  if (digits === undefined || power === undefined) {
    return fail('Write the amount in digits, for example 12,500,000 or 12.5 million.');
  }
  return ok({ amount: movePoint(digits, power), currency: currency.trim().toUpperCase() });
}

/** Times a power of ten on the digits themselves: amounts are decimal text, never floating point. */
function movePoint(digits: string, power: number): string {
  if (power === 0) return digits;
  const [whole = '', part = ''] = digits.split('.');
  const moved = part.padEnd(power, '0');
  const rest = moved.slice(power);
  const front = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/u, '');
  return rest === '' ? front : `${front}.${rest}`;
}

function dateValue(typed: string): Result<string, string> {
  const parsed = parseTypedDate(typed);
  return parsed.ok ? ok(parsed.value.text) : fail(problemText(parsed.error));
}

function problemText({ message, suggestions }: { message: string; suggestions: readonly string[] }): string {
  return suggestions.length === 0 ? message : `${message} Try: ${suggestions.join(', ')}.`;
}

/** How a typed date is understood, for the line below its control. */
export function readTypedDate(typed: string): TypedDate {
  const read = dateValue(typed);
  return read.ok
    ? { isRead: true, value: read.value, shown: dateText(read.value) }
    : { isRead: false, problem: read.error };
}
