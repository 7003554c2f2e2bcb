/** Agreements by level and year of announcement (else of signature), and how many have no date. */
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { yearOf } from '@stationkeeper/domain/dates/civil-day';
import { storedDate } from '@stationkeeper/domain/dates/edtf-date';
import { agreementLevel, LEVELS, type Level } from '@stationkeeper/domain/derive/level';
import type { LiveRecords } from '@stationkeeper/domain/derive/live-records';
import type { Columns } from '../../charts/bar-chart.ts';

/** The columns, and the agreements that no year can hold. */
export type LevelsContent = { readonly columns: Columns; readonly undated: number; readonly total: number };

/** At most this many years are shown one by one; what lies before is left to the timeline. */
const MOST_YEARS = 12;

/** One column a year up to this one, stacked by level. */
export function levelsContent(records: LiveRecords, today: CivilDay): LevelsContent {
  const agreements = records.ofType('agreement');
  const dated = agreements.flatMap((agreement) => {
    const date = storedDate(agreement.fields.announced ?? agreement.fields.signed ?? null);
    const year = yearWithin(date?.earliest ?? null, date?.latest ?? null);
    return year === null ? [] : [{ year, level: agreementLevel(records, agreement.id, today) }];
  });
  const last = yearOf(today);
  const first = Math.max(Math.min(last, ...dated.map(({ year }) => year)), last - MOST_YEARS + 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const count = (level: Level, year: number) =>
    dated.filter((one) => one.level === level && (one.year === year || (year === first && one.year < first)))
      .length;
  const series = LEVELS.map(([key, label]) => ({
    key,
    label,
    token: `--level-${key}`,
    values: years.map((year) => count(key, year)),
  }));
  const hasEarlier = dated.some(({ year }) => year < first);
  return {
    columns: {
      categories: years.map((year, index) =>
        index === 0 && hasEarlier ? `to ${String(year)}` : String(year),
      ),
      series: series.filter(({ values }) => values.some((value) => value > 0)),
    },
    undated: agreements.length - dated.length,
    total: agreements.length,
  };
}

/** The year that holds the whole of a date; null where it spans several. */
function yearWithin(earliest: CivilDay | null, latest: CivilDay | null): number | null {
  if (earliest === null || latest === null) return null;
  return yearOf(earliest) === yearOf(latest) ? yearOf(earliest) : null;
}
