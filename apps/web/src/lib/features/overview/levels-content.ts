/** Agreements by level and year as columns: the last twelve years one by one, all before them in the first. */
import { yearOf, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { agreementsOverTime } from '@stationkeeper/domain/derive/agreements-over-time';
import { LEVELS } from '@stationkeeper/domain/derive/level';
import type { LiveRecords } from '@stationkeeper/domain/derive/live-records';
import type { Columns } from '../../charts/bar-chart.ts';

/** The columns, and the agreements that no year can hold. */
export type LevelsContent = { readonly columns: Columns; readonly undated: number; readonly total: number };

const MOST_YEARS = 12;

/** One column a year up to this one, stacked by level. */
export function levelsContent(records: LiveRecords, today: CivilDay): LevelsContent {
  const { years, undated } = agreementsOverTime(records, today);
  const last = yearOf(today);
  const first = Math.max(years[0]?.year ?? last, last - MOST_YEARS + 1);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const hasEarlier = years.some(({ year }) => year < first);
  const series = LEVELS.map(([key, label]) => {
    const count = (year: number) =>
      years.reduce(
        (sum, one) => (Math.max(one.year, first) === year ? sum + one.byLevel[key].length : sum),
        0,
      );
    return { key, label, token: `--level-${key}`, values: shown.map(count) };
  });
  return {
    columns: {
      categories: shown.map((year, index) =>
        index === 0 && hasEarlier ? `to ${String(year)}` : String(year),
      ),
      series: series.filter(({ values }) => values.some((value) => value > 0)),
    },
    undated: Object.values(undated).reduce((sum, ids) => sum + ids.length, 0),
    total: records.ofType('agreement').length,
  };
}
