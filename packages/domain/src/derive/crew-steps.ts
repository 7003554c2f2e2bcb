/*
 * First and last crews as bounds in time. The dates are those of the milestones, but a step that is still expected cannot lie
 * in the past: where its forecast has passed, it is only known to come after today (overdue). A step that is done on a day
 * nobody stated came before today. A deorbit only bounds the last crew from above.
 */
import type { CivilDay } from '../dates/civil-day.ts';
import { compareDated, formatEdtf, type EdtfDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { notAfter, notBefore, UNBOUNDED, type DayBounds } from './day-bounds.ts';
import type { MilestoneDates } from './milestone-dates.ts';

/** What a step's date rests on: `bounded` = by a deorbit alone, `detachment` = the end of an attachment, `none` = undated. */
export type StepBasis = 'actual' | 'forecast' | 'bounded' | 'detachment' | 'attachment' | 'none';

/** The day on which crew came to a station, or left it. */
export interface CrewStep extends DayBounds {
  readonly milestoneId: string | null;
  readonly date: EdtfDate | null;
  readonly basis: StepBasis;
  readonly isDone: boolean;
  /** As a reader sees it: `2 Nov 2000`, `Q3 2029`, `not after 2030`, `2025, overdue`, `undated`. */
  readonly words: string;
}

/** The kinds of milestones that say something of crew. */
export type CrewKind = 'first-crew' | 'last-crew' | 'deorbit';

/** A milestone with its dates. */
export interface DatedMilestone {
  readonly milestone: RecordOf<'milestone'>;
  readonly dates: MilestoneDates;
}

/** Steps of one kind, cancelled ones left out, in the order of their dates, undated ones last. */
export function crewSteps(
  own: readonly DatedMilestone[],
  kind: CrewKind,
  today: CivilDay,
): readonly CrewStep[] {
  return own
    .filter(({ milestone }) => milestone.fields.kind === kind && milestone.fields.state !== 'cancelled')
    .sort((a, b) => compareDated(a.dates.effective, b.dates.effective))
    .map((dated) => crewStep(dated, today));
}

/** The step that no milestone stands for. */
export const UNDATED_STEP: CrewStep = Object.freeze({
  ...UNBOUNDED,
  milestoneId: null,
  date: null,
  basis: 'none',
  isDone: false,
  words: 'undated',
});

/** The last crew of a stay that began with `start`, when a deorbit is to bring the station down not after `deorbit`. */
export function lastCrew(
  stated: CrewStep | null,
  start: CrewStep,
  deorbit: CrewStep | null,
  today: CivilDay,
): CrewStep {
  const step = stated ?? UNDATED_STEP;
  const isStillCrewed = start.isDone && !step.isDone && (deorbit?.latest ?? today) >= today;
  const floor = isStillCrewed ? notBefore(start.earliest, today) : start.earliest;
  const bounded = boundedAbove(step, deorbit);
  const earliest = notBefore(bounded.earliest, floor);
  const isPossible = earliest === null || bounded.latest === null || earliest <= bounded.latest;
  return isPossible ? { ...bounded, earliest } : bounded;
}

function boundedAbove(step: CrewStep, deorbit: CrewStep | null): CrewStep {
  const limit = deorbit?.latest ?? null;
  if (deorbit === null || limit === null) return step;
  if (step.earliest !== null && step.earliest > limit) return step;
  const latest = notAfter(step.latest, limit);
  if (step.date !== null) return { ...step, latest };
  const words = deorbit.date === null ? 'before the deorbit' : `not after ${formatEdtf(deorbit.date)}`;
  return { ...step, latest, basis: 'bounded', words };
}

function crewStep({ milestone, dates }: DatedMilestone, today: CivilDay): CrewStep {
  const isDone = milestone.fields.state === 'done' || dates.actual !== null;
  const date = isDone ? dates.actual : dates.effective;
  const about = { milestoneId: milestone.id, date, isDone };
  const isExpected = milestone.fields.state === 'expected' && !isDone;
  if (date === null) return { ...UNDATED_STEP, ...about, ...undatedBounds(isDone, isExpected, today) };
  const words = formatEdtf(date);
  const { earliest, latest } = date;
  if (!isExpected) {
    return { ...about, earliest, latest, basis: dates.basis ?? 'none', words };
  }
  const isPast = latest !== null && latest < today;
  return {
    ...about,
    earliest: notBefore(earliest, today),
    latest: isPast ? null : latest,
    basis: 'forecast',
    words: isPast ? `${words}, overdue` : words,
  };
}

function undatedBounds(isDone: boolean, isExpected: boolean, today: CivilDay): DayBounds {
  return { earliest: isExpected ? today : null, latest: isDone ? today : null };
}
