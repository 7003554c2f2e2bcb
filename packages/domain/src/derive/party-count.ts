import type { CivilDay } from '../dates/civil-day.ts';
import type { RecordOf } from '../records/registry.ts';
import { differentParties, everInAgreement, stillInAgreement } from './agreement-parties.ts';
import type { LiveRecords } from './live-records.ts';

/** How many parties an agreement is said to have, and how many are named here. */
export interface PartyCount {
  /** Null where no source says. */
  readonly stated: number | null;
  /** Different parties that are still in it. */
  readonly named: number;
  /** `15 stated, 6 named`; `2 named` where none is stated. */
  readonly words: string;
}

/** The party count of an agreement on that day. Unnamed parties are counted, never created. */
export function partyCount(
  records: LiveRecords,
  agreement: RecordOf<'agreement'>,
  today: CivilDay,
): PartyCount {
  const named = differentParties(stillInAgreement(everInAgreement(records, agreement.id), today)).length;
  const stated = agreement.fields.statedPartyCount;
  return { stated, named, words: stated === null ? `${named} named` : `${stated} stated, ${named} named` };
}
