/**
 * Where the fields of a record stand in its typed table. One table per record type, one or more columns per
 * field, by kind:
 *
 *   text, prose, url, member, choice   x           text
 *   choices, tags, countries           x           text[]
 *   date                               x           text (EDTF), x_earliest and x_latest date, -infinity and
 *                                                  infinity where the date is open on that side
 *   money                              x_amount    numeric, x_currency text
 *   number                             x           integer or double precision
 *   flag                               x           boolean
 *   ref                                x_id        uuid
 *   claim                              x           jsonb
 *   refs                               none: rows of record_link
 *
 * Beside them each table has workspace_id and id; who owns a record and whether it is deleted stands in the
 * table `record`, which has a row for each record of every type.
 */
import { definitionOf, RECORD_TYPES, unreachable, type Field, type RecordType } from '@stationkeeper/domain';

export type SqlType =
  'boolean' | 'date' | 'double precision' | 'integer' | 'jsonb' | 'numeric' | 'text' | 'text[]' | 'uuid';

/** One column and what of the field it holds. */
export type Column = {
  readonly name: string;
  readonly sqlType: SqlType;
  readonly isNullable: boolean;
  readonly field: string;
  readonly part: 'value' | 'earliest' | 'latest' | 'amount' | 'currency';
};

/** A field together with its columns. */
export type MappedField = {
  readonly name: string;
  readonly field: Field;
  readonly columns: readonly Column[];
};

/** The table of a record type. */
export type RecordTable = {
  readonly type: RecordType;
  readonly table: string;
  readonly fields: readonly MappedField[];
  readonly columns: readonly Column[];
};

/** `statedPartyCount` and `flag-answer` as PostgreSQL likes them: `stated_party_count`, `flag_answer`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
}

/** Every record type's table, in the order of `RECORD_TYPES`. */
export const recordTables: readonly RecordTable[] = RECORD_TYPES.map(describeTable);

const byType = new Map(recordTables.map((table) => [table.type, table]));

/** The table of a record type. */
export function tableOf(type: RecordType): RecordTable {
  return byType.get(type) ?? describeTable(type);
}

function describeTable(type: RecordType): RecordTable {
  const fields = Object.entries(definitionOf(type).fields).map(([name, field]): MappedField => ({
    name,
    field,
    columns: columnsOf(name, field),
  }));
  return { type, table: snakeCase(type), fields, columns: fields.flatMap((mapped) => mapped.columns) };
}

function columnsOf(name: string, field: Field): Column[] {
  const base = snakeCase(name);
  const column = (suffix: string, sqlType: SqlType, part: Column['part'] = 'value'): Column => ({
    name: base + suffix,
    sqlType,
    isNullable: field.initial === null,
    field: name,
    part,
  });
  switch (field.kind) {
    case 'text':
    case 'prose':
    case 'url':
    case 'member':
    case 'choice':
      return [column('', 'text')];
    case 'choices':
    case 'tags':
    case 'countries':
      return [column('', 'text[]')];
    case 'date':
      return [
        column('', 'text'),
        column('_earliest', 'date', 'earliest'),
        column('_latest', 'date', 'latest'),
      ];
    case 'money':
      return [column('_amount', 'numeric', 'amount'), column('_currency', 'text', 'currency')];
    case 'number':
      return [column('', field.isInteger ? 'integer' : 'double precision')];
    case 'flag':
      return [column('', 'boolean')];
    case 'ref':
      return [column('_id', 'uuid')];
    case 'claim':
      return [column('', 'jsonb')];
    case 'refs':
      return [];
    default:
      return unreachable(field);
  }
}
