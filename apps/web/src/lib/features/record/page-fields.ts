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
  readonly rows: readonly PageRow[];
};

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
  return { title, rows };
}
