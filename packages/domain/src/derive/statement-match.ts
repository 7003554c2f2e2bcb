/*
 * Statements against what is recorded. An agreement that is newer than a 'none known' and ties just those subjects is pointed
 * out; a stated count is compared with the live records it is about. Both are hints to people: nothing is changed.
 */
import { storedDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { everInAgreement, type PartyInAgreement } from './agreement-parties.ts';
import { partiesById, perList, stationsById, type LiveRecords } from './live-records.ts';

/** An agreement that a 'none known' statement did not know of. */
export interface StatementMatch {
  readonly agreementId: string;
  /** False where the agreement is undated or dated across the statement's own date: it may be older. */
  readonly isSurelyNewer: boolean;
}

/** A stated count beside the number of live records that the statement is about. */
export interface CountComparison {
  readonly stated: number;
  readonly live: number;
  readonly isEqual: boolean;
}

/** One record named by a tie may be about two things at least, or every agreement of a party would match. */
const FEWEST_SUBJECTS = 2;

/** The agreements that match a 'none known' statement, in the order of arrival; none for a statement that asserts. */
export function statementMatches(
  records: LiveRecords,
  statement: RecordOf<'statement'>,
): readonly StatementMatch[] {
  if (statement.fields.stance !== 'none-known') return [];
  const subjects = subjectsOf(records, statement);
  if (subjects.parties.length + subjects.stations.length < FEWEST_SUBJECTS) return [];
  return records.ofType('agreement').flatMap((agreement) => {
    const age = ageOf(agreement, statement);
    if (age === 'older' || !isAbout(records, agreement, subjects)) return [];
    return [{ agreementId: agreement.id, isSurelyNewer: age === 'newer' }];
  });
}

/** The stated count against the live subjects; null for a statement without a count. */
export function countComparison(
  records: LiveRecords,
  statement: RecordOf<'statement'>,
): CountComparison | null {
  const { statedCount: stated, subjects } = statement.fields;
  if (stated === null) return null;
  const live = subjects.filter((id) =>
    COUNTED_TYPES.some((type) => idsOf(records.ofType(type)).has(id)),
  ).length;
  return { stated, live, isEqual: stated === live };
}

const COUNTED_TYPES = ['station', 'party', 'agreement', 'milestone'] as const;
const idsOf = perList((list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)));

interface Subjects {
  readonly parties: readonly RecordOf<'party'>[];
  readonly stations: readonly string[];
}

function subjectsOf(records: LiveRecords, { fields }: RecordOf<'statement'>): Subjects {
  const parties = partiesById(records.ofType('party'));
  const stations = stationsById(records.ofType('station'));
  return {
    parties: fields.subjects.flatMap((id) => parties.get(id) ?? []),
    stations: fields.subjects.filter((id) => stations.has(id)),
  };
}

function isAbout(records: LiveRecords, agreement: RecordOf<'agreement'>, subjects: Subjects): boolean {
  if (!subjects.stations.every((id) => agreement.fields.stations.includes(id))) return false;
  const inAgreement = everInAgreement(records, agreement.id);
  return subjects.parties.every((subject) => inAgreement.some((one) => standsFor(one, subject)));
}

/** A party stands for itself and for whom it acts; a state is meant by whoever comes from it. */
function standsFor({ party, actsFor }: PartyInAgreement, subject: RecordOf<'party'>): boolean {
  if (party === subject || actsFor === subject) return true;
  const isState = subject.fields.kind === 'state';
  return isState && party.fields.countries.some((code) => subject.fields.countries.includes(code));
}

/** Against the statement's 'as of': by the earliest date of the agreement; undated on either side is unsure. */
function ageOf(
  agreement: RecordOf<'agreement'>,
  statement: RecordOf<'statement'>,
): 'older' | 'newer' | 'unsure' {
  const { announced, signed, inEffect } = agreement.fields;
  const dates = [announced, signed, inEffect].flatMap((text) => storedDate(text) ?? []);
  const asOf = storedDate(statement.fields.asOf);
  if (asOf === null || dates.length === 0) return 'unsure';
  const { earliest: start, latest: end } = asOf;
  if (dates.some(({ latest }) => latest !== null && start !== null && latest <= start)) return 'older';
  return dates.every(({ earliest }) => earliest !== null && end !== null && earliest > end)
    ? 'newer'
    : 'unsure';
}
