/**
 * Records of any type that the domain lets through, made from the definitions. Each field's value is brought to
 * its canonical form by the domain's own parser, as it is on the way in.
 */
import * as fc from 'fast-check';
import {
  definitionOf,
  parseValue,
  RECORD_TYPES,
  unreachable,
  type AnyRecord,
  type Field,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';
import { edtfDate } from './date.ts';

/** How a ref finds its target: by default any id at all. */
export type TargetOf = (targets: readonly RecordType[]) => fc.Arbitrary<string>;

/** A record id. */
export const recordId: fc.Arbitrary<string> = fc.uuid({ version: 7 });

const anyTarget: TargetOf = () => recordId;

/** A live record of this type with every field filled in by chance, or left out where it may be. */
export function recordOf(type: RecordType, targetOf: TargetOf = anyTarget): fc.Arbitrary<AnyRecord> {
  return fc
    .tuple(recordId, fieldsOf(type, targetOf))
    .map(([id, fields]) => Object.freeze({ id, type, deletedSeq: null, fields: Object.freeze(fields) }));
}

/** A live record of any type. */
export const anyRecord: fc.Arbitrary<AnyRecord> = fc
  .constantFrom(...RECORD_TYPES)
  .chain((type) => recordOf(type));

/** All fields of a record of this type, complete and canonical. */
export function fieldsOf(
  type: RecordType,
  targetOf: TargetOf = anyTarget,
): fc.Arbitrary<Record<string, FieldValue>> {
  const entries = Object.entries(definitionOf(type).fields);
  return fc.record(Object.fromEntries(entries.map(([name, field]) => [name, valueOf(field, targetOf)])));
}

/** A value that this field may hold, in canonical form. */
export function valueOf(field: Field, targetOf: TargetOf = anyTarget): fc.Arbitrary<FieldValue> {
  const values = rawValueOf(field, targetOf)
    .map((raw) => parseValue(field, raw, 'value'))
    .filter((parsed) => parsed.ok)
    .map((parsed) => parsed.value);
  return field.isRequired ? values : fc.oneof({ weight: 4, arbitrary: values }, fc.constant(field.initial));
}

function rawValueOf(field: Field, targetOf: TargetOf): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
    case 'prose':
    case 'member':
      return words;
    case 'url':
      return fc.webUrl();
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'choices':
      return fc.subarray(field.options.map((option) => option.value));
    case 'tags':
      return fc.array(words, { maxLength: 4 });
    case 'countries':
      return fc.subarray(['CA', 'CN', 'FR', 'IN', 'JP', 'US']);
    case 'date':
      return edtfDate;
    case 'money':
      return money;
    case 'number':
      return field.isInteger
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true });
    case 'flag':
      return fc.boolean();
    case 'ref':
      return targetOf(field.targets);
    case 'refs':
      return fc.array(targetOf(field.targets), { maxLength: 4 });
    case 'claim':
      return claim;
    default:
      return unreachable(field);
  }
}

/** Text as people and machines write it: scripts of all kinds, quotes, backslashes, markup. */
const words: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '{"a","b"}',
    "Robert'); DROP TABLE station;--",
    '<script>',
    'NULL',
    '\\N',
    '{}',
    '日本 🚀',
    'ﬁ Å',
  ),
);

const money = fc.record({
  amount: fc.oneof(
    fc.nat({ max: 999_999_999 }).map(String),
    fc
      .tuple(fc.nat(), fc.nat({ max: 99 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
    fc.constantFrom('0', '0.5', '0.50', '999999999999999.99'),
  ),
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
});

const claim = fc.oneof(
  words,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  edtfDate,
  money,
  fc.array(words, { maxLength: 3 }),
);
