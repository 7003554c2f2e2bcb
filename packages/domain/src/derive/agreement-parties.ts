/* Who is in an agreement: the parties of its participations that are not deleted and have not left. */
import type { CivilDay } from '../dates/civil-day.ts';
import { storedDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { partiesById, participationsByAgreement, type LiveRecords } from './live-records.ts';

/** A live participation with its live parties: whoever takes part, and for whom it acts. */
export interface PartyInAgreement {
  readonly participation: RecordOf<'participation'>;
  readonly party: RecordOf<'party'>;
  readonly actsFor: RecordOf<'party'> | null;
}

/** All who are or were in the agreement, in the order of arrival; participations of deleted parties are left out. */
export function everInAgreement(records: LiveRecords, agreementId: string): readonly PartyInAgreement[] {
  const parties = partiesById(records.ofType('party'));
  const participations = participationsByAgreement(records.ofType('participation')).get(agreementId) ?? [];
  return participations.flatMap((participation) => {
    const party = parties.get(participation.fields.party);
    if (party === undefined) return [];
    return [{ participation, party, actsFor: parties.get(participation.fields.actsFor ?? '') ?? null }];
  });
}

/** Those who have not left by `today`: a withdrawal or end counts only when the whole of its date is past. */
export function stillInAgreement(
  everIn: readonly PartyInAgreement[],
  today: CivilDay,
): readonly PartyInAgreement[] {
  return everIn.filter(({ participation }) => !hasLeft(participation, today));
}

/** The different parties, each once: one party may take part in several roles. */
export function differentParties(inAgreement: readonly PartyInAgreement[]): readonly RecordOf<'party'>[] {
  return [...new Set(inAgreement.map(({ party }) => party))];
}

function hasLeft(participation: RecordOf<'participation'>, today: CivilDay): boolean {
  const { withdrawn, until } = participation.fields;
  return [withdrawn, until].some((text) => {
    const latest = storedDate(text)?.latest;
    return latest !== undefined && latest !== null && latest < today;
  });
}
