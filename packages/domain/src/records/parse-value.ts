/**
 * What a field accepts, as a Valibot schema, made once per field. Parsing also brings a value to its one
 * canonical form (trimmed, NFC, sets sorted, dates in canonical EDTF), on both sides of the wire, so that
 * comparing two values is comparing two texts.
 *
 * Refused in any text: U+0000 and other control characters, lone surrogates, and the bidi controls that
 * can make a line read as something else (Unicode TR36 §3.2). Markup is plain text here and is never run.
 */
import * as v from 'valibot';
import { parseEdtf } from '../dates/edtf-date.ts';
import { fail, ok, unreachable, type Result } from '../result.ts';
import type { Problem } from '../errors.ts';
import type { Field, FieldValue, JsonValue, Option } from './field.ts';

/** The most elements that a set may hold. */
export const MAX_SET_SIZE = 500;
const MAX_TAG_LENGTH = 120;
/** A claim holds at most one field's value; prose is the largest. In UTF-16 code units of its JSON. */
const MAX_CLAIM_LENGTH = 40_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Control characters but tab and line feed, and bidi embeddings, overrides and isolates. */
// eslint-disable-next-line no-control-regex -- these are exactly the characters to refuse
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
const LINE_BREAK = /[\t\n\u2028\u2029]/;

/** The deepest value of a field is a list, or an amount with its currency. */
const MAX_CLAIM_DEPTH = 3;

type ValueSchema = v.GenericSchema<unknown, FieldValue>;

/** True for a text that is a record id: a lower-case UUID (RFC 9562). */
export function isRecordId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** True for text without control characters, bidi controls and halves of characters, which no text here may hold. */
export function isSafeText(text: string): boolean {
  return text.isWellFormed() && !UNSAFE.test(text);
}

/** Brings a value from outside to its canonical form, or lists what is wrong with it, with paths below `path`. */
export function parseValue(field: Field, value: unknown, path: string): Result<FieldValue, Problem[]> {
  const parsed = v.safeParse(schemaOf(field), value);
  if (parsed.success) return ok(parsed.output);
  return fail(
    parsed.issues.map((issue) => {
      const below = v.getDotPath(issue);
      return { path: below ? `${path}.${below}` : path, message: issue.message };
    }),
  );
}

const schemas = new WeakMap<Field, ValueSchema>();

/** The schema of a field's value, for forms and documents as well as for parsing. */
export function schemaOf(field: Field): ValueSchema {
  const known = schemas.get(field);
  if (known) return known;
  const made = makeSchema(field);
  schemas.set(field, made);
  return made;
}

function makeSchema(field: Field): ValueSchema {
  switch (field.kind) {
    case 'text':
      return optional(field, line(field.label, field.maxLength));
    case 'prose':
      return optional(field, safeText(field.label, field.maxLength));
    case 'url':
      return optional(
        field,
        v.pipe(line(field.label, field.maxLength), v.check(isWebAddress, 'is not an http or https address')),
      );
    case 'choice':
      return v.picklist(values(field.options), notOneOf(field.options));
    case 'choices':
      return setOf(v.picklist(values(field.options), notOneOf(field.options)));
    case 'tags':
      return setOf(v.pipe(line(field.label, MAX_TAG_LENGTH), v.minLength(1, 'must not be empty')));
    case 'countries':
      return setOf(
        v.pipe(v.string('must be a text'), v.regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code')),
      );
    case 'date':
      return optional(field, edtf());
    case 'money':
      return v.nullable(moneySchema());
    case 'number':
      return v.nullable(numberSchema(field));
    case 'flag':
      return v.boolean('must be true or false');
    case 'member':
      return optional(field, line(field.label, 100));
    case 'ref':
      return optional(field, recordId());
    case 'refs':
      return setOf(recordId());
    case 'claim':
      return v.custom<JsonValue>(isClaim, 'is not a value that a field can hold');
    default:
      return unreachable(field);
  }
}

/** Empty text reads as not stated, which a required field refuses. */
function optional(field: Field, schema: v.GenericSchema<unknown, string>): ValueSchema {
  const emptyAsNull = v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' && value.trim() === '' ? null : value)),
  );
  return field.isRequired
    ? v.pipe(emptyAsNull, v.nonNullable(schema, 'must be stated'))
    : v.pipe(emptyAsNull, v.nullable(schema));
}

function safeText(label: string, maxLength: number) {
  return v.pipe(
    v.string('must be a text'),
    v.maxLength(maxLength, `${label} takes at most ${String(maxLength)} characters`),
    v.check(isSafeText, 'holds control characters'),
    v.transform((text) => text.normalize('NFC').trim()),
    // Again, because composing lengthens some texts: U+0958 becomes two characters.
    v.maxLength(maxLength, `${label} takes at most ${String(maxLength)} characters`),
  );
}

function line(label: string, maxLength: number) {
  return v.pipe(
    safeText(label, maxLength),
    v.check((text) => !LINE_BREAK.test(text), 'must be a single line'),
  );
}

function recordId() {
  return v.pipe(v.string('must be a record id'), v.regex(UUID, 'is not a record id'));
}

function setOf<T extends string>(element: v.GenericSchema<unknown, T>): ValueSchema {
  return v.pipe(
    v.array(element, 'must be a list'),
    v.maxLength(MAX_SET_SIZE, `takes at most ${String(MAX_SET_SIZE)}`),
    v.transform((list): readonly string[] => canonicalSet(list)),
  );
}

/** The one form of a set: sorted by code unit, no repeats, frozen. */
export function canonicalSet(list: Iterable<string>): readonly string[] {
  return Object.freeze([...new Set(list)].sort());
}

function edtf() {
  return v.pipe(
    v.string('must be a date in EDTF'),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parseEdtf(dataset.value.trim());
      if (parsed.ok) return parsed.value.text;
      addIssue({ message: parsed.error.message });
      return NEVER;
    }),
  );
}

function moneySchema() {
  return v.pipe(
    v.strictObject(
      {
        amount: v.pipe(
          v.string('must be a decimal in text form'),
          v.regex(/^(0|[1-9]\d{0,14})(\.\d{1,2})?$/, 'is not an amount'),
        ),
        currency: v.pipe(v.string('must be a text'), v.regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code')),
      },
      'must be an amount with its currency',
    ),
    v.transform((value) => Object.freeze(value)),
  );
}

function numberSchema(field: Extract<Field, { kind: 'number' }>) {
  const bounds = `must be between ${String(field.min)} and ${String(field.max)}`;
  const base = v.pipe(
    v.number('must be a number'),
    v.finite('must be finite'),
    v.minValue(field.min, bounds),
    v.maxValue(field.max, bounds),
  );
  return field.isInteger ? v.pipe(base, v.integer('must be a whole number')) : base;
}

function values<V extends string>(options: readonly Option<V>[]): V[] {
  return options.map((option) => option.value);
}

function notOneOf(options: readonly Option[]): string {
  return `must be one of ${values(options).join(', ')}`;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isClaim(value: unknown): boolean {
  if (value === undefined || typeof value === 'function') return false;
  // First, because walking through a value of any depth could overflow the stack.
  if (!isAtMostDeep(value, MAX_CLAIM_DEPTH)) return false;
  return JSON.stringify(value).length <= MAX_CLAIM_LENGTH && isSafeText(stripEscapes(value));
}

/** All texts in a JSON value, joined: JSON.stringify would hide control characters behind escapes. */
function stripEscapes(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => key + stripEscapes(inner))
    .join(' ');
}

function isAtMostDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isAtMostDeep(inner, depth - 1));
}
