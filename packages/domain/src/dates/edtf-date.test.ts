import readByOracle from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from './civil-day.ts';
import { compareEdtf, formatEdtf, midpoint, parseEdtf, spanDays, storedDate } from './edtf-date.ts';
import { anyDate, dateOf, plainPoint } from './edtf.test-support.ts';

const iso = (day: Parameters<typeof toIso>[0] | null) => (day === null ? null : toIso(day));

describe('reading EDTF', () => {
  it.each([
    ['2024-01-12', 'day', '2024-01-12', '2024-01-12'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2027-33', 'quarter', '2027-01-01', '2027-03-31'],
    ['2027-36', 'quarter', '2027-10-01', '2027-12-31'],
    ['2028-40', 'half-year', '2028-01-01', '2028-06-30'],
    ['2028-41', 'half-year', '2028-07-01', '2028-12-31'],
    ['2030', 'year', '2030-01-01', '2030-12-31'],
    ['198X', 'decade', '1980-01-01', '1989-12-31'],
    ['2028~', 'year', '2028-01-01', '2028-12-31'],
    ['2021/2022', 'interval', '2021-01-01', '2022-12-31'],
    ['2028/..', 'interval', '2028-01-01', null],
    ['2028-35/..', 'interval', '2028-07-01', null],
    ['../2030', 'interval', null, '2030-12-31'],
    ['[2021..2022]', 'one-of', '2021-01-01', '2022-12-31'],
    ['[2021,2025-03]', 'one-of', '2021-01-01', '2025-03-31'],
  ])('reads %s as a %s from %s to %s', (text, precision, earliest, latest) => {
    const date = dateOf(text);
    expect([date.precision, iso(date.earliest), iso(date.latest)]).toEqual([precision, earliest, latest]);
  });

  it('says what is about, uncertain, open at the start and open at the end', () => {
    const flags = (text: string) => {
      const date = dateOf(text);
      return [date.isApproximate, date.isUncertain, date.isOpenStart, date.isOpenEnd];
    };
    expect(flags('2028%')).toEqual([true, true, false, false]);
    expect(flags('2027~/2029')).toEqual([true, false, false, false]);
    expect(flags('../2030?')).toEqual([false, true, true, false]);
    expect(flags('2028/..')).toEqual([false, false, false, true]);
  });

  it.each([
    ['[2022,2021]', '[2021..2022]'],
    ['[2021, 2022 ,2023]', '[2021..2023]'],
    ['[2021..2023,2022,2024]', '[2021..2024]'],
    ['[2021,2021]', '2021'],
    [' 2030 ', '2030'],
  ])('brings %s to its one canonical text %s', (text, canonical) => {
    expect(dateOf(text).text).toBe(canonical);
  });

  it.each([
    ['2023-02-30', 'no-such-day', []],
    ['2023-02-29', 'no-such-day', []],
    ['2023-00', 'no-such-month', []],
    ['2023-13-01', 'no-such-month', []],
    ['1899', 'year-out-of-range', []],
    ['2200-01-01', 'year-out-of-range', []],
    ['220X', 'year-out-of-range', []],
    ['2030/2028', 'backwards', ['2028/2030']],
    ['2030/2030', 'backwards', ['2030']],
    ['2030-06/2030', 'backwards', ['2030/2030-06']],
    ['2028/', 'unknown-end', ['2028/..']],
    ['/2028', 'unknown-end', ['../2028']],
    ['/', 'unknown-end', []],
    ['2021-22', 'season', ['2021/2022', '2021-33', '2021-34', '2021-35', '2021-36']],
    ['[2028..]', 'unreadable', ['2028/..']],
    ['[2021~..2022]', 'unreadable', []],
    ['[2021..2022', 'unreadable', []],
    ['[]', 'empty', []],
    ['', 'empty', []],
    ['../..', 'unreadable', []],
    ['2024-1-1', 'unreadable', []],
    ['2024-01-01T10:00Z', 'unreadable', []],
    ['~2028', 'unreadable', []],
    ['19', 'unreadable', []],
    ['199', 'unreadable', []],
    ['-2020', 'unreadable', []],
    ['2030\u0000', 'unreadable', []],
    ['2030\u202E', 'unreadable', []],
    [`[${'2021,'.repeat(5_000)}2022]`, 'too-long', []],
  ])('refuses %j as %s', (text, code, suggestions) => {
    const parsed = parseEdtf(text);
    expect(parsed.ok ? parsed.value.text : [parsed.error.code, parsed.error.suggestions]).toEqual([
      code,
      suggestions,
    ]);
    expect(parsed.ok ? '' : parsed.error.message.length).toBeLessThan(200);
  });

  it('reads a stored null as no date', () => {
    expect(storedDate(null)).toBeNull();
    expect(storedDate('2030')).toBe(dateOf('2030'));
    expect(() => storedDate('2023-02-30')).toThrow('Broken invariant');
  });

  it('is a fixed point on canonical text', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(date.text)).toEqual(date);
      }),
    );
  });

  it('survives any text without throwing', () => {
    const edtfLike = fc.string({
      unit: fc.constantFrom(...'0123456789X-/.,[]~?% '.split(/(?:)/u)),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), edtfLike), (text) => {
        const parsed = parseEdtf(text);
        if (parsed.ok) expect(dateOf(parsed.value.text).text).toBe(parsed.value.text);
      }),
    );
  });

  it('agrees with the edtf package on every date that both accept', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyDate, (date) => {
        const theirs = oracleSpan(date.text);
        if (theirs === null) return;
        compared += 1;
        expect([iso(date.earliest), iso(date.latest)], date.text).toEqual(theirs);
      }),
      { numRuns: 1_000 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});

describe('the span of a date', () => {
  it('contains every date that is more exact', () => {
    fc.assert(
      fc.property(plainPoint, (text) => {
        const date = dateOf(text);
        const year = dateOf(text.slice(0, 4));
        expect(Number(date.earliest)).toBeGreaterThanOrEqual(Number(year.earliest));
        expect(Number(date.latest)).toBeLessThanOrEqual(Number(year.latest));
      }),
    );
  });

  it('starts before it ends and holds its own midpoint', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const middle = midpoint(date);
        if (date.earliest === null || date.latest === null || middle === null) {
          expect([middle, spanDays(date)]).toEqual([null, null]);
          return;
        }
        expect(date.earliest <= middle && middle <= date.latest).toBe(true);
        expect(spanDays(date)).toBe(date.latest - date.earliest + 1);
      }),
    );
  });

  it('is not widened by about or uncertain, which would be made up', () => {
    fc.assert(
      fc.property(plainPoint, fc.constantFrom('~', '?', '%'), (text, qualifier) => {
        const qualified = dateOf(`${text}${qualifier}`);
        expect([qualified.earliest, qualified.latest]).toEqual([dateOf(text).earliest, dateOf(text).latest]);
      }),
    );
  });
});

describe('the order of dates', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(Math.sign(compareEdtf(a, b))).toBe(0 - Math.sign(compareEdtf(b, a)));
        expect(compareEdtf(a, b) === 0).toBe(a.text === b.text);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0)
          expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('puts the earlier first, then the more exact, and the unbounded last', () => {
    const texts = ['../2030', '2030/..', '2031', '2030', '2030-01', '2030-01-01', '2029-12-31'];
    const sorted = texts.map(dateOf).sort(compareEdtf).map(formatEdtf);
    expect(sorted).toEqual([
      '31 Dec 2029',
      '1 Jan 2030',
      'Jan 2030',
      '2030',
      'not before 2030',
      '2031',
      'not after 2030',
    ]);
  });
});

/**
 * Earliest and latest day as the package sees them; null where it knows no such form, and for 'one of', of which its
 * `min` and `max` read the first and last member only.
 */
function oracleSpan(text: string): [string | null, string | null] | null {
  if (text.startsWith('[')) return null;
  try {
    const { min, max } = readByOracle(text);
    return [isoOfTime(text.startsWith('..') ? null : min), isoOfTime(text.endsWith('/..') ? null : max)];
  } catch {
    return null;
  }
}

function isoOfTime(time: number | null): string | null {
  return time === null || !Number.isFinite(time) ? null : new Date(time).toISOString().slice(0, 10);
}
