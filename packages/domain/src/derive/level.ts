import type { CivilDay } from '../dates/civil-day.ts';
import type { RecordOf } from '../records/registry.ts';
import { differentParties, everInAgreement, stillInAgreement } from './agreement-parties.ts';
import type { LiveRecords } from './live-records.ts';
import { sectorOf } from './sector.ts';

/** Between which sectors an agreement is, with the words shown for it. */
export const LEVELS = [
  ['public-public', 'Public–public'],
  ['public-commercial', 'Public–commercial'],
  ['commercial-commercial', 'Commercial–commercial'],
  ['with-non-profit', 'With non-profit'],
  ['undetermined', 'Undetermined'],
] as const;

/** The level of an agreement; derived from the sectors of its parties. */
export type Level = (typeof LEVELS)[number][0];

/**
 * The level between these parties. Under two it is undetermined. One non-profit party decides; otherwise a party whose own
 * sector is undetermined leaves the level so too, because its kind could change it.
 */
export function levelBetween(parties: readonly RecordOf<'party'>[]): Level {
  if (parties.length < 2) return 'undetermined';
  const sectors = new Set(parties.map((party) => sectorOf(party.fields.kind)));
  if (sectors.has('non-profit')) return 'with-non-profit';
  if (sectors.has('undetermined')) return 'undetermined';
  if (sectors.size === 2) return 'public-commercial';
  return sectors.has('public') ? 'public-public' : 'commercial-commercial';
}

/**
 * The level of an agreement on that day. Parties that have left no longer count, but where fewer than two remain the
 * agreement is over in fact and keeps the level it had.
 */
export function agreementLevel(records: LiveRecords, agreementId: string, today: CivilDay): Level {
  const everIn = everInAgreement(records, agreementId);
  const remaining = differentParties(stillInAgreement(everIn, today));
  return levelBetween(remaining.length < 2 ? differentParties(everIn) : remaining);
}
