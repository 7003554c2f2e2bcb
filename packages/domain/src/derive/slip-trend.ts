/*
 * The slip trend of a milestone (milestone trend analysis): what was expected against when it was said. A flat line holds, a
 * rising line slips, and where expected meets stated-on, on the diagonal, the day is reached.
 */
import type { CivilDay } from '../dates/civil-day.ts';
import { compareEdtf, storedDate, type EdtfDate } from '../dates/edtf-date.ts';
import { slip, type Slip } from '../dates/slip.ts';
import type { RecordOf } from '../records/registry.ts';
import { forecastsByMilestone, type LiveRecords } from './live-records.ts';
import { milestoneDates } from './milestone-dates.ts';

/** One forecast as a point: said on x, expected at y, both as exact as they are known. */
export interface TrendPoint {
  readonly forecastId: string;
  readonly statedOn: EdtfDate;
  readonly expected: EdtfDate;
  readonly isBaseline: boolean;
  /** Another forecast stated at the same time says something else. */
  readonly isContested: boolean;
  /** Against the point before it; null for the first. */
  readonly sincePrevious: Slip | null;
}

/** The trend of one milestone, and where it ended. */
export interface SlipTrend {
  readonly milestoneId: string;
  readonly points: readonly TrendPoint[];
  /** The actual date: the point on the diagonal; null while it is not there. */
  readonly actual: EdtfDate | null;
  /** How many times the expected date moved later for certain. */
  readonly slips: number;
}

/** The slip trend of one milestone. */
export function slipTrend(
  records: LiveRecords,
  milestone: RecordOf<'milestone'>,
  today: CivilDay,
): SlipTrend {
  const own = forecastsByMilestone(records.ofType('forecast')).get(milestone.id) ?? [];
  const { forecasts, baseline } = milestoneDates(milestone, own, today);
  const points = forecasts.map(({ record, statedOn, expected }, index): TrendPoint => {
    const previous = forecasts[index - 1];
    return {
      forecastId: record.id,
      statedOn,
      expected,
      isBaseline: record.id === baseline?.record.id,
      isContested: forecasts.some(
        (other) => compareEdtf(other.statedOn, statedOn) === 0 && other.expected.text !== expected.text,
      ),
      sincePrevious: previous === undefined ? null : slip(expected, previous.expected),
    };
  });
  const slips = points.filter(({ sincePrevious }) => sincePrevious?.lateness === 'late').length;
  return { milestoneId: milestone.id, points, actual: storedDate(milestone.fields.actual), slips };
}
