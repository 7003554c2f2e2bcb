/*
 * The dates of a milestone, from its forecasts and its actual date:
 *
 *   forecasts, ordered by stated-on, then by arrival      baseline = the chosen one, else the first
 *   Nov 2021 ── Mar 2023 ── Oct 2024                      latest   = the last
 *   `effective` is the actual date where there is one, else the latest forecast; slip is effective minus baseline
 *
 * Different values stated on the same day cannot be ordered: the forecast is then contested, and the last to arrive is shown.
 */
import type { CivilDay } from '../dates/civil-day.ts';
import { compareEdtf, storedDate, type EdtfDate } from '../dates/edtf-date.ts';
import { isLate, isOverdue, slip, type Slip } from '../dates/slip.ts';
import type { RecordOf } from '../records/registry.ts';
import { forecastsByMilestone, type LiveRecords } from './live-records.ts';

/** A forecast with its dates read. */
export interface DatedForecast {
  readonly record: RecordOf<'forecast'>;
  readonly statedOn: EdtfDate;
  readonly expected: EdtfDate;
}

/** What the forecasts and the actual date of a milestone come to. */
export interface MilestoneDates {
  /** By stated-on, then by arrival. */
  readonly forecasts: readonly DatedForecast[];
  readonly baseline: DatedForecast | null;
  readonly latest: DatedForecast | null;
  /** The forecasts stated with the latest one that say something else; empty unless contested. */
  readonly contesting: readonly DatedForecast[];
  readonly actual: EdtfDate | null;
  /** Actual, else forecast; null = undated. */
  readonly effective: EdtfDate | null;
  readonly basis: 'actual' | 'forecast' | null;
  /** Null where there is no baseline, or the step is done on a day that nobody stated. */
  readonly slip: Slip | null;
  /** Slip over zero, whichever way the dates are read; never said of a cancelled step. */
  readonly isLate: boolean;
  /** Still expected, and the whole of its date is past. */
  readonly isOverdue: boolean;
}

/**
 * The dates of one milestone. `forecasts` are its own live ones, in the order of arrival. The answer is remembered with the
 * record, so after an edit only what it touched is derived anew, and all else is the same object as before.
 */
export function milestoneDates(
  milestone: RecordOf<'milestone'>,
  forecasts: readonly RecordOf<'forecast'>[],
  today: CivilDay,
): MilestoneDates {
  const known = remembered.get(milestone);
  if (known?.today === today && haveSameElements(known.forecasts, forecasts)) return known.dates;
  const dates = derived(milestone, forecasts, today);
  remembered.set(milestone, { forecasts, today, dates });
  return dates;
}

/** The dates of every live milestone, by id. */
export function allMilestoneDates(
  records: LiveRecords,
  today: CivilDay,
): ReadonlyMap<string, MilestoneDates> {
  const forecasts = forecastsByMilestone(records.ofType('forecast'));
  return new Map(
    records
      .ofType('milestone')
      .map((milestone) => [
        milestone.id,
        milestoneDates(milestone, forecasts.get(milestone.id) ?? [], today),
      ]),
  );
}

/** Forecasts by stated-on, then by arrival, which is the order they come in. */
export function orderedForecasts(forecasts: readonly RecordOf<'forecast'>[]): readonly DatedForecast[] {
  const dated: DatedForecast[] = [];
  for (const record of forecasts) {
    const statedOn = storedDate(record.fields.statedOn);
    const expected = storedDate(record.fields.expected);
    if (statedOn !== null && expected !== null) dated.push({ record, statedOn, expected });
  }
  return dated.sort((a, b) => compareEdtf(a.statedOn, b.statedOn));
}

interface Remembered {
  readonly forecasts: readonly RecordOf<'forecast'>[];
  readonly today: CivilDay;
  readonly dates: MilestoneDates;
}

const remembered = new WeakMap<RecordOf<'milestone'>, Remembered>();

function haveSameElements<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((element, index) => element === b[index]));
}

function derived(
  milestone: RecordOf<'milestone'>,
  forecasts: readonly RecordOf<'forecast'>[],
  today: CivilDay,
): MilestoneDates {
  const ordered = orderedForecasts(forecasts);
  const latest = ordered.at(-1) ?? null;
  const chosen = milestone.fields.baseline;
  const pinned = chosen === null ? undefined : ordered.find(({ record }) => record.id === chosen);
  const baseline = pinned ?? ordered[0] ?? null;
  const actual = storedDate(milestone.fields.actual);
  return {
    forecasts: ordered,
    baseline,
    latest,
    actual,
    contesting: contestingOf(ordered, latest),
    ...judged(milestone, { baseline, latest, actual }, today),
  };
}

function contestingOf(
  ordered: readonly DatedForecast[],
  latest: DatedForecast | null,
): readonly DatedForecast[] {
  if (latest === null || ordered.length < 2) return [];
  return ordered.filter(
    ({ statedOn, expected }) =>
      statedOn.text === latest.statedOn.text && expected.text !== latest.expected.text,
  );
}

type Judged = Pick<MilestoneDates, 'effective' | 'basis' | 'slip' | 'isLate' | 'isOverdue'>;

function judged(
  milestone: RecordOf<'milestone'>,
  { baseline, latest, actual }: Pick<MilestoneDates, 'baseline' | 'latest' | 'actual'>,
  today: CivilDay,
): Judged {
  const { state } = milestone.fields;
  const effective = actual ?? latest?.expected ?? null;
  const isDoneUndated = state === 'done' && actual === null;
  const slipped =
    effective === null || baseline === null || isDoneUndated ? null : slip(effective, baseline.expected);
  return {
    effective,
    basis: basisOf(actual, latest),
    slip: slipped,
    isLate: state !== 'cancelled' && slipped !== null && isLate(slipped),
    isOverdue: state === 'expected' && actual === null && effective !== null && isOverdue(effective, today),
  };
}

function basisOf(actual: EdtfDate | null, latest: DatedForecast | null): MilestoneDates['basis'] {
  if (actual !== null) return 'actual';
  return latest === null ? null : 'forecast';
}
