import { describe, expect, it } from 'vitest';
import { toIso, type CivilDay } from '../dates/civil-day.ts';
import { certainDays, possibleDays, stationHabitation, type CrewedSpan } from './habitation.ts';
import { TestRecords, TODAY } from './records.test-support.ts';

const iso = (day: CivilDay | null) => (day === null ? null : toIso(day));
const certain = (span: CrewedSpan | undefined) => {
  const days = span === undefined ? null : certainDays(span);
  return days === null ? null : [iso(days.from), iso(days.to)];
};
const possible = (span: CrewedSpan | undefined) => {
  const days = span === undefined ? null : possibleDays(span);
  return days === null ? null : [iso(days.earliest), iso(days.latest)];
};

/** A station with its steps: kind, state and either an actual or a forecast date. */
type Step = readonly [
  'first-crew' | 'last-crew' | 'deorbit' | 'launch',
  'done' | 'expected' | 'cancelled',
  string?,
];

function station(records: TestRecords, name: string, steps: readonly Step[]): string {
  const { id } = records.add('station', { name });
  for (const [kind, state, date] of steps) {
    if (state === 'done') records.milestone({ subject: id, kind, state, actual: date ?? null });
    else records.milestone({ subject: id, kind, state }, date === undefined ? [] : [['2024-01-01', date]]);
  }
  return id;
}

function spansOf(steps: readonly Step[]) {
  const records = new TestRecords();
  return stationHabitation(records, station(records, 'Station', steps), TODAY);
}

describe('habitation', () => {
  it('is certain between the latest first and the earliest last crew, and possible around that', () => {
    const { spans, undated } = spansOf([
      ['first-crew', 'expected', '2028'],
      ['last-crew', 'expected', '2035-40'],
    ]);
    expect(spans.map(certain)).toEqual([['2028-12-31', '2035-01-01']]);
    expect(spans.map(possible)).toEqual([['2028-01-01', '2035-06-30']]);
    expect(undated).toEqual([]);
  });

  it('comes from first and last crews and from nothing else', () => {
    const { spans, undated } = spansOf([
      ['launch', 'done', '2020-01-01'],
      ['deorbit', 'expected', '2035'],
    ]);
    expect(spans).toEqual([]);
    expect(undated.map(({ step, milestoneId }) => [step, milestoneId])).toEqual([
      ['first-crew', null],
      ['last-crew', null],
    ]);
  });

  it('goes on until today where crew came and nobody is known to have left', () => {
    const { spans } = spansOf([['first-crew', 'done', '2000-11-02']]);
    expect(certain(spans[0])).toEqual(['2000-11-02', '2026-11-22']);
    expect(possible(spans[0])).toEqual(['2000-11-02', null]);
  });

  it('is bounded from above by a deorbit, which never is the last crew', () => {
    const { spans, undated } = spansOf([
      ['first-crew', 'done', '2000-11-02'],
      ['deorbit', 'expected', '2030'],
    ]);
    expect([iso(spans[0]?.end.earliest ?? null), iso(spans[0]?.end.latest ?? null)]).toEqual([
      '2026-11-22',
      '2030-12-31',
    ]);
    expect([spans[0]?.end.basis, spans[0]?.end.words]).toEqual(['bounded', 'not after 2030']);
    expect(undated.map(({ step }) => step)).toEqual(['last-crew']);
  });

  it('keeps a last crew that is stated, and only cuts its span at the deorbit', () => {
    const { spans } = spansOf([
      ['first-crew', 'done', '2000-11-02'],
      ['last-crew', 'expected', '2028/..'],
      ['deorbit', 'expected', '2030'],
    ]);
    expect([iso(spans[0]?.end.earliest ?? null), iso(spans[0]?.end.latest ?? null)]).toEqual([
      '2028-01-01',
      '2030-12-31',
    ]);
  });

  it('does not believe an expected first crew whose date has passed', () => {
    const { spans } = spansOf([['first-crew', 'expected', '2025']]);
    expect([spans[0]?.start.words, iso(spans[0]?.start.earliest ?? null), spans[0]?.start.latest]).toEqual([
      '2025, overdue',
      '2026-11-22',
      null,
    ]);
    expect(certain(spans[0])).toBeNull();
  });

  it('leaves cancelled steps out and lists undated ones', () => {
    const { spans, undated } = spansOf([
      ['first-crew', 'cancelled', '2027'],
      ['first-crew', 'expected'],
      ['last-crew', 'expected'],
    ]);
    expect(spans).toEqual([]);
    expect(undated.map(({ step, milestoneId }) => [step, milestoneId === null])).toEqual([
      ['first-crew', false],
      ['last-crew', false],
    ]);
  });

  it('pairs several stays in the order of their dates', () => {
    const { spans } = spansOf([
      ['first-crew', 'done', '2021-06-17'],
      ['last-crew', 'done', '2021-09-16'],
      ['first-crew', 'done', '2021-10-15'],
      ['last-crew', 'expected', '2035'],
    ]);
    expect(spans.map(certain)).toEqual([
      ['2021-06-17', '2021-09-16'],
      ['2021-10-15', '2035-01-01'],
    ]);
  });
});

describe('an attached station', () => {
  const steps: readonly Step[] = [
    ['first-crew', 'expected', '2028'],
    ['last-crew', 'expected', '2040'],
  ];

  function attached(from: string | null, until: string | null) {
    const records = new TestRecords();
    const host = station(records, 'Host', []);
    const id = station(records, 'Guest', steps);
    records.add('attachment', { station: id, host, from, until });
    const { spans, undated } = stationHabitation(records, id, TODAY);
    const parts = spans.map((span) => [
      span.hostId === null ? 'free' : 'attached',
      span.start.words,
      span.end.words,
    ]);
    return { parts, undated: undated.map(({ step }) => step) };
  }

  it('counts from the day it flies free', () => {
    expect(attached('2027', '2030').parts).toEqual([
      ['attached', '2028', '2030'],
      ['free', '2030', '2040'],
    ]);
  });

  it('counts before it attaches, too', () => {
    expect(attached('2030', '2032').parts).toEqual([
      ['free', '2028', '2030'],
      ['attached', '2030', '2032'],
      ['free', '2032', '2040'],
    ]);
  });

  it('does not count at all while its detachment is undated, and says so', () => {
    expect(attached('2027', null)).toEqual({
      parts: [['attached', '2028', '2040']],
      undated: ['detachment'],
    });
  });

  it('is not touched by an attachment before or after its crews', () => {
    expect(attached('2026', '2027').parts).toEqual([['free', '2028', '2040']]);
    expect(attached('2041', null).parts).toEqual([['free', '2028', '2040']]);
  });
});
