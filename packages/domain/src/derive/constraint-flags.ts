/*
 * Flags: agreements that may run into a constraint. A constraint has two sides, whom it *binds* and *with* whom, and flags an
 * agreement only when one participation matches the one side and another the other, at a time when all of them hold:
 *
 *   constraint      from ────────────────────── until
 *   agreement            begins ──────────────────────── expires
 *   participations         signed ──────── withdrawn                the windows must share a day that is possible
 *
 * What is undated limits nothing. 'Excludes' says that a matter lies outside the constraint and never flags. A flag is a
 * question to people, whose answers are records; it is no verdict.
 */
import { storedDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { everInAgreement, type PartyInAgreement } from './agreement-parties.ts';
import { notAfter, notBefore, UNBOUNDED, type DayBounds } from './day-bounds.ts';
import { answersByAgreement, type LiveRecords } from './live-records.ts';

/** A constraint that an agreement may run into, and what people say of it. */
export interface ConstraintFlag {
  readonly agreementId: string;
  readonly constraint: RecordOf<'constraint'>;
  /** Ids of the parties that match each side; a party may stand on both, opposite another. */
  readonly binds: readonly string[];
  readonly with: readonly string[];
  /** The last answer given; null while the flag is open. */
  readonly answer: RecordOf<'flag-answer'> | null;
}

/** The flags on one agreement, in the order in which the constraints arrived. */
export function agreementFlags(
  records: LiveRecords,
  agreement: RecordOf<'agreement'>,
): readonly ConstraintFlag[] {
  const inAgreement = everInAgreement(records, agreement.id);
  if (inAgreement.length < 2) return [];
  const answers = answersByAgreement(records.ofType('flag-answer')).get(agreement.id) ?? [];
  return records.ofType('constraint').flatMap((constraint) => {
    const sides = matchedSides(constraint, agreement, inAgreement);
    if (sides === null) return [];
    const answer = answers.findLast(({ fields }) => fields.constraint === constraint.id) ?? null;
    return [{ agreementId: agreement.id, constraint, ...sides, answer }];
  });
}

/** All flags, by agreement; agreements without any are left out. */
export function constraintFlags(records: LiveRecords): ReadonlyMap<string, readonly ConstraintFlag[]> {
  const flags = records
    .ofType('agreement')
    .map((agreement) => [agreement.id, agreementFlags(records, agreement)] as const);
  return new Map(flags.filter(([, own]) => own.length > 0));
}

type Sides = Pick<ConstraintFlag, 'binds' | 'with'>;

function matchedSides(
  constraint: RecordOf<'constraint'>,
  agreement: RecordOf<'agreement'>,
  inAgreement: readonly PartyInAgreement[],
): Sides | null {
  const { fields } = constraint;
  if (fields.effect === 'excludes') return null;
  const other = inAgreement.filter((one) =>
    isOn(one, fields.withParties, fields.withCountries, fields.withKinds),
  );
  if (other.length === 0) return null;
  const bound = inAgreement.filter((one) =>
    isOn(one, fields.bindsParties, fields.bindsCountries, fields.bindsKinds),
  );
  if (bound.length === 0) return null;
  const window = shared(windowOf(fields.from, fields.until), agreementWindow(agreement));
  const pairs = bound.flatMap((a) =>
    other.filter((b) => areOpposite(a, b, window)).map((b) => [a, b] as const),
  );
  if (pairs.length === 0) return null;
  return { binds: idsOf(pairs.map(([a]) => a)), with: idsOf(pairs.map(([, b]) => b)) };
}

/** Two different parties, neither acting for the other, that are in the agreement at one time. */
function areOpposite(a: PartyInAgreement, b: PartyInAgreement, window: DayBounds): boolean {
  if (a.party === b.party || a.actsFor === b.party || b.actsFor === a.party) return false;
  return isPossible(shared(window, shared(ownWindow(a.participation), ownWindow(b.participation))));
}

/** Whether a participation stands on a side, itself or through whom it acts for. */
function isOn({ party, actsFor }: PartyInAgreement, ...side: Side): boolean {
  return isNamedOrLike(party, side) || (actsFor !== null && isNamedOrLike(actsFor, side));
}

type Side = readonly [parties: readonly string[], countries: readonly string[], kinds: readonly string[]];

/**
 * Named there, or of its countries and kinds: an empty list of either sets no limit, a side with nothing in it matches nobody.
 */
function isNamedOrLike({ id, fields }: RecordOf<'party'>, [parties, countries, kinds]: Side): boolean {
  if (parties.includes(id)) return true;
  if (countries.length === 0 && kinds.length === 0) return false;
  if (kinds.length > 0 && !kinds.includes(fields.kind)) return false;
  return countries.length === 0 || fields.countries.some((code) => countries.includes(code));
}

/** From the earliest date that the agreement has to its expiry. */
function agreementWindow({ fields }: RecordOf<'agreement'>): DayBounds {
  const begins = [fields.announced, fields.signed, fields.inEffect].map(
    (text) => storedDate(text)?.earliest ?? null,
  );
  const known = begins.filter((day) => day !== null).sort((a, b) => a - b);
  return { earliest: known[0] ?? null, latest: storedDate(fields.expires)?.latest ?? null };
}

function ownWindow({ fields }: RecordOf<'participation'>): DayBounds {
  return shared(
    windowOf(fields.from ?? fields.signed ?? fields.inEffect, fields.until),
    windowOf(null, fields.withdrawn),
  );
}

function windowOf(from: string | null, until: string | null): DayBounds {
  if (from === null && until === null) return UNBOUNDED;
  return { earliest: storedDate(from)?.earliest ?? null, latest: storedDate(until)?.latest ?? null };
}

function shared(a: DayBounds, b: DayBounds): DayBounds {
  return { earliest: notBefore(a.earliest, b.earliest), latest: notAfter(a.latest, b.latest) };
}

function isPossible({ earliest, latest }: DayBounds): boolean {
  return earliest === null || latest === null || earliest <= latest;
}

function idsOf(participants: readonly PartyInAgreement[]): readonly string[] {
  return [...new Set(participants.map(({ party }) => party.id))];
}
