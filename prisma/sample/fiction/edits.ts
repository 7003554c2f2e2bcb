/** Edits of fictional records, as a team makes them over the years. Each gives the operation and why, or null where there is nothing to edit. */
import { type AnyRecord, type FieldValue } from '@stationkeeper/domain';
import { addDays } from '@stationkeeper/domain/dates/civil-day';
import type { Edit, Op } from '@stationkeeper/protocol';
import { dateText } from './dates.ts';
import type { World } from './world.ts';

/** What is asked for, and the reason given. */
export interface Act {
  readonly ops: readonly Op[];
  readonly reason: string | null;
}

type Editing = (world: World) => Act | null;

/** What comes after a status, as a rule. */
const NEXT_STATUS: Readonly<Record<string, string>> = {
  'not-stated': 'under-discussion',
  'under-discussion': 'announced',
  announced: 'signed',
  signed: 'in-force',
  'in-force': 'ended',
  suspended: 'in-force',
  ended: 'ended',
};
const DATE_OF_STATUS: Readonly<Record<string, string>> = {
  announced: 'announced',
  signed: 'signed',
  'in-force': 'inEffect',
  ended: 'expires',
};
const ASSESSMENTS = ['on-track', 'at-risk', 'off-track', 'not-assessed'] as const;

/** Edits with how often each is made. */
const EDITS: readonly (readonly [Editing, number])[] = [
  [assess, 34],
  [finish, 18],
  [proceed, 16],
  [addAlias, 8],
  [renameSlightly, 8],
  [describe, 6],
  [changeResponsible, 5],
  [answerQuestion, 2],
  [settleCitation, 2],
  [remove, 3],
  [restore, 1],
];

/** One edit of something that is there; null where the one that was drawn finds nothing. */
export function anyEdit(world: World): Act | null {
  return world.random.weighted(EDITS)(world);
}

/** An edit that is possible as long as there is a party. */
export function addAlias(world: World): Act | null {
  const party = world.pick('party');
  if (!party) return null;
  const alias = `Alias ${String(world.state.head + 1)}`;
  return update(party, { aliases: { add: [alias], remove: [] } });
}

function update(record: AnyRecord, edits: Readonly<Record<string, Edit>>, reason: string | null = null): Act {
  return { ops: [{ op: 'update', type: record.type, id: record.id, edits }], reason };
}

function set(record: AnyRecord, name: string, to: FieldValue): Record<string, Edit> {
  return { [name]: { from: record.fields[name] ?? null, to } };
}

function assess(world: World): Act | null {
  const milestone = world.pick('milestone');
  if (milestone?.fields.state !== 'expected') return null;
  const to = world.random.pick(ASSESSMENTS);
  return update(milestone, set(milestone, 'assessment', to), `Invented review of ${world.todayText}`);
}

/** A step whose day has come is done; now and then one is called off. */
function finish(world: World): Act | null {
  const milestone = world.pick('milestone');
  const day = milestone && world.expectedDay.get(milestone.id);
  if (milestone?.fields.state !== 'expected' || day === undefined) return null;
  if (world.random.chance(0.02))
    return update(milestone, set(milestone, 'state', 'cancelled'), 'Called off, as invented');
  if (day > world.today || world.random.chance(0.2)) return null;
  const actual = dateText(world.random, addDays(world.today, -world.random.int(0, 5)), world.today);
  const edits = { ...set(milestone, 'state', 'done'), ...set(milestone, 'actual', actual) };
  return update(milestone, edits, 'Reported done, as invented');
}

function proceed(world: World): Act | null {
  const agreement = world.pick('agreement');
  if (!agreement) return null;
  const { status } = agreement.fields;
  const to = world.random.chance(0.05) ? 'suspended' : (NEXT_STATUS[status] ?? status);
  const dateField = DATE_OF_STATUS[to];
  const dated = dateField === undefined ? {} : set(agreement, dateField, world.todayText);
  return update(
    agreement,
    { ...set(agreement, 'status', to), ...dated },
    `Invented news of ${world.todayText}`,
  );
}

function renameSlightly(world: World): Act | null {
  const record = world.pick(world.random.pick(['agreement', 'milestone', 'station']));
  if (!record) return null;
  const base = record.fields.name.replace(/, edition \d+$/, '');
  return update(record, set(record, 'name', `${base}, edition ${String(world.random.int(2, 99))}`));
}

function describe(world: World): Act | null {
  const record = world.pick(world.random.pick(['agreement', 'milestone']));
  if (!record) return null;
  const name = record.type === 'agreement' ? 'summary' : 'description';
  return update(
    record,
    set(record, name, `Words invented on ${world.todayText}, number ${String(world.state.head + 1)}.`),
  );
}

function changeResponsible(world: World): Act | null {
  const [milestone, party] = [world.pick('milestone'), world.pick('party')];
  return milestone && party ? update(milestone, set(milestone, 'responsible', party.id)) : null;
}

function answerQuestion(world: World): Act | null {
  const question = world.pick('question');
  if (!question) return null;
  const to = world.random.pick(['open', 'watching', 'answered']);
  return update(question, set(question, 'status', to), 'Talked over in an invented meeting');
}

function settleCitation(world: World): Act | null {
  const citation = world.pick('citation');
  if (!citation) return null;
  return update(
    citation,
    set(citation, 'standing', 'set-aside'),
    'The other document is nearer to the event',
  );
}

/** Most of what was entered stays: a tenth of a type is deleted at most. */
function remove(world: World): Act | null {
  const type = world.random.pick([
    'milestone',
    'agreement',
    'statement',
    'participation',
    'comment',
  ] as const);
  const record = world.pick(type);
  if (!record || world.state.deletedOfType(type).length * 10 > world.madeOf(type)) return null;
  return { ops: [{ op: 'delete', type: record.type, id: record.id }], reason: 'Entered twice' };
}

function restore(world: World): Act | null {
  const deleted = world.state.deletedOfType(world.random.pick(['milestone', 'agreement']));
  if (deleted.length === 0) return null;
  const record = world.random.pick(deleted);
  return {
    ops: [{ op: 'restore', type: record.type, id: record.id }],
    reason: 'It was not entered twice after all',
  };
}
