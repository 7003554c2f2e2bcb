/** The figures of the overview's tiles, each with what stands behind it. Pure: records and a day in. */
import type { AnyRecord, RecordOf } from '@stationkeeper/domain';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { compareEdtf, formatEdtf, type EdtfDate } from '@stationkeeper/domain/dates/edtf-date';
import { habitation, type StationHabitation } from '@stationkeeper/domain/derive/habitation';
import { stationsById, type LiveRecords } from '@stationkeeper/domain/derive/live-records';
import { allMilestoneDates, type MilestoneDates } from '@stationkeeper/domain/derive/milestone-dates';

/** How far ahead 'due' looks. */
export const DUE_DAYS = 90;

/** A milestone with its dates. */
export type Dated = { readonly milestone: RecordOf<'milestone'>; readonly dates: MilestoneDates };

/** Expected milestones of which every day lies between today and then, the soonest first. */
export function dueMilestones(records: LiveRecords, today: CivilDay): Dated[] {
  return datedOf(records, today)
    .filter(
      ({ milestone, dates }) =>
        milestone.fields.state === 'expected' && isWithin(dates.effective, today, today + DUE_DAYS),
    )
    .sort(byDate);
}

/** Milestones that a person judged at risk or off track, or that are late or overdue; the soonest first. */
export function troubledMilestones(records: LiveRecords, today: CivilDay): Dated[] {
  return datedOf(records, today)
    .filter(({ milestone, dates }) => isTroubled(milestone, dates))
    .sort(byDate);
}

/** Stations that have crew today, whichever way their dates are read. */
export function crewedStations(records: LiveRecords, today: CivilDay): RecordOf<'station'>[] {
  const crewed = habitation(records, today);
  return records.ofType('station').filter(({ id }) => isCrewedOn(crewed.get(id), today));
}

/** Whether a station has crew on a day, whichever way its dates are read. */
export function isCrewedOn(station: StationHabitation | undefined, day: CivilDay): boolean {
  return (station?.spans ?? []).some(({ start, end }) => {
    const hasBegun = start.latest !== null && start.latest <= day;
    return hasBegun && start.isDone && (end.earliest === null ? !end.isDone : end.earliest >= day);
  });
}

/** Where a milestone stands, in a few words: 'Haven-1 · Q2 2026'. */
export function milestoneWords(records: LiveRecords, { milestone, dates }: Dated): string {
  const station = stationsById(records.ofType('station')).get(milestone.fields.subject);
  const date = dates.effective ? formatEdtf(dates.effective) : 'no date stated';
  return `${station?.fields.name ?? milestone.fields.name}, ${date}`;
}

/** How many changes were made since midnight, and by how many people. */
export function changesSince(
  changes: readonly { at: number; actor: string }[],
  midnight: number,
): { count: number; people: number } {
  const today = changes.filter(({ at }) => at >= midnight);
  return { count: today.length, people: new Set(today.map(({ actor }) => actor)).size };
}

/** Agreements whose status nobody has stated. */
export function withoutStatus(agreements: readonly (AnyRecord & RecordOf<'agreement'>)[]): number {
  return agreements.filter(({ fields }) => fields.status === 'not-stated').length;
}

function datedOf(records: LiveRecords, today: CivilDay): Dated[] {
  const dates = allMilestoneDates(records, today);
  return records.ofType('milestone').flatMap((milestone) => {
    const own = dates.get(milestone.id);
    return own ? [{ milestone, dates: own }] : [];
  });
}

function isTroubled({ fields }: RecordOf<'milestone'>, dates: MilestoneDates): boolean {
  if (fields.state !== 'expected') return false;
  return (
    fields.assessment === 'at-risk' || fields.assessment === 'off-track' || dates.isLate || dates.isOverdue
  );
}

function isWithin(date: EdtfDate | null, from: number, until: number): boolean {
  const { earliest = null, latest = null } = date ?? {};
  return earliest !== null && latest !== null && latest >= from && latest <= until;
}

function byDate(a: Dated, b: Dated): number {
  if (!a.dates.effective || !b.dates.effective)
    return Number(!a.dates.effective) - Number(!b.dates.effective);
  return compareEdtf(a.dates.effective, b.dates.effective);
}
