import { describe, expect, it } from 'vitest';
import { agreementsOverTime } from './agreements-over-time.ts';
import { TestRecords, TODAY } from './records.test-support.ts';

describe('agreements over time', () => {
  it('count in the year of signature, else of announcement, else of effect, with empty years between', () => {
    const records = new TestRecords();
    const pair = [records.party('agency'), records.party('company')];
    const first = records.agreement(pair, { signed: '1998-01-29', announced: '1997' });
    const second = records.agreement(pair, { announced: '2001-05' });
    const third = records.agreement([], { inEffect: '2001' });
    const { years, undated } = agreementsOverTime(records, TODAY);
    expect(years.map(({ year }) => year)).toEqual([1998, 1999, 2000, 2001]);
    expect(years[0]?.byLevel['public-commercial']).toEqual([first.id]);
    expect(years[3]?.byLevel).toMatchObject({ 'public-commercial': [second.id], undetermined: [third.id] });
    expect(Object.values(years[1]?.byLevel ?? {}).flat()).toEqual([]);
    expect(Object.values(undated).flat()).toEqual([]);
  });

  it('are counted beside the chart when undated or of no single year', () => {
    const records = new TestRecords();
    const pair = [records.party('agency'), records.party('agency')];
    const ids = [{}, { signed: '[2021..2022]' }, { announced: '2023/..' }].map(
      (more) => records.agreement(pair, more).id,
    );
    const { years, undated } = agreementsOverTime(records, TODAY);
    expect(years).toEqual([]);
    expect(undated['public-public']).toEqual(ids);
  });
});
