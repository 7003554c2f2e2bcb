/*
 * What needs attention: milestones that are due soon, at risk, late or overdue. Only steps that are still expected do; what is
 * done late is history, and is read in its slip.
 */
import { addDays, type CivilDay } from '../dates/civil-day.ts';
import { compareDated, type EdtfDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import type { LiveRecords } from './live-records.ts';
import { allMilestoneDates, type MilestoneDates } from './milestone-dates.ts';

/** An expected milestone with its dates. */
export interface ExpectedMilestone {
  readonly milestone: RecordOf<'milestone'>;
  readonly dates: MilestoneDates;
}

/** A milestone that may be reached in the window. */
export interface DueMilestone extends ExpectedMilestone {
  /** The whole of its date lies in the window; otherwise it may be reached later. */
  readonly isCertain: boolean;
}

/** The lists are sorted by date, undated last; one milestone may stand in several. */
export interface Attention {
  readonly due: readonly DueMilestone[];
  /** Assessed as at risk or off track. */
  readonly atRisk: readonly ExpectedMilestone[];
  readonly late: readonly ExpectedMilestone[];
  readonly overdue: readonly ExpectedMilestone[];
}

/** The overview's window in days. */
export const DUE_WITHIN_DAYS = 90;

/** What needs attention on that day; `due` looks `withinDays` ahead, today included. */
export function attention(
  records: LiveRecords,
  today: CivilDay,
  withinDays: number = DUE_WITHIN_DAYS,
  allDates: ReadonlyMap<string, MilestoneDates> = allMilestoneDates(records, today),
): Attention {
  const expected = expectedMilestones(records, allDates);
  const until = addDays(today, withinDays);
  return {
    due: expected
      .filter(({ dates }) => dates.effective !== null && isDue(dates.effective, today, until))
      .map((one) => ({ ...one, isCertain: isWithin(one.dates.effective, today, until) })),
    atRisk: expected.filter(({ milestone }) => AT_RISK.has(milestone.fields.assessment)),
    late: expected.filter(({ dates }) => dates.isLate),
    overdue: expected.filter(({ dates }) => dates.isOverdue),
  };
}

const AT_RISK: ReadonlySet<string> = new Set(['at-risk', 'off-track']);

function expectedMilestones(
  records: LiveRecords,
  allDates: ReadonlyMap<string, MilestoneDates>,
): readonly ExpectedMilestone[] {
  return records
    .ofType('milestone')
    .flatMap((milestone) => {
      const dates = allDates.get(milestone.id);
      const isExpected = milestone.fields.state === 'expected' && dates?.actual === null;
      return isExpected ? [{ milestone, dates }] : [];
    })
    .sort((a, b) => compareDated(a.dates.effective, b.dates.effective));
}

/**
 * The span meets the window. One that is open on a side does so for years, so it is due only when the day that it does name
 * lies in the window: 'not before 2028' is due as 2028 begins.
 */
function isDue({ earliest, latest }: EdtfDate, today: CivilDay, until: CivilDay): boolean {
  if (earliest === null) return latest !== null && latest >= today && latest <= until;
  if (latest === null) return earliest >= today && earliest <= until;
  return earliest <= until && latest >= today;
}

function isWithin(date: EdtfDate | null, today: CivilDay, until: CivilDay): boolean {
  const [earliest, latest] = [date?.earliest ?? null, date?.latest ?? null];
  return earliest !== null && latest !== null && earliest >= today && latest <= until;
}
