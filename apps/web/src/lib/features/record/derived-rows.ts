/** What follows from a record and its ties, shown beside what is stated and marked as derived. */
import { isOfType, type AnyRecord } from '@stationkeeper/domain';
import { formatEdtf } from '@stationkeeper/domain/dates/edtf-date';
import { formatSlip } from '@stationkeeper/domain/dates/slip';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { agreementLevel, LEVELS } from '@stationkeeper/domain/derive/level';
import { milestoneDates } from '@stationkeeper/domain/derive/milestone-dates';
import { partyCount } from '@stationkeeper/domain/derive/party-count';
import { sectorOf, SECTORS } from '@stationkeeper/domain/derive/sector';
import type { Records } from '#lib/session/records.svelte.ts';

export type DerivedRow = { readonly label: string; readonly text: string; readonly isLate?: boolean };

/** The derived facts of one record; none of a deleted one, whose ties and forecasts are deleted with it. */
export function derivedRows(record: AnyRecord, records: Records, today: CivilDay): readonly DerivedRow[] {
  if (record.deletedSeq !== null) return [];
  if (isOfType(record, 'agreement')) {
    const parties = { label: 'Number of parties', text: partyCount(records, record, today).words };
    return [{ label: 'Level', text: levelText(records, record.id, today) }, parties];
  }
  if (isOfType(record, 'party')) return [{ label: 'Sector', text: sectorText(record.fields.kind) }];
  if (isOfType(record, 'milestone')) return milestoneRows(record.id, records, today);
  return [];
}

/** What holds for a field where nothing is stated: slip is measured from the first forecast unless another is chosen. */
export function impliedValue(
  record: AnyRecord,
  name: string,
  records: Records,
  today: CivilDay,
): string | undefined {
  if (name !== 'baseline' || record.deletedSeq !== null || !isOfType(record, 'milestone')) return undefined;
  const { baseline } = milestoneDates(record, records.children(record.id, 'forecast'), today);
  return baseline ? `${formatEdtf(baseline.expected)}, the first forecast` : undefined;
}

function sectorText(kind: Parameters<typeof sectorOf>[0]): string {
  const sector = sectorOf(kind);
  return SECTORS.find(([value]) => value === sector)?.[1] ?? sector;
}

function levelText(records: Records, id: string, today: CivilDay): string {
  const level = agreementLevel(records, id, today);
  return LEVELS.find(([value]) => value === level)?.[1] ?? level;
}

function milestoneRows(id: string, records: Records, today: CivilDay): readonly DerivedRow[] {
  const milestone = records.getOf('milestone', id);
  if (!milestone) return [];
  const dates = milestoneDates(milestone, records.children(id, 'forecast'), today);
  const rows: DerivedRow[] = [];
  if (dates.latest) rows.push({ label: 'Forecast', text: formatEdtf(dates.latest.expected) });
  if (dates.contesting.length > 0) {
    const others = dates.contesting.map(({ expected }) => formatEdtf(expected)).join(', ');
    rows.push({ label: 'Contested by', text: others, isLate: true });
  }
  if (dates.slip) rows.push({ label: 'Slip', text: formatSlip(dates.slip), isLate: dates.isLate });
  if (dates.isOverdue) rows.push({ label: 'Overdue', text: 'expected, and wholly past', isLate: true });
  return rows;
}
