/** The figures of the overview's tiles, each with what stands behind it. Pure: records and a day in. */
import type { RecordOf } from '@stationkeeper/domain';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { formatEdtf } from '@stationkeeper/domain/dates/edtf-date';
import { formatSlip } from '@stationkeeper/domain/dates/slip';
import { attention, type ExpectedMilestone } from '@stationkeeper/domain/derive/due';
import { certainDays, habitation, type StationHabitation } from '@stationkeeper/domain/derive/habitation';
import type { LiveRecords } from '@stationkeeper/domain/derive/live-records';

/** Fewer than this at hand are all there are. */
const MOST_AT_HAND = 40;

/** What is due, and what is in trouble: at risk, off track, late or overdue; the gravest first, then the soonest. */
export type Figures = {
  readonly due: readonly ExpectedMilestone[];
  readonly troubled: readonly ExpectedMilestone[];
};

/** The milestones behind two of the tiles. */
export function figures(records: LiveRecords, today: CivilDay): Figures {
  const { due, atRisk, late, overdue } = attention(records, today);
  const offTrack = atRisk.filter(({ milestone }) => milestone.fields.assessment === 'off-track');
  const troubled = new Map(
    [...offTrack, ...atRisk, ...overdue, ...late].map((one) => [one.milestone.id, one]),
  );
  return { due, troubled: [...troubled.values()] };
}

/** Stations that have crew on that day, whichever way their dates are read. */
export function crewedStations(records: LiveRecords, today: CivilDay): RecordOf<'station'>[] {
  const crewed = habitation(records, today);
  return records.ofType('station').filter(({ id }) => isCrewedOn(crewed.get(id), today));
}

/** Whether a station has crew on a day, whichever way its dates are read. */
export function isCrewedOn(station: StationHabitation | undefined, day: CivilDay): boolean {
  return (station?.spans ?? []).some((span) => {
    const certain = certainDays(span);
    return certain !== null && certain.from <= day && certain.to >= day;
  });
}

/** What is coming: 'Haven-1 launch, Q1 2027'. */
export function dueWords({ milestone, dates }: ExpectedMilestone): string {
  return `${milestone.fields.name}, ${dates.effective ? formatEdtf(dates.effective) : 'no date stated'}`;
}

/** What is wrong: 'Starlab launch, late 12 to 36 mo'. */
export function troubleWords({ milestone, dates }: ExpectedMilestone): string {
  return `${milestone.fields.name}, ${troubleOf(milestone, dates)}`;
}

function troubleOf({ fields }: RecordOf<'milestone'>, dates: ExpectedMilestone['dates']): string {
  if (fields.assessment === 'off-track') return 'off track';
  if (fields.assessment === 'at-risk') return 'at risk';
  if (dates.isOverdue) return 'overdue';
  return dates.slip ? `late ${formatSlip(dates.slip)}` : 'late';
}

/**
 * How many changes were made since midnight, and by how many people. Only the latest are at hand: where all of them are
 * of today there may be more, which the plus says.
 */
export function changesSince(
  latest: readonly { readonly at: number; readonly actor: string }[],
  midnight: number,
): { count: number; isAtLeast: boolean; people: number } {
  const today = latest.filter(({ at }) => at >= midnight);
  return {
    count: today.length,
    isAtLeast: today.length >= MOST_AT_HAND && today.length === latest.length,
    people: new Set(today.map(({ actor }) => actor).filter((actor) => actor !== 'system')).size,
  };
}

/** Agreements whose status nobody has stated. */
export function withoutStatus(agreements: readonly RecordOf<'agreement'>[]): number {
  return agreements.filter(({ fields }) => fields.status === 'not-stated').length;
}
