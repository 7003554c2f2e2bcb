/** How a milestone's state and a person's judgement of it become one mark: the same in tables, pages and charts. */
import type { RecordOf } from '@stationkeeper/domain';
import type { MilestoneDates } from '@stationkeeper/domain/derive/milestone-dates';
import type { Lateness, Mark } from '#lib/ui/status-mark.ts';

export function markOf({ fields }: Pick<RecordOf<'milestone'>, 'fields'>): Mark {
  switch (fields.state) {
    case 'done':
      return 'done';
    case 'cancelled':
      return 'cancelled';
    case 'not-known':
      return 'unknown';
    case 'expected':
      return fields.assessment;
  }
}

/** Overdue says more than late: the whole of its date is past. */
export function latenessOf(dates: Pick<MilestoneDates, 'isLate' | 'isOverdue'>): Lateness {
  if (dates.isOverdue) return 'overdue';
  return dates.isLate ? 'late' : null;
}
