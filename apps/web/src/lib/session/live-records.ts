import type { LiveRecords } from '@stationkeeper/domain/derive/live-records';
import type { Records } from './records.svelte.ts';

/** The session's records as derived facts read them; reading them in a `$derived` follows every change. */
export function liveRecords(records: Records): LiveRecords {
  return { ofType: (type) => records.all(type) };
}
