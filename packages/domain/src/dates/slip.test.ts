import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './civil-day.ts';
import { anyDate, dateOf } from './edtf.test-support.ts';
import { formatSlip, isLate, isOverdue, slip } from './slip.ts';

const between = (present: string, baseline: string) => slip(dateOf(present), dateOf(baseline));

describe('slip', () => {
  it.each([
    ['2026-03-01', '2024-03-01', 730, 730, 'late', '24 mo'],
    ['2024-03-13', '2024-03-01', 12, 12, 'late', '12 d'],
    ['2024-02-28', '2024-03-01', -2, -2, 'not-late', '2 d early'],
    ['2026-11', '2024-11', 701, 759, 'late', '23 to 25 mo'],
    ['2031', '2030', 1, 729, 'late', '0 to 24 mo'],
    ['2030', '2030', 0, 0, 'not-late', 'on baseline'],
    ['2030~', '2030', 0, 0, 'not-late', 'on baseline'],
    ['2028/..', '2028/..', 0, 0, 'not-late', 'on baseline'],
    ['2027-35', '2027', -183, 272, 'not-late', '−6 to 9 mo'],
    ['2027-40', '2027-33', -89, 180, 'possibly-late', '−3 to 6 mo'],
    ['2031/..', '2030', 1, null, 'late', 'at least 1 d'],
    ['2030/..', '2030', -364, null, 'possibly-late', 'at least −12 mo'],
    ['../2031', '2030', null, 729, 'possibly-late', 'at most 24 mo'],
    ['2035', '2030/..', null, 2190, 'not-late', 'at most 72 mo'],
    ['2031/..', '2030/..', null, null, 'not-late', 'not known'],
    ['2029', '2031', -1094, -366, 'not-late', '12 to 36 mo early'],
  ])('from %s against %s is %s to %s days, %s: %s', (present, baseline, ...[min, max, lateness, words]) => {
    const slipped = between(present, baseline);
    expect([slipped.minDays, slipped.maxDays, slipped.lateness]).toEqual([min, max, lateness]);
    expect(formatSlip(slipped)).toBe(words);
  });

  it('says late only when every reading is later', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (present, baseline) => {
        if (!isLate(slip(present, baseline))) return;
        expect(
          present.earliest !== null && baseline.latest !== null && present.earliest > baseline.latest,
        ).toBe(true);
      }),
    );
  });

  it('is antisymmetric', () => {
    const negated = (days: number | null) => (days === null ? null : 0 - days);
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const [forth, back] = [slip(a, b), slip(b, a)];
        expect([back.minDays, back.maxDays]).toEqual([negated(forth.maxDays), negated(forth.minDays)]);
      }),
    );
  });

  it('never has a minimum over its maximum, and has words for every range', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const { minDays, maxDays, lateness } = slip(a, b);
        if (minDays !== null && maxDays !== null) expect(minDays).toBeLessThanOrEqual(maxDays);
        expect(formatSlip({ minDays, maxDays, lateness })).not.toMatch(/NaN|undefined|-/);
      }),
    );
  });
});

describe('overdue', () => {
  it('needs the whole span to lie before today', () => {
    const date = dateOf('2027-35');
    const last = date.latest;
    if (last === null) throw new Error('a quarter is bounded');
    expect(isOverdue(date, last)).toBe(false);
    expect(isOverdue(date, addDays(last, 1))).toBe(true);
    expect(isOverdue(dateOf('2020/..'), last)).toBe(false);
  });
});
