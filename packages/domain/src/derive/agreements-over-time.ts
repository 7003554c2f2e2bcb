/*
 * Agreements by level, year by year. An agreement counts in the year in which it was signed, else announced, else took effect.
 * One without any of these dates, or with a date that spans years, is counted beside the chart: no year is made up for it.
 */
import { yearOf, type CivilDay } from '../dates/civil-day.ts';
import { storedDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { agreementLevel, type Level } from './level.ts';
import type { LiveRecords } from './live-records.ts';

/** Ids of agreements by level: the number of each is its length, and the list is what stands behind it. */
export type ByLevel = Readonly<Record<Level, readonly string[]>>;

/** The agreements of one year. */
export interface AgreementYear {
  readonly year: number;
  readonly byLevel: ByLevel;
}

/** Agreements over time: every year from the first to the last, empty ones too, and those without a single year. */
export interface AgreementsOverTime {
  readonly years: readonly AgreementYear[];
  readonly undated: ByLevel;
}

/** Counts the live agreements by level and year, at the level they have on that day. */
export function agreementsOverTime(records: LiveRecords, today: CivilDay): AgreementsOverTime {
  const placed = records.ofType('agreement').map((agreement) => ({
    id: agreement.id,
    level: agreementLevel(records, agreement.id, today),
    year: yearOfAgreement(agreement),
  }));
  const byYear = Map.groupBy(placed, ({ year }) => year);
  const known = [...byYear.keys()].filter((year) => year !== null);
  const first = Math.min(...known);
  const years =
    known.length === 0 ? [] : Array.from({ length: Math.max(...known) - first + 1 }, (_, n) => first + n);
  return {
    years: years.map((year) => ({ year, byLevel: byLevel(byYear.get(year) ?? []) })),
    undated: byLevel(byYear.get(null) ?? []),
  };
}

/** The one year of an agreement; null where it has none, or more than one. */
export function yearOfAgreement({ fields }: RecordOf<'agreement'>): number | null {
  const date = storedDate(fields.signed ?? fields.announced ?? fields.inEffect);
  const [earliest, latest] = [date?.earliest ?? null, date?.latest ?? null];
  if (earliest === null || latest === null) return null;
  return yearOf(earliest) === yearOf(latest) ? yearOf(earliest) : null;
}

function byLevel(placed: readonly { readonly id: string; readonly level: Level }[]): ByLevel {
  const ids: Record<Level, string[]> = {
    'public-public': [],
    'public-commercial': [],
    'commercial-commercial': [],
    'with-non-profit': [],
    undetermined: [],
  };
  for (const { id, level } of placed) ids[level].push(id);
  return ids;
}
