import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEdtf } from './edtf-date.ts';
import { anyDate, dateOf } from './edtf.test-support.ts';
import { parseTypedDate } from './parse-typed-date.ts';

describe('printing a date', () => {
  it.each([
    ['2024-01-12', '12 Jan 2024'],
    ['1998-11', 'Nov 1998'],
    ['2027-35', 'Q3 2027'],
    ['2028-40', 'H1 2028'],
    ['2030', '2030'],
    ['2028~', 'about 2028'],
    ['2028?', '2028 (uncertain)'],
    ['2028-05%', 'about May 2028 (uncertain)'],
    ['2028/..', 'not before 2028'],
    ['2028-35~/..', 'not before about Q3 2028'],
    ['../2030', 'not after 2030'],
    ['198X', '1980s'],
    ['2021/2022', '2021 to 2022'],
    ['[2021..2022]', '2021 or 2022'],
    ['[2021,2023]', '2021 or 2023'],
    ['[2021..2022,2025]', '2021, 2022 or 2025'],
    ['[2021..2024]', 'one of 2021 to 2024'],
    ['[2021..2024,2027]', 'one of 2021 to 2024 or 2027'],
  ])('prints %s as %s', (text, printed) => {
    expect(formatEdtf(dateOf(text))).toBe(printed);
  });

  it('is read back as the same date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const read = parseTypedDate(formatEdtf(date));
        expect(read.ok ? read.value.text : read.error).toBe(date.text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading what people type', () => {
  it.each([
    ['Q3 2027', '2027-35'],
    ['2027 Q3', '2027-35'],
    ['3Q 2027', '2027-35'],
    ['third quarter of 2027', '2027-35'],
    ['H1 2028', '2028-40'],
    ['the second half of 2028', '2028-41'],
    ['no earlier than 2028', '2028/..'],
    ['NET 2028', '2028/..'],
    ['NET Q2 2026', '2026-34/..'],
    ['not before May 2027', '2027-05/..'],
    ['2028 or later', '2028/..'],
    ['not after 2030', '../2030'],
    ['by 2030', '../2030'],
    ['no later than 12 Jan 2030', '../2030-01-12'],
    ['about 2030', '2030~'],
    ['c. 2030', '2030~'],
    ['ca 2030', '2030~'],
    ['~2030', '2030~'],
    ['2028?', '2028?'],
    ['one of 2021, 2022', '[2021..2022]'],
    ['2021 or 2022', '[2021..2022]'],
    ['Jan 12, 2024 or Jan 14, 2024', '[2024-01-12,2024-01-14]'],
    ['2021-2022', '2021/2022'],
    ['2021–2022', '2021/2022'],
    ['2021 to 2022', '2021/2022'],
    ['from Nov 2028 to Jan 2029', '2028-11/2029-01'],
    ['Nov 1998', '1998-11'],
    ['november  1998', '1998-11'],
    ['Sept. 2027', '2027-09'],
    ['12 Jan 2024', '2024-01-12'],
    ['12th of January 2024', '2024-01-12'],
    ['Jan 12, 2024', '2024-01-12'],
    ['12-Jan-2024', '2024-01-12'],
    ['2024-01-12', '2024-01-12'],
    ['2024/1/12', '2024-01-12'],
    ['1980s', '198X'],
    ['198x', '198X'],
    ['2027-33/2028-34', '2027-33/2028-34'],
  ])('reads %j as %s', (typed, text) => {
    const read = parseTypedDate(typed);
    expect(read.ok ? read.value.text : read.error).toBe(text);
  });

  it.each([
    ['01/02/2024', 'ambiguous', ['1 Feb 2024', '2 Jan 2024']],
    ['1.2.24', 'ambiguous', ['1 Feb 2024', '2 Jan 2024']],
    ['13/02/2024', 'ambiguous', ['13 Feb 2024']],
    ['2/2027', 'ambiguous', ['Feb 2027']],
    ['12 Jan 24', 'ambiguous', ['12 Jan 2024']],
    ["Nov '98", 'ambiguous', ['Nov 1998']],
    ['late 2026', 'too-vague', ['Q4 2026', 'H2 2026']],
    ['mid-2027', 'too-vague', ['Q2 2027', 'Q3 2027']],
    ['end of 2030', 'too-vague', ['Q4 2030', 'H2 2030']],
    ['summer 2027', 'season', ['Q3 2027']],
    ['after 2028', 'ambiguous', ['not before 2029', 'not before 2028']],
    ['before Nov 2027', 'ambiguous', ['not after Nov 2027']],
    ['2021, 2022', 'ambiguous', ['2021 to 2022', '2021 or 2022']],
    ['between 2021 and 2022', 'ambiguous', ['2021 to 2022', '2021 or 2022']],
    ['2030 to 2028', 'backwards', ['2028 to 2030']],
    ['31 Feb 2024', 'no-such-day', []],
    ['Feb 2300', 'year-out-of-range', []],
    ['Q5 2027', 'unreadable', []],
    ['soon', 'unreadable', []],
    ['', 'empty', []],
  ])('refuses %j as %s and suggests %j', (typed, code, suggestions) => {
    const read = parseTypedDate(typed);
    expect(read.ok ? read.value.text : [read.error.code, read.error.suggestions]).toEqual([
      code,
      suggestions,
    ]);
  });

  it('survives any text, and every suggestion is accepted', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'not',
          'before',
          'after',
          'late',
          'q3',
          '2027',
          '2028',
          'or',
          'to',
          'about',
          '/',
          '-',
          '12',
          'jan',
        ),
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string(), words), (typed) => {
        const read = parseTypedDate(typed);
        if (!read.ok)
          expect(read.error.suggestions.every((suggestion) => parseTypedDate(suggestion).ok)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is quick to refuse hostile text', () => {
    const hostile = [
      'not before '.repeat(36),
      ' or '.repeat(99),
      '1'.repeat(400),
      'from '.repeat(80),
      ' - '.repeat(133),
    ];
    const started = performance.now();
    for (const typed of hostile) expect(parseTypedDate(typed).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
