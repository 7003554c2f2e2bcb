/** Records as rows of their typed tables, and back. Both ways are exact: what comes back is what went in. */
import {
  assert,
  canonicalSet,
  unreachable,
  type AnyRecord,
  type FieldValue,
  type JsonValue,
  type Money,
} from '@stationkeeper/domain';
import { toIso } from '@stationkeeper/domain/dates/civil-day';
import { storedDate } from '@stationkeeper/domain/dates/edtf-date';
import { tableOf, type Column, type MappedField, type RecordTable } from './record-columns.ts';

/** A row as JSON, by column; with `id`, without the workspace. */
export type Row = Readonly<Record<string, JsonValue>>;

/** The columns of a record, for `jsonb_to_recordset`. */
export function toColumns(record: AnyRecord): Row {
  const table = tableOf(record.type);
  const cells = table.fields.flatMap(({ name, columns }) => {
    const value = record.fields[name] ?? null;
    return columns.map((column) => [column.name, cellOf(column, value)]);
  });
  return { id: record.id, ...(Object.fromEntries(cells) as Row) };
}

function cellOf(column: Column, value: FieldValue): JsonValue {
  switch (column.part) {
    case 'value':
      return value as JsonValue;
    case 'earliest':
      return firstDay(value);
    case 'latest':
      return lastDay(value);
    case 'amount':
    case 'currency':
      return value === null ? null : (value as Money)[column.part];
    default:
      return unreachable(column.part);
  }
}

function firstDay(value: FieldValue): string | null {
  const date = dateOf(value);
  if (date === null) return null;
  return date.earliest === null ? '-infinity' : toIso(date.earliest);
}

function lastDay(value: FieldValue): string | null {
  const date = dateOf(value);
  if (date === null) return null;
  return date.latest === null ? 'infinity' : toIso(date.latest);
}

function dateOf(value: FieldValue) {
  assert(value === null || typeof value === 'string', 'a date field holds a text or nothing');
  return storedDate(value);
}

/**
 * A record from its row: the cells of `storedColumns(table)` in order, as the pg driver reads them. `links` are
 * the targets in each field that holds several references.
 */
export function fromRow(
  table: RecordTable,
  row: StoredRow,
  links: ReadonlyMap<string, readonly string[]> | undefined,
): AnyRecord {
  const fields: Record<string, FieldValue> = {};
  let next = 0;
  for (const mapped of table.fields) {
    const count = storedPartsOf(mapped).length;
    fields[mapped.name] =
      mapped.field.kind === 'refs'
        ? canonicalSet(links?.get(mapped.name) ?? [])
        : valueOf(mapped, row.cells.slice(next, next + count));
    next += count;
  }
  return Object.freeze({
    id: row.id,
    type: table.type,
    deletedSeq: row.deletedSeq,
    fields: Object.freeze(fields),
  });
}

/** What is read of a row beside its place. */
export type StoredRow = {
  readonly id: string;
  readonly deletedSeq: number | null;
  readonly cells: readonly unknown[];
};

/** The columns that a record is read from: all but the days, which follow from the date's text. */
export function storedColumns(table: RecordTable): Column[] {
  return table.fields.flatMap(storedPartsOf);
}

function storedPartsOf({ columns }: MappedField): Column[] {
  return columns.filter((column) => column.sqlType !== 'date');
}

function valueOf({ field }: MappedField, cells: readonly unknown[]): FieldValue {
  const [first = null, second = null] = cells as FieldValue[];
  if (field.kind === 'money') return moneyOf(first, second);
  return typeof first === 'object' ? Object.freeze(first) : first;
}

function moneyOf(amount: FieldValue, currency: FieldValue): Money | null {
  if (typeof amount !== 'string' || typeof currency !== 'string') return null;
  return Object.freeze({ amount, currency });
}
