/** What a list shows beside what is stated: who is in an agreement, how a milestone stands. */
import { isOfType, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import { formatEdtf } from '@stationkeeper/domain/dates/edtf-date';
import { formatSlip } from '@stationkeeper/domain/dates/slip';
import { differentParties, everInAgreement } from '@stationkeeper/domain/derive/agreement-parties';
import { agreementLevel, LEVELS } from '@stationkeeper/domain/derive/level';
import { forecastsByMilestone } from '@stationkeeper/domain/derive/live-records';
import { milestoneDates, type MilestoneDates } from '@stationkeeper/domain/derive/milestone-dates';
import { latenessOf, markOf } from '#lib/fields/milestone-mark.ts';
import { MARK_SHAPES, MARKS } from '#lib/ui/status-mark.ts';
import type { ColumnContext, ListColumn, SortKey } from './list-columns.ts';

/** The derived columns of a type's list; most types have none. */
export function derivedColumns(type: RecordType, context: ColumnContext): readonly ListColumn[] {
  if (type === 'agreement') return [partiesColumn(context), levelColumn(context)];
  if (type === 'milestone') return milestoneColumns(context);
  if (type === 'party')
    return [countColumn('agreements', 'Agreements', (id) => countOf(context, id, 'participation'))];
  if (type === 'source') return [countColumn('cited', 'Cited', (id) => countOf(context, id, 'citation'))];
  return [];
}

function countOf({ records }: ColumnContext, id: string, type: 'participation' | 'citation'): number {
  return records.referrers(id, type).length;
}

function countColumn(id: string, label: string, count: (recordId: string) => number): ListColumn {
  return {
    id,
    label,
    width: 100,
    align: 'end',
    isSortable: true,
    text: (record) => String(count(record.id)),
    sortKey: (record) => count(record.id),
  };
}

function partiesColumn({ records, names }: ColumnContext): ListColumn {
  const text = (record: AnyRecord) =>
    differentParties(everInAgreement(records, record.id))
      .map(({ id }) => names.titleOf(id))
      .join(', ') || null;
  return { id: 'parties', label: 'Parties', width: 240, isSortable: true, text, sortKey: text };
}

function levelColumn({ records, today }: ColumnContext): ListColumn {
  const text = (record: AnyRecord) => {
    const level = agreementLevel(records, record.id, today);
    return LEVELS.find(([value]) => value === level)?.[1] ?? level;
  };
  return { id: 'level', label: 'Level', width: 180, isSortable: true, text, sortKey: text };
}

function milestoneColumns({ records, today }: ColumnContext): readonly ListColumn[] {
  const datesOf = (record: AnyRecord): MilestoneDates | null => {
    const forecasts = forecastsByMilestone(records.all('forecast')).get(record.id) ?? [];
    return isOfType(record, 'milestone') ? milestoneDates(record, forecasts, today) : null;
  };
  const status: ListColumn = {
    ...column('status', 'Status', 165),
    text: (record) => statusText(record, datesOf(record)),
    sortKey: (record) => (isOfType(record, 'milestone') ? MARKS.indexOf(markOf(record)) : null),
  };
  const date: ListColumn = {
    ...column('date', 'Date', 150),
    whenEmpty: 'not stated',
    text: (record) => {
      const effective = datesOf(record)?.effective;
      return effective ? formatEdtf(effective) : null;
    },
    sortKey: (record): SortKey =>
      datesOf(record)?.effective?.earliest ?? datesOf(record)?.effective?.latest ?? null,
  };
  const slipped: ListColumn = {
    ...column('slip', 'Slip', 140),
    whenEmpty: '–',
    text: (record) => {
      const slip = datesOf(record)?.slip;
      return slip ? formatSlip(slip) : null;
    },
    sortKey: (record) => datesOf(record)?.slip?.maxDays ?? null,
  };
  return [status, date, slipped];
}

function column(
  id: string,
  label: string,
  width: number,
): Pick<ListColumn, 'id' | 'label' | 'width' | 'isSortable'> {
  return { id, label, width, isSortable: true };
}

function statusText(record: AnyRecord, dates: MilestoneDates | null): string | null {
  if (!dates || !isOfType(record, 'milestone')) return null;
  const lateness = latenessOf(dates);
  const { label } = MARK_SHAPES[markOf(record)];
  return lateness === null ? label : `${label}, ${lateness}`;
}
