/**
 * Milestones and habitation as a timeline shows them: one lane for each station, holding its own milestones and those of the
 * agreements about it. Milestones without any station share a last lane.
 */
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { formatEdtf, type EdtfDate } from '@stationkeeper/domain/dates/edtf-date';
import { formatSlip } from '@stationkeeper/domain/dates/slip';
import {
  certainDays,
  habitation,
  possibleDays,
  type StationHabitation,
} from '@stationkeeper/domain/derive/habitation';
import type { LiveRecords } from '@stationkeeper/domain/derive/live-records';
import { allMilestoneDates, type MilestoneDates } from '@stationkeeper/domain/derive/milestone-dates';
import type { RecordOf } from '@stationkeeper/domain';
import type {
  ChartDate,
  TimelineContent,
  TimelineLane,
  TimelineMark,
  TimelineSpan,
} from '../../charts/timeline-layout.ts';
import { latenessOf, markOf } from '../../fields/milestone-mark.ts';

type Milestone = RecordOf<'milestone'>;

/** The lane of milestones that belong to no station. */
export const NO_STATION = 'no-station';

/** Lanes by station. */
export function lanesByStation(records: LiveRecords, today: CivilDay): TimelineContent {
  const dates = allMilestoneDates(records, today);
  const byStation = milestonesByStation(records);
  const crewed = habitation(records, today);
  const undated: TimelineMark[] = [];
  const laneOf = (id: string, label: string, spans: readonly TimelineSpan[]): TimelineLane => {
    const marks = marksOf(byStation.get(id) ?? [], dates, today);
    undated.push(...marks.filter((mark) => !isDated(mark)));
    return { id, label, spans, marks: marks.filter(isDated) };
  };
  const lanes = records
    .ofType('station')
    .map((station) => laneOf(station.id, station.fields.name, spansOf(crewed.get(station.id))))
    .sort((a, b) => firstDay(a) - firstDay(b) || a.label.localeCompare(b.label, 'en'));
  const others = laneOf(NO_STATION, 'No station', []);
  return { lanes: others.marks.length > 0 ? [...lanes, others] : lanes, undated };
}

/** Every day that a fitted window has to hold. */
export function daysOf(lanes: readonly TimelineLane[]): number[] {
  return lanes
    .flatMap(({ marks, spans }) => [
      ...marks.flatMap(({ date, baseline }) => [date.earliest, date.latest, baseline?.earliest ?? null]),
      ...spans.flatMap(({ from, until }) => [from, until]),
    ])
    .filter((day) => day !== null);
}

function milestonesByStation(records: LiveRecords): Map<string, Milestone[]> {
  const agreements = new Map(records.ofType('agreement').map((agreement) => [agreement.id, agreement]));
  const byStation = new Map<string, Milestone[]>();
  for (const milestone of records.ofType('milestone')) {
    const agreement = agreements.get(milestone.fields.subject);
    const stations = agreement ? agreement.fields.stations : [milestone.fields.subject];
    for (const id of stations.length > 0 ? stations : [NO_STATION]) {
      const list = byStation.get(id);
      if (list) list.push(milestone);
      else byStation.set(id, [milestone]);
    }
  }
  return byStation;
}

function marksOf(
  milestones: readonly Milestone[],
  dates: ReadonlyMap<string, MilestoneDates>,
  today: CivilDay,
): TimelineMark[] {
  const next = nextOf(milestones, dates, today);
  return milestones.flatMap((milestone) => {
    const own = dates.get(milestone.id);
    return own ? [timelineMark(milestone, own, milestone.id === next)] : [];
  });
}

/** A milestone as charts show it. */
export function timelineMark(milestone: Milestone, dates: MilestoneDates, isNext: boolean): TimelineMark {
  const lateness = latenessOf(dates);
  const isStanding = milestone.fields.state !== 'cancelled';
  const hasMoved =
    isStanding && dates.slip !== null && !(dates.slip.minDays === 0 && dates.slip.maxDays === 0);
  return {
    id: milestone.id,
    name: milestone.fields.name,
    mark: markOf(milestone),
    lateness,
    date: chartDate(dates.effective, milestone.fields.actualWording),
    baseline: hasMoved && dates.baseline ? chartDate(dates.baseline.expected, null) : null,
    slipLabel: hasMoved ? formatSlip(dates.slip) : null,
    isNamed: lateness !== null || isNext,
  };
}

/** The first step of these that is still to come. */
function nextOf(
  milestones: readonly Milestone[],
  dates: ReadonlyMap<string, MilestoneDates>,
  today: CivilDay,
): string | null {
  let next: { id: string; day: number } | null = null;
  for (const { id, fields } of milestones) {
    const effective = dates.get(id)?.effective;
    const day = effective?.latest ?? effective?.earliest ?? null;
    if (fields.state !== 'expected' || day === null || day < today) continue;
    if (!next || day < next.day) next = { id, day };
  }
  return next?.id ?? null;
}

function chartDate(date: EdtfDate | null, wording: string | null): ChartDate {
  return {
    earliest: date?.earliest ?? null,
    latest: date?.latest ?? null,
    isApproximate: date?.isApproximate ?? false,
    label: date ? formatEdtf(date) : (wording ?? 'not stated'),
  };
}

function isDated(mark: TimelineMark): boolean {
  return mark.date.earliest !== null || mark.date.latest !== null;
}

/** The days that may be crewed, and on top of them those that are so however the dates are read. */
function spansOf(crewed: StationHabitation | undefined): TimelineSpan[] {
  return (crewed?.spans ?? []).flatMap((span): TimelineSpan[] => {
    const certain = certainDays(span);
    const { earliest, latest } = possibleDays(span);
    const possible: TimelineSpan = {
      from: earliest,
      until: after(latest),
      certainty: 'possible',
      label: 'May be crewed',
    };
    return certain
      ? [possible, { from: certain.from, until: after(certain.to), certainty: 'certain', label: 'Crewed' }]
      : [possible];
  });
}

function after(day: number | null): number | null {
  return day === null ? null : day + 1;
}

function firstDay(lane: TimelineLane): number {
  return Math.min(...daysOf([lane]), Number.MAX_SAFE_INTEGER);
}
