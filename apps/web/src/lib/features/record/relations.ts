/**
 * Which records stand around a record: its own children, and those of others that point at it. All of it follows from the
 * definitions; only the headings are written here, because 'Parties' says more than 'Participations'.
 */
import { RECORD_TYPES, definitionOf, type RecordType } from '@stationkeeper/domain';

export type Relation = {
  /** The type of the records in it. */
  readonly type: RecordType;
  /** Their field that names the record of the page. */
  readonly field: string;
  /** They belong to the record, and are made and removed from here. */
  readonly isOwned: boolean;
  readonly heading: string;
};

/** Citations stand at their fields; comments and answers to flags have places of their own. */
const ELSEWHERE: ReadonlySet<RecordType> = new Set(['citation', 'comment', 'flag-answer']);

/** More would not fit beside a name. */
const MOST_COLUMNS = 5;
const ALWAYS_SHOWN = 2;

const HEADINGS: Readonly<Record<string, string>> = {
  'agreement.stations': 'Agreements',
  'participation.agreement': 'Parties',
  'participation.party': 'Agreements',
  'participation.actsFor': 'Represented by others in',
  'involvement.station': 'Parties involved',
  'involvement.party': 'Stations',
  'ownership.issuer': 'Owners',
  'ownership.holder': 'Holdings',
  'membership.group': 'Members',
  'membership.member': 'Member of',
  'attachment.station': 'Attached to',
  'attachment.host': 'Attached stations',
  'succession.agreement': 'Earlier agreements',
  'succession.earlier': 'Later agreements',
  'establishes.agreement': 'Parties it establishes',
  'establishes.party': 'Established by',
  'milestone.subject': 'Milestones',
  'milestone.responsible': 'Responsible for',
  'milestone.dependsOn': 'Needed by',
  'milestone.baseline': 'Baseline of',
  'forecast.milestone': 'Forecasts',
  'forecast.statedBy': 'Forecasts stated',
  'statement.subjects': 'Statements',
  'question.bearsOn': 'Questions',
  'constraint.bindsParties': 'Bound by',
  'constraint.withParties': 'Named in constraints',
};

/** The relations of a record type; those that it owns come first. */
export function relationsOf(type: RecordType): readonly Relation[] {
  const all = RECORD_TYPES.filter((other) => !ELSEWHERE.has(other)).flatMap((other) =>
    relationsFrom(other, type),
  );
  return [...all.filter(({ isOwned }) => isOwned), ...all.filter(({ isOwned }) => !isOwned)];
}

function relationsFrom(other: RecordType, target: RecordType): Relation[] {
  const { fields, owner, plural } = definitionOf(other);
  return Object.entries(fields).flatMap(([name, field]) => {
    if ((field.kind !== 'ref' && field.kind !== 'refs') || !field.targets.includes(target)) return [];
    const heading = HEADINGS[`${other}.${name}`] ?? `${plural} (${field.label.toLowerCase()})`;
    return [{ type: other, field: name, isOwned: owner === name, heading }];
  });
}

/**
 * The fields that a row of a relation shows: the type's own columns without the one that names this page. Seen from its
 * other end, a tie begins with the record that owns it.
 */
export function relationColumns({ type, field, isOwned }: Relation): readonly string[] {
  const { columns, owner, isTie } = definitionOf(type);
  const own = columns.filter((name) => name !== field);
  const startsAtOwner = !isOwned && owner !== null && owner !== field && (isTie || type === 'forecast');
  return [...new Set(startsAtOwner ? [owner, ...own] : own)].slice(0, MOST_COLUMNS);
}

/** The columns in which some row states something, and always the first two: emptiness repeated says nothing. */
export function statedColumns(
  columns: readonly string[],
  isStated: (name: string) => boolean,
): readonly string[] {
  return columns.filter((name, at) => at < ALWAYS_SHOWN || isStated(name));
}
