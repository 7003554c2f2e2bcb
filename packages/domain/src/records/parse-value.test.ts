import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, FieldValue } from './field.ts';
import * as make from './field.ts';
import { isRecordId, parseValue } from './parse-value.ts';
import { registry } from './registry.ts';
import { sameValue } from './same-value.ts';

const accepted = (field: Field, value: unknown): FieldValue => {
  const parsed = parseValue(field, value, 'fields.it');
  if (!parsed.ok) throw new Error(parsed.error.map(({ path, message }) => `${path} ${message}`).join('; '));
  return parsed.value;
};
const refused = (field: Field, value: unknown): string => {
  const parsed = parseValue(field, value, 'fields.it');
  if (parsed.ok) throw new Error(`accepted: ${JSON.stringify(parsed.value)}`);
  return parsed.error.map(({ path, message }) => `${path} ${message}`).join('; ');
};
const ID = '019a8f00-0000-7000-8000-000000000001';
const line = make.text('Line');
const needed = make.requiredText('Name');
const several = make.prose('Prose');
const day = make.date('Day');

describe('texts', () => {
  test('are trimmed and brought to NFC, so that equal texts are equal values', () => {
    expect(accepted(line, '  Cafe\u0301 ')).toBe('Café');
    expect(accepted(several, 'one\n\ttwo\n')).toBe('one\n\ttwo');
  });

  test('that are empty are not stated, which a required field refuses', () => {
    expect(accepted(line, '   ')).toBeNull();
    expect(accepted(line, null)).toBeNull();
    expect(refused(needed, '  ')).toContain('must be stated');
    expect(refused(needed, null)).toContain('must be stated');
  });

  test.each([
    ['U+0000', 'a\u0000b'],
    ['an escape character', 'a\u001b[2Jb'],
    ['a right-to-left override', 'txt.\u202Eexe'],
    ['a bidi isolate', 'a\u2066b'],
    ['a byte order mark', 'a\uFEFFb'],
    ['half of a surrogate pair', 'a\uD800b'],
  ])('with %s are refused', (_, text) => {
    expect(refused(line, text)).toContain('control characters');
    expect(refused(several, text)).toContain('control characters');
  });

  test('of one line hold no line break', () => {
    expect(refused(line, 'a\nb')).toContain('single line');
    expect(refused(line, 'a\u2028b')).toContain('single line');
  });

  test('that look like markup are text like any other', () => {
    expect(accepted(line, '<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  test('longer than their field are refused, with the limit', () => {
    expect(refused(line, 'x'.repeat(301))).toContain('at most 300');
    expect(accepted(line, 'x'.repeat(300))).toHaveLength(300);
    expect(refused(line, '\u0958'.repeat(300))).toContain('at most 300');
  });

  test.each([5, true, {}, [], undefined])('are not %j', (value) => {
    expect(refused(needed, value)).toContain('fields.it');
  });
});

describe('other kinds', () => {
  test.each(['2023-02-30', 'yesterday', '01/02/2024', '2024-13', '20240112', 'Infinity'])(
    '%s is no date',
    (text) => {
      expect(refused(day, text)).toContain('fields.it');
    },
  );

  test('dates come out in canonical EDTF', () => {
    expect(accepted(day, ' 2027-35 ')).toBe('2027-35');
    expect(accepted(day, '[2022,2021]')).toBe('[2021..2022]');
  });

  test.each(['ftp://example.org', 'javascript:alert(1)', 'example.org', 'http://'])(
    '%s is no web address',
    (text) => {
      expect(refused(make.url('Address'), text)).toContain('address');
    },
  );

  test('a choice is one of its options, and says which', () => {
    const field = make.choice('Colour', [
      ['red', 'Red'],
      ['blue', 'Blue'],
    ]);
    expect(accepted(field, 'blue')).toBe('blue');
    expect(refused(field, 'green')).toContain('red, blue');
    expect(refused(field, null)).toContain('red, blue');
  });

  test('sets are sorted and hold nothing twice, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('b', 'a', 'c')), (list) => {
        expect(accepted(make.tags('Tags'), list)).toEqual([...new Set(list)].sort());
      }),
    );
    expect(
      refused(
        make.tags('Tags'),
        Array.from({ length: 501 }, (_, index) => String(index)),
      ),
    ).toContain('at most 500');
    expect(refused(make.countries('Countries'), ['Japan'])).toContain('ISO 3166-1');
  });

  test('money is a decimal with a currency, never a number', () => {
    const field = make.money('Value');
    expect(accepted(field, { amount: '228000000', currency: 'USD' })).toEqual({
      amount: '228000000',
      currency: 'USD',
    });
    for (const value of [
      5,
      { amount: 5, currency: 'USD' },
      { amount: '1e9', currency: 'USD' },
      { amount: '1', currency: 'usd' },
      { amount: '1', currency: 'USD', more: 1 },
    ]) {
      expect(refused(field, value)).toContain('fields.it');
    }
  });

  test('numbers stay within their bounds', () => {
    const share = make.number('Share', { min: 0, max: 100, unit: '%' });
    expect(accepted(share, 49.9)).toBe(49.9);
    for (const value of [-1, 100.1, Number.NaN, Number.POSITIVE_INFINITY, '5'])
      expect(refused(share, value)).toContain('fields.it');
    expect(refused(make.number('Count', { min: 0, max: 9, unit: '', isInteger: true }), 1.5)).toContain(
      'whole number',
    );
  });

  test('references are lower-case UUIDs', () => {
    expect(accepted(make.ref('Party', ['party']), ID)).toBe(ID);
    for (const value of [ID.toUpperCase(), 'x', '00000000-0000-0000-0000-000000000000', 7]) {
      expect(isRecordId(value)).toBe(false);
      expect(refused(make.ref('Party', ['party']), value)).toContain('fields.it');
    }
  });

  test('a blank member is nobody', () => {
    expect(accepted(make.member('Watcher'), '  ')).toBeNull();
  });

  test('claims hold what a field can hold: no depths, no control characters in any part', () => {
    const field = make.claim('Claimed');
    expect(accepted(field, { amount: '1', currency: 'USD' })).toEqual({ amount: '1', currency: 'USD' });
    expect(refused(field, { a: 'x\u0000' })).toContain('not a value');
    expect(refused(field, { 'x\u0000': 'a' })).toContain('not a value');
    expect(refused(field, [[[[1]]]])).toContain('not a value');
  });
});

test('parsing what was parsed changes nothing, for each field of each type', () => {
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom<unknown>(null, [], ['a'], true, 5, '2028', ID, [ID], { amount: '1', currency: 'EUR' }),
  );
  for (const { fields } of Object.values(registry)) {
    for (const field of Object.values(fields) as Field[]) {
      fc.assert(
        fc.property(values, (value) => {
          const once = parseValue(field, value, 'it');
          if (!once.ok) return;
          const twice = parseValue(field, once.value, 'it');
          expect(twice.ok && sameValue(twice.value, once.value)).toBe(true);
        }),
        { numRuns: 30 },
      );
    }
  }
});
