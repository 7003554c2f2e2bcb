/*
 * Habitation: when each station is crewed, from its first-crew and last-crew milestones and nothing else. A span is certain
 * from the latest first crew to the earliest last crew, and possible from the earliest first crew to the latest last crew.
 * A station without a dated first crew has no span, which is not the same as never being crewed: it is listed as undated.
 */
import type { CivilDay } from '../dates/civil-day.ts';
import { cutAtAttachments, type CrewedSpan } from './attached-time.ts';
import {
  crewSteps,
  lastCrew,
  UNDATED_STEP,
  type CrewKind,
  type CrewStep,
  type DatedMilestone,
} from './crew-steps.ts';
import type { DayBounds } from './day-bounds.ts';
import {
  attachmentsByStation,
  forecastsByMilestone,
  milestonesBySubject,
  stationsById,
  type LiveRecords,
} from './live-records.ts';
import { milestoneDates } from './milestone-dates.ts';

export type { CrewedSpan } from './attached-time.ts';

/** A step that would be needed and has no date; `milestoneId` is null where not even the milestone is there. */
export interface UndatedStep {
  readonly stationId: string;
  readonly step: 'first-crew' | 'last-crew' | 'detachment';
  readonly milestoneId: string | null;
}

/** When a station is crewed, as far as it is known. */
export interface StationHabitation {
  readonly stationId: string;
  /** In order; those with a host do not count beside it. */
  readonly spans: readonly CrewedSpan[];
  readonly undated: readonly UndatedStep[];
}

/** The habitation of every live station on that day, by station id. */
export function habitation(records: LiveRecords, today: CivilDay): ReadonlyMap<string, StationHabitation> {
  const ids = records.ofType('station').map(({ id }) => id);
  return new Map(ids.map((id) => [id, stationHabitation(records, id, today)]));
}

/** The habitation of one station on that day. */
export function stationHabitation(
  records: LiveRecords,
  stationId: string,
  today: CivilDay,
): StationHabitation {
  const own = ownMilestones(records, stationId, today);
  const attachments = liveAttachments(records, stationId);
  const firsts = crewSteps(own, 'first-crew', today);
  const lasts = crewSteps(own, 'last-crew', today);
  const deorbit = crewSteps(own, 'deorbit', today)[0] ?? null;
  const spans = stays(firsts, lasts, deorbit)
    .map(({ start, end }) => ({ stationId, start, end: lastCrew(end, start, deorbit, today), hostId: null }))
    .flatMap((stay) => cutAtAttachments(stay, attachments));
  const isHeld =
    spans.some(({ hostId }) => hostId !== null) && attachments.some(({ fields }) => fields.until === null);
  const missing = [...missingStep('first-crew', firsts), ...missingStep('last-crew', lasts)];
  const undated = isHeld ? [...missing, { step: 'detachment', milestoneId: null } as const] : missing;
  return { stationId, spans, undated: undated.map((step) => ({ stationId, ...step })) };
}

/** The days on which a span is crewed whichever way its dates are read; null when no day is certain. */
export function certainDays({
  start,
  end,
}: CrewedSpan): { readonly from: CivilDay; readonly to: CivilDay } | null {
  const [from, to] = [start.latest, end.earliest];
  return from === null || to === null || from > to ? null : { from, to };
}

/** The days on which a span may be crewed; null on a side is unbounded. */
export function possibleDays({ start, end }: CrewedSpan): DayBounds {
  return { earliest: start.earliest, latest: end.latest };
}

interface Stay {
  readonly start: CrewStep;
  readonly end: CrewStep | null;
}

/** Pairs each first crew with the last crew that follows it before the next first crew. */
function stays(
  firsts: readonly CrewStep[],
  lasts: readonly CrewStep[],
  deorbit: CrewStep | null,
): readonly Stay[] {
  const starts = firsts.filter(isKnown);
  if (starts.length === 0) return withoutStart(lasts, deorbit);
  const free = [...lasts];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const position = free.findIndex((last) => mayEnd(last, start, next));
    const [end] = position < 0 ? [] : free.splice(position, 1);
    return { start, end: end ?? null };
  });
}

/** Crew who are known to leave were there, since whenever. */
function withoutStart(lasts: readonly CrewStep[], deorbit: CrewStep | null): readonly Stay[] {
  const isBounded = deorbit !== null && deorbit.latest !== null;
  return lasts.filter((last) => isKnown(last) || isBounded).map((end) => ({ start: UNDATED_STEP, end }));
}

function mayEnd(last: CrewStep, start: CrewStep, next: CrewStep | undefined): boolean {
  const isAfterStart = last.latest === null || start.earliest === null || last.latest >= start.earliest;
  const isBeforeNext = next === undefined || last.earliest === null || next.latest === null;
  return isAfterStart && (isBeforeNext || last.earliest <= next.latest);
}

/** Dated, or done on a day that nobody stated. */
function isKnown(step: CrewStep): boolean {
  return step.date !== null || step.isDone;
}

/** The step of that kind that has no date, or that is not there at all. */
function missingStep(
  step: 'first-crew' | 'last-crew',
  steps: readonly CrewStep[],
): readonly Omit<UndatedStep, 'stationId'>[] {
  const undated = steps.find(({ date }) => date === null);
  return undated === undefined && steps.length > 0
    ? []
    : [{ step, milestoneId: undated?.milestoneId ?? null }];
}

const CREW_KINDS: ReadonlySet<string> = new Set<CrewKind>(['first-crew', 'last-crew', 'deorbit']);

function ownMilestones(records: LiveRecords, stationId: string, today: CivilDay): readonly DatedMilestone[] {
  const milestones = milestonesBySubject(records.ofType('milestone')).get(stationId) ?? [];
  const forecasts = forecastsByMilestone(records.ofType('forecast'));
  return milestones
    .filter(({ fields }) => CREW_KINDS.has(fields.kind))
    .map((milestone) => ({
      milestone,
      dates: milestoneDates(milestone, forecasts.get(milestone.id) ?? [], today),
    }));
}

/** Attachments to stations that are not deleted. */
function liveAttachments(records: LiveRecords, stationId: string) {
  const stations = stationsById(records.ofType('station'));
  const attachments = attachmentsByStation(records.ofType('attachment')).get(stationId) ?? [];
  return attachments.filter(({ fields }) => stations.has(fields.host));
}
