/**
 * What the dialog for a new record asks, and the operations that its answers make. A milestone is asked when it is expected,
 * which is no field of its own but its first forecast: both are made in one mutation.
 */
import { definitionOf, type Field, type FieldValue, type RecordType } from '@stationkeeper/domain';
import type { CreateOp } from '@stationkeeper/protocol';
import { draftOf, readDraft, type Draft } from './field-draft.ts';

/** One thing asked. `isOfCompanion` marks what goes to the record that is made with it. */
export type Ask = { readonly name: string; readonly field: Field; readonly isOfCompanion: boolean };

/** What stands in the dialog, by the name of what is asked. */
export type Drafts = Readonly<Record<string, Draft>>;

/** A record that is made together with another, once its first field is filled in. */
type Companion = {
  readonly type: RecordType;
  readonly owner: string;
  readonly names: readonly string[];
  /** Stands behind this field of the record itself. */
  readonly after: string;
};

const COMPANIONS: Partial<Record<RecordType, Companion>> = {
  milestone: { type: 'forecast', owner: 'milestone', names: ['expected', 'statedOn'], after: 'state' },
};

/** Asked only while the milestone is said to be done, and while it is not. */
const WHEN_DONE = new Set(['actual']);
const UNTIL_DONE = new Set(['expected', 'statedOn']);

/** More would be a form; the rest is edited in place. */
const MOST_FIELDS = 9;

/** What a dialog for this type asks, in order; fields given by where it was opened are left out. */
export function asksOf(type: RecordType, given: readonly string[]): readonly Ask[] {
  const companion = COMPANIONS[type];
  return ownNames(type, given).flatMap((name) => [
    ...askOf(type, name, false),
    ...(companion?.after === name ? companion.names.flatMap((own) => askOf(companion.type, own, true)) : []),
  ]);
}

function ownNames(type: RecordType, given: readonly string[]): readonly string[] {
  const { fields, columns } = definitionOf(type);
  const open = Object.entries(fields).filter(([name]) => !given.includes(name));
  const required = open.filter(([, field]) => field.isRequired && field.kind !== 'choice');
  const shown = open.filter(([name]) => columns.includes(name));
  return [...new Set([...required, ...shown].map(([name]) => name))].slice(0, MOST_FIELDS);
}

function askOf(type: RecordType, name: string, isOfCompanion: boolean): readonly Ask[] {
  const field = definitionOf(type).fields[name];
  return field ? [{ name, field, isOfCompanion }] : [];
}

/** The dialog as it opens. `today` is an ISO day: what is forecast is mostly stated on the day it is written down. */
export function initialDrafts(asks: readonly Ask[], today: string): Drafts {
  return Object.fromEntries(
    asks.map(({ name, field }) => [name, draftOf(field, name === 'statedOn' ? today : field.initial)]),
  );
}

/** The asks that fit what is answered so far. What somebody has typed is never hidden. */
export function openAsks(type: RecordType, asks: readonly Ask[], drafts: Drafts): readonly Ask[] {
  if (type !== 'milestone') return asks;
  const isDone = drafts['state'] === 'done';
  const hasForecast = drafts['expected'] !== '';
  return asks.filter(({ name }) => {
    if (WHEN_DONE.has(name)) return isDone || drafts[name] !== '';
    return !UNTIL_DONE.has(name) || !isDone || hasForecast;
  });
}

/** The values typed, or what is wrong, by the name of what is asked. */
export type Answers =
  | { readonly isComplete: true; readonly values: Readonly<Record<string, FieldValue>> }
  | { readonly isComplete: false; readonly problems: Readonly<Record<string, string>> };

/** Reads the drafts; what is asked for a companion counts only once its first field is filled in. */
export function readAnswers(type: RecordType, asks: readonly Ask[], drafts: Drafts): Answers {
  const lead = COMPANIONS[type]?.names[0] ?? '';
  const isCompanionWanted = drafts[lead] !== '';
  const values: Record<string, FieldValue> = {};
  const problems: Record<string, string> = {};
  for (const { name, field, isOfCompanion } of asks) {
    if (isOfCompanion && !isCompanionWanted) continue;
    const read = readDraft(field, drafts[name] ?? '');
    if (read.ok) values[name] = read.value;
    else problems[name] = read.error;
  }
  return Object.keys(problems).length > 0 ? { isComplete: false, problems } : { isComplete: true, values };
}

/** The operations that make the record, and its companion where there is one. */
export function opsOf(
  type: RecordType,
  asks: readonly Ask[],
  values: Readonly<Record<string, FieldValue>>,
  newId: () => string,
): readonly [CreateOp, ...CreateOp[]] {
  const part = (isOfCompanion: boolean) =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([name]) => (asks.find((ask) => ask.name === name)?.isOfCompanion ?? false) === isOfCompanion,
      ),
    );
  const own: CreateOp = { op: 'create', type, id: newId(), fields: part(false) };
  const companion = COMPANIONS[type];
  const more = part(true);
  if (!companion || Object.keys(more).length === 0) return [own];
  const fields = { [companion.owner]: own.id, ...more };
  return [own, { op: 'create', type: companion.type, id: newId(), fields }];
}
