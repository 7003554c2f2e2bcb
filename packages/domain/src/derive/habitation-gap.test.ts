import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, toIso, type CivilDay } from '../dates/civil-day.ts';
import type { CrewedSpan } from './attached-time.ts';
import { wait } from './coverage.ts';
import { UNDATED_STEP, type CrewStep } from './crew-steps.ts';
import { gapSentence } from './gap-sentence.ts';
import { habitationGap } from './habitation-gap.ts';
import { habitation, type StationHabitation } from './habitation.ts';
import { TestRecords, TODAY } from './records.test-support.ts';

type Dates = { first?: string; last?: string; deorbit?: string; isHere?: boolean };

/** The gap between stations, given as name -> dates of first and last crew. */
function gapBetween(leaving: Record<string, Dates>, following: Record<string, Dates>) {
  const records = new TestRecords();
  const add = (group: Record<string, Dates>) =>
    Object.entries(group).map(([name, dates]) => addStation(records, name, dates));
  const [out, next] = [add(leaving), add(following)];
  const all = habitation(records, TODAY);
  const pick = (ids: readonly string[]) => ids.flatMap((id) => all.get(id) ?? []);
  const names = new Map(records.ofType('station').map(({ id, fields }) => [id, fields.name]));
  const gap = habitationGap(pick(out), pick(next));
  return { gap, sentence: gapSentence(gap, (id) => names.get(id) ?? '') };
}

function addStation(records: TestRecords, name: string, dates: Dates): string {
  const subject = records.add('station', { name }).id;
  const forecast = (date: string) => [['2024-01-01', date]] as const;
  if (dates.isHere === true) {
    records.milestone({ subject, kind: 'first-crew', state: 'done', actual: dates.first ?? null });
  } else if (dates.first !== undefined) {
    records.milestone({ subject, kind: 'first-crew' }, forecast(dates.first));
  }
  if (dates.last !== undefined) records.milestone({ subject, kind: 'last-crew' }, forecast(dates.last));
  if (dates.deorbit !== undefined) records.milestone({ subject, kind: 'deorbit' }, forecast(dates.deorbit));
  return subject;
}

const ISS: Dates = { first: '2000-11-02', isHere: true };

describe('the gap', () => {
  it('is a range between the last crew of one group and the first of the other', () => {
    const { gap, sentence } = gapBetween(
      { ISS: { ...ISS, last: '2030' } },
      { Starlab: { first: '2031-35' } },
    );
    expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['range', 182, 637]);
    expect([gap.certain, gap.possible].map((days) => days?.earliest)).toEqual([
      civilDay(2030, 12, 31),
      civilDay(2030, 1, 1),
    ]);
    expect(sentence).toBe(
      'Between the last crew of ISS (2030) and the next crew aboard Starlab (Q3 2031): a gap of 6 to 21 months.',
    );
  });

  it('may be none, and then says perhaps', () => {
    const { gap, sentence } = gapBetween({ ISS: { ...ISS, last: '2030' } }, { Starlab: { first: '2030' } });
    expect([gap.kind, gap.minDays, gap.maxDays, gap.certain]).toEqual(['range', 0, 364, null]);
    expect(sentence).toContain('perhaps no gap, at most one of 12 months');
  });

  it('is an overlap when the second group is crewed whichever way the dates are read', () => {
    const { gap, sentence } = gapBetween(
      { ISS: { ...ISS, last: '2030' } },
      { Starlab: { first: '2029-33' } },
    );
    expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['overlap', 276, 729]);
    expect(sentence).toBe(
      'No gap: crew are aboard Starlab (Q1 2029) at the last crew of ISS (2030). Both are crewed for 9 to 24 months.',
    );
  });

  it('is open when no successor is dated, and never zero', () => {
    const { gap, sentence } = gapBetween({ ISS: { ...ISS, last: '2030' } }, { Starlab: {}, Axiom: {} });
    expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['open', null, null]);
    expect(gap.possible?.earliest).toBe(civilDay(2030, 1, 1));
    expect(sentence).toBe(
      'Open: nothing dated follows the last crew of ISS (2030). Undated, so not counted: Starlab (first crew) and Axiom (first crew).',
    );
  });

  it('is not computable when the last crew is undated, and says which', () => {
    const { gap, sentence } = gapBetween({ ISS }, { Starlab: { first: '2029' } });
    expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['not-computable', null, null]);
    expect(gap.undated.map(({ step }) => step)).toEqual(['last-crew']);
    expect(sentence).toBe('Not computable, because undated: ISS (last crew).');
  });

  it('is computed from a deorbit as an upper bound of the last crew', () => {
    const { gap, sentence } = gapBetween(
      { ISS: { ...ISS, deorbit: '2030' } },
      { Starlab: { first: '2032' } },
    );
    expect([gap.kind, gap.minDays]).toEqual(['range', 366]);
    expect(gap.maxDays).toBe(civilDay(2032, 12, 31) - TODAY);
    expect(sentence).toContain('ISS (not after 2030)');
  });

  it('counts the later of several last crews, and needs all of them', () => {
    const two = gapBetween(
      { A: { ...ISS, last: '2028' }, B: { ...ISS, last: '2030' } },
      { C: { first: '2032' } },
    );
    expect([two.gap.kind, two.gap.minDays]).toEqual(['range', 366]);
    const missing = gapBetween({ A: { ...ISS, last: '2028' }, B: ISS }, { C: { first: '2032' } });
    expect(missing.gap.kind).toBe('not-computable');
  });

  it('is no gap beside a station that is crewed and has no end, even if the other has no end either', () => {
    const { gap } = gapBetween({ ISS }, { Tiangong: { first: '2021-06-17', isHere: true } });
    expect([gap.kind, gap.maxDays]).toEqual(['overlap', null]);
  });

  it('is not bridged by a station that ends before it', () => {
    const { gap } = gapBetween(
      { ISS: { ...ISS, last: '2030' } },
      { Haven: { first: '2027', last: '2029' }, Starlab: { first: '2032' } },
    );
    expect([gap.kind, gap.minDays]).toEqual(['range', 366]);
    const alone = gapBetween({ ISS: { ...ISS, last: '2030' } }, { Haven: { first: '2027', last: '2029' } });
    expect(alone.gap.kind).toBe('open');
  });

  it('has no upper bound behind a first crew not before a date', () => {
    const { gap, sentence } = gapBetween(
      { ISS: { ...ISS, last: '2030' } },
      { Starlab: { first: '2032/..' } },
    );
    expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['range', 366, null]);
    expect(sentence).toContain('a gap of at least 12 months');
    const unsure = gapBetween({ ISS: { ...ISS, last: '2030' } }, { Starlab: { first: '2029/..' } });
    expect(unsure.sentence).toContain('perhaps no gap, perhaps one of unknown length');
  });

  it('has nothing to say of groups without a known stay', () => {
    expect(gapBetween({}, { Starlab: { first: '2030' } }).sentence).toBe(
      'Not computable: no station of the first group has a known stay.',
    );
    expect(gapBetween({ X: {} }, { Starlab: { first: '2030' } }).gap.kind).toBe('not-computable');
  });
});

/* Properties: days are small numbers around zero; every span has both ends stated. */
const bounds = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }))
  .map(([earliest, width]) => ({ earliest, latest: earliest + width }));
const stay = fc
  .tuple(bounds, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 15 }))
  .map(([start, length, width]) => ({
    start,
    end: { earliest: start.latest + length, latest: start.latest + length + width },
  }));
type Bounds = { earliest: number; latest: number };
type StayBounds = { start: Bounds; end: Bounds };

const step = ({ earliest, latest }: Bounds): CrewStep => ({
  ...UNDATED_STEP,
  basis: 'forecast',
  earliest: earliest as CivilDay,
  latest: latest as CivilDay,
});
const stationOf = ({ start, end }: StayBounds, index: number): StationHabitation => {
  const span: CrewedSpan = { stationId: String(index), start: step(start), end: step(end), hostId: null };
  return { stationId: String(index), spans: [span], undated: [] };
};
const between = (leaving: readonly StayBounds[], following: readonly StayBounds[]) =>
  habitationGap(leaving.map(stationOf), following.map(stationOf));

/** A day between bounds, chosen by a number from 0 to 1. */
const chosen = ({ earliest, latest }: Bounds, at: number) => earliest + Math.round((latest - earliest) * at);
const narrowed = (span: Bounds, at: number): Bounds => ({ ...span, earliest: chosen(span, at) });
const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
const group = fc.array(stay, { minLength: 1, maxLength: 3 });

describe('the arithmetic of the gap', () => {
  it('holds for every course of events that the dates allow', () => {
    fc.assert(
      fc.property(group, group, fractions, (leaving, following, at) => {
        const gap = between(leaving, following);
        const end = Math.max(...leaving.map((span, index) => chosen(span.end, at[index] ?? 0)));
        const real = following.map((span, index) => ({
          from: chosen(span.start, at[3 + index] ?? 0),
          to: chosen(span.end, at[6 + index] ?? 0),
        }));
        const days = wait(end, real);
        if (gap.kind === 'overlap') expect(days).toBe(0);
        if (gap.kind === 'open') expect(days).toBe(Infinity);
        if (gap.kind !== 'range') return;
        expect(days).toBeGreaterThanOrEqual(gap.minDays ?? 0);
        expect(days).toBeLessThanOrEqual(gap.maxDays ?? Infinity);
      }),
      { numRuns: 2_000 },
    );
  });

  it('narrows, and never widens, as dates become more exact', () => {
    fc.assert(
      fc.property(group, group, fractions, (leaving, following, at) => {
        const before = between(leaving, following);
        const after = between(
          leaving.map((span, index) => ({ ...span, end: narrowed(span.end, at[index] ?? 0) })),
          following.map((span, index) => ({ ...span, start: narrowed(span.start, at[3 + index] ?? 0) })),
        );
        if (before.kind === 'overlap' || before.kind === 'open') expect(after.kind).toBe(before.kind);
        if (before.kind !== 'range' || after.kind !== 'range') return;
        expect(after.minDays ?? 0).toBeGreaterThanOrEqual(before.minDays ?? 0);
        expect(after.maxDays ?? Infinity).toBeLessThanOrEqual(before.maxDays ?? Infinity);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never longer for a successor more', () => {
    fc.assert(
      fc.property(group, group, stay, (leaving, following, more) => {
        const [before, after] = [between(leaving, following), between(leaving, [...following, more])];
        if (before.kind === 'overlap') expect(after.kind).toBe('overlap');
        if (before.kind === 'range') expect(['range', 'overlap']).toContain(after.kind);
        if (after.kind === 'range')
          expect(after.maxDays ?? Infinity).toBeLessThanOrEqual(before.maxDays ?? Infinity);
      }),
    );
  });

  it('gives no number where anything that bears on it is unknown', () => {
    fc.assert(
      fc.property(group, group, (leaving, following) => {
        const unknown: StationHabitation = {
          stationId: 'x',
          spans: [],
          undated: [{ stationId: 'x', step: 'last-crew', milestoneId: null }],
        };
        const gap = habitationGap([...leaving.map(stationOf), unknown], following.map(stationOf));
        expect([gap.kind, gap.minDays, gap.maxDays]).toEqual(['not-computable', null, null]);
        expect(gap.undated).toEqual(unknown.undated);
      }),
    );
  });
});

describe('the sentence', () => {
  it('never prints a day that no date states', () => {
    const { gap, sentence } = gapBetween(
      { ISS: { ...ISS, deorbit: '2030' } },
      { Starlab: { first: '2032~' } },
    );
    expect(sentence).not.toContain(toIso(TODAY));
    expect(sentence).not.toMatch(/\d{1,2} [A-Z][a-z]{2} \d{4}/);
    expect(sentence).toContain('Starlab (about 2032)');
    expect(gap.kind).toBe('range');
  });
});
