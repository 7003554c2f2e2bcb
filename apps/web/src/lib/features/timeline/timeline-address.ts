/** What the address of the timeline holds: the window, and the milestone that stands open beside it. */
import { fromIso, toIso, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { MAX_DAYS, MIN_DAYS, type TimeWindow } from '../../charts/time-window.ts';

/** The window in the address, or null where there is none that makes sense. */
export function windowIn(params: Pick<URLSearchParams, 'get'>): TimeWindow | null {
  const from = fromIso(params.get('from') ?? '');
  const until = fromIso(params.get('until') ?? '');
  if (from === null || until === null) return null;
  const days = until - from;
  return days >= MIN_DAYS && days <= MAX_DAYS ? { from, until } : null;
}

/** The same address with this window, or without one. */
export function withWindow(params: URLSearchParams, window: TimeWindow | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete('from');
  changed.delete('until');
  if (window === null) return changed;
  changed.set('from', toIso(Math.round(window.from) as CivilDay));
  changed.set('until', toIso(Math.round(window.until) as CivilDay));
  return changed;
}
