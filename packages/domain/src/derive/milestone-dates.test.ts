import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toIso } from '../dates/civil-day.ts';
import { formatSlip } from '../dates/slip.ts';
import type { FieldsOf } from '../records/registry.ts';
import { allMilestoneDates, type MilestoneDates } from './milestone-dates.ts';
import { TestRecords, TODAY } from './records.test-support.ts';
import { slipTrend } from './slip-trend.ts';

type Forecasts = readonly (readonly [string, string])[];

function datesOf(fields: Partial<FieldsOf<'milestone'>>, forecasts: Forecasts): MilestoneDates {
  const records = new TestRecords();
  const dates = allMilestoneDates(records, TODAY);
  expect(dates.size).toBe(0);
  const { id } = records.milestone(fields, forecasts);
  const found = allMilestoneDates(records, TODAY).get(id);
  if (found === undefined) throw new Error('every milestone has dates');
  return found;
}

const HAVEN: Forecasts = [
  ['2024-10', '2026'],
  ['2023-05-10', '2025-08'],
  ['2025-06-01', '2026-05'],
];

describe('the dates of a milestone', () => {
  it('orders forecasts by when they were stated, not by arrival', () => {
    const dates = datesOf({}, HAVEN);
    expect(dates.forecasts.map(({ expected }) => expected.text)).toEqual(['2025-08', '2026', '2026-05']);
    expect([dates.baseline?.expected.text, dates.latest?.expected.text]).toEqual(['2025-08', '2026-05']);
    expect(dates.slip === null ? '' : formatSlip(dates.slip)).toBe('8 to 10 mo');
    expect([dates.isLate, dates.isOverdue, dates.basis]).toEqual([true, true, 'forecast']);
  });

  it('measures from the chosen baseline, and from the first when the chosen one is gone', () => {
    const records = new TestRecords();
    const milestone = records.milestone({}, HAVEN);
    const chosen = records.ofType('forecast')[0];
    const pinned = { ...milestone, fields: { ...milestone.fields, baseline: chosen?.id ?? '' } };
    const lost = { ...milestone, fields: { ...milestone.fields, baseline: 'deleted' } };
    const lists = { ofType: records.ofType.bind(records) };
    const baselineOf = (record: typeof milestone) => {
      const swapped = { ofType: (type: never) => (type === 'milestone' ? [record] : lists.ofType(type)) };
      return allMilestoneDates(swapped as typeof lists, TODAY).get(record.id)?.baseline?.expected.text;
    };
    expect([baselineOf(pinned), baselineOf(lost)]).toEqual(['2026', '2025-08']);
  });

  it('takes the later to arrive of two forecasts stated on one day, and calls them contested', () => {
    const dates = datesOf({}, [
      ['2025-01-07', '2026'],
      ['2025-01-07', '2027'],
    ]);
    expect(dates.latest?.expected.text).toBe('2027');
    expect(dates.contesting.map(({ expected }) => expected.text)).toEqual(['2026']);
    const agreeing = datesOf({}, [
      ['2025-01-07', '2027'],
      ['2025-01-07', '2027'],
    ]);
    expect(agreeing.contesting).toEqual([]);
  });

  it('is not contested by a newer forecast', () => {
    expect(datesOf({}, HAVEN).contesting).toEqual([]);
  });

  it('takes the actual date once it is there, and is then never overdue', () => {
    const dates = datesOf({ state: 'done', actual: '2026-06-02' }, HAVEN);
    expect([dates.effective?.text, dates.basis, dates.isLate, dates.isOverdue]).toEqual([
      '2026-06-02',
      'actual',
      true,
      false,
    ]);
  });

  it('has no slip when done on a day that nobody stated, and none without a baseline', () => {
    expect(datesOf({ state: 'done' }, HAVEN).slip).toBeNull();
    expect(datesOf({ state: 'done', actual: '2026' }, []).slip).toBeNull();
    expect(datesOf({}, []).effective).toBeNull();
  });

  it('is neither late nor overdue when cancelled', () => {
    const dates = datesOf({ state: 'cancelled' }, HAVEN);
    expect([dates.isLate, dates.isOverdue]).toEqual([false, false]);
  });

  it('is not late when 2030 is said again, nor when 2030 becomes one of its quarters', () => {
    expect(
      datesOf({}, [
        ['2024', '2030'],
        ['2025', '2030'],
      ]).isLate,
    ).toBe(false);
    expect(
      datesOf({}, [
        ['2024', '2030'],
        ['2025', '2030-35'],
      ]).isLate,
    ).toBe(false);
    expect(
      datesOf({}, [
        ['2024', '2030'],
        ['2025', '2031-33'],
      ]).isLate,
    ).toBe(true);
  });

  it('does not depend on the order of arrival of forecasts stated on different days', () => {
    const stated = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(stated, fc.infiniteStream(fc.nat()), (days, order) => {
        const forecasts = days.map(
          (day) => [toIso(addDays(TODAY, -day)), String(2030 + (day % 20))] as const,
        );
        const shuffled = forecasts
          .map((forecast) => ({ forecast, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ forecast }) => forecast);
        const summary = ({ latest, baseline }: MilestoneDates) => [
          latest?.expected.text,
          baseline?.expected.text,
        ];
        expect(summary(datesOf({}, shuffled))).toEqual(summary(datesOf({}, forecasts)));
      }),
    );
  });
});

describe('the slip trend', () => {
  it('has a point for each forecast and counts the moves that are surely later', () => {
    const records = new TestRecords();
    const milestone = records.milestone({ actual: '2026-06-02' }, HAVEN);
    const trend = slipTrend(records, milestone, TODAY);
    expect(trend.points.map(({ statedOn, expected }) => [statedOn.text, expected.text])).toEqual([
      ['2023-05-10', '2025-08'],
      ['2024-10', '2026'],
      ['2025-06-01', '2026-05'],
    ]);
    expect(trend.points.map(({ isBaseline }) => isBaseline)).toEqual([true, false, false]);
    expect([trend.slips, trend.actual?.text]).toEqual([1, '2026-06-02']);
  });

  it('marks the points that contest each other', () => {
    const records = new TestRecords();
    const milestone = records.milestone({}, [
      ['2024-01-01', '2026'],
      ['2025-01-07', '2026'],
      ['2025-01-07', '2027'],
    ]);
    expect(slipTrend(records, milestone, TODAY).points.map(({ isContested }) => isContested)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('reading them again', () => {
  it('gives the same object until the milestone, its forecasts or the day change', () => {
    const records = new TestRecords();
    const milestone = records.milestone({}, HAVEN);
    const first = allMilestoneDates(records, TODAY).get(milestone.id);
    records.milestone({}, HAVEN);
    expect(allMilestoneDates(records, TODAY).get(milestone.id)).toBe(first);
    records.add('forecast', { milestone: milestone.id, statedOn: '2026-10-01', expected: '2027' });
    expect(allMilestoneDates(records, TODAY).get(milestone.id)?.latest?.expected.text).toBe('2027');
    expect(allMilestoneDates(records, addDays(TODAY, 500)).get(milestone.id)?.isOverdue).toBe(true);
  });
});
