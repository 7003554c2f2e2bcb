/** Which fields the page of a record shows, in which order, and which of them is its heading. */
import { definitionOf, type RecordType } from '@stationkeeper/domain';

export type PageRow = {
  readonly name: string;
  /** The field that holds the published wording of this date. */
  readonly wording: string | null;
};

export type PageFields = {
  /** The field that names the record; null where its name is made of others. */
  readonly title: string | null;
  /** The rows before the derived facts, those between them and the first relation, and those after that. */
  readonly rows: readonly PageRow[];
  readonly afterFacts: readonly PageRow[];
  readonly second: readonly PageRow[];
};

/** The field after which the derived facts of a type stand; after all of the first part where none is named. */
const FACTS_AFTER: Partial<Readonly<Record<RecordType, string>>> = { milestone: 'state' };

/** The field with which the second part of a page begins, after the first relation: who is in an agreement comes before its dates. */
const SECOND_PART: Partial<Readonly<Record<RecordType, string>>> = { agreement: 'announced' };

const TITLES = new Set(['name', 'title', 'claim', 'question']);

/** The fields of a record's page: the wording of a date stands with the date. */
export function pageFields(type: RecordType): PageFields {
  const fields = Object.entries(definitionOf(type).fields);
  const wordings = new Map(
    fields.flatMap(([name, field]) => ('wordingOf' in field ? [[field.wordingOf, name] as const] : [])),
  );
  const isWording = new Set(wordings.values());
  const title = fields.find(([name, field]) => TITLES.has(name) && field.isRequired)?.[0] ?? null;
  const rows = fields
    .filter(([name]) => name !== title && !isWording.has(name))
    .map(([name]) => ({ name, wording: wordings.get(name) ?? null }));
  return { title, ...inParts(type, rows) };
}

function inParts(type: RecordType, all: readonly PageRow[]): Omit<PageFields, 'title'> {
  const cut = all.findIndex(({ name }) => name === SECOND_PART[type]);
  const first = cut < 0 ? all : all.slice(0, cut);
  const facts = first.findIndex(({ name }) => name === FACTS_AFTER[type]);
  const end = facts < 0 ? first.length : facts + 1;
  return { rows: first.slice(0, end), afterFacts: first.slice(end), second: cut < 0 ? [] : all.slice(cut) };
}
