import { describe, expect, test } from 'vitest';
import { formatMoney, formatValue, NOT_STATED } from './format-value.ts';
import { fieldOf } from './registry.ts';
import type { RecordType } from './record-type.ts';
import type { FieldValue } from './field.ts';

const names = { titleOf: (id: string) => `record ${id}`, nameOf: (id: string) => `person ${id}` };
const words = (type: RecordType, name: string, value: FieldValue) => {
  const field = fieldOf(type, name);
  if (!field) throw new Error(name);
  return formatValue(field, value, names);
};

describe('field values in words', () => {
  test.each([
    ['agreement', 'status', 'in-force', 'In force'],
    ['agreement', 'purposes', ['module', 'seats'], 'Module, Seats'],
    ['agreement', 'signed', '2027-35', 'Q3 2027'],
    ['agreement', 'value', { amount: '1500000.50', currency: 'USD' }, '1,500,000.50 USD'],
    ['agreement', 'stations', ['a', 'b'], 'record a, record b'],
    ['party', 'countries', ['FR', 'IT'], 'France, Italy'],
    ['ownership', 'share', 30, '30 %'],
    ['milestone', 'watcher', 'u1', 'person u1'],
    ['comment', 'isResolved', false, 'no'],
  ] as const)('%s.%s', (type, name, value, expected) => {
    expect(words(type, name, value)).toBe(expected);
  });

  test('what is missing is said to be not stated, an empty set too', () => {
    expect(words('agreement', 'signed', null)).toBe(NOT_STATED);
    expect(words('agreement', 'purposes', [])).toBe(NOT_STATED);
  });

  test('amounts are grouped by thousands and keep their cents', () => {
    expect(formatMoney({ amount: '999', currency: 'EUR' })).toBe('999 EUR');
    expect(formatMoney({ amount: '1000', currency: 'EUR' })).toBe('1,000 EUR');
  });
});
