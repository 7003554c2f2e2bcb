/**
 * The columns of a list: those that the definition puts first, and a few derived ones where a list would be of little use
 * without. A column says what its cell reads as and what it is sorted by; the rest of the list knows no record type.
 */
import {
  definitionOf,
  type AnyRecord,
  type Field,
  type FieldValue,
  type Names,
  type RecordType,
} from '@stationkeeper/domain';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { storedDate } from '@stationkeeper/domain/dates/edtf-date';
import { elements, fieldText, isNotStated, scalarText } from '#lib/fields/field-text.ts';
import type { Records } from '#lib/session/records.svelte.ts';
import { derivedColumns } from './derived-columns.ts';

/** What a row is ordered by; null sorts last in either direction. */
export type SortKey = string | number | null;

export type ListColumn = {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly isSortable: true;
  /** The field that the cell shows and edits; undefined for a derived one. */
  readonly field?: Field;
  readonly text: (record: AnyRecord) => string | null;
  /** What stands where a derived column has nothing to say; 'none' unless it says otherwise. */
  readonly whenEmpty?: string;
  readonly sortKey: (record: AnyRecord) => SortKey;
};

export type ColumnContext = {
  readonly records: Records;
  readonly names: Names;
  readonly today: CivilDay;
};

/** The columns of a type's list, first the one that names the record. */
export function listColumns(type: RecordType, context: ColumnContext): readonly ListColumn[] {
  const { fields, columns } = definitionOf(type);
  const stated = columns.flatMap((name) => {
    const field = fields[name];
    return field ? [fieldColumn(name, field, context)] : [];
  });
  const [first, ...rest] = stated;
  return first ? [first, ...derivedColumns(type, context), ...rest] : rest;
}

function fieldColumn(id: string, field: Field, { names }: ColumnContext): ListColumn {
  const text = (record: AnyRecord) => fieldText(field, record.fields[id], names);
  return {
    id,
    label: field.label,
    width: widthOf(id, field),
    ...(field.kind === 'money' || field.kind === 'number' ? { align: 'end' as const } : {}),
    isSortable: true,
    field,
    text,
    sortKey: (record) => sortKeyOf(field, record.fields[id] ?? null, () => text(record)),
  };
}

const NAMES = new Set(['name', 'title', 'claim', 'question']);

function widthOf(id: string, field: Field): number {
  if (NAMES.has(id)) return 280;
  switch (field.kind) {
    case 'date':
      return 120;
    case 'money':
      return 160;
    case 'number':
    case 'flag':
      return 90;
    case 'choice':
      return widthFor(field.options.map(({ label }) => label));
    case 'prose':
      return 260;
    default:
      return 190;
  }
}

/** Room for the longest of these labels, within reason: what tells funded from unfunded stands at their end. */
function widthFor(labels: readonly string[]): number {
  const longest = Math.max(...labels.map(({ length }) => length));
  return Math.min(Math.max(longest * 7 + 28, 130), 250);
}

function sortKeyOf(field: Field, value: FieldValue, text: () => string | null): SortKey {
  if (isNotStated(field, value)) return null;
  switch (field.kind) {
    case 'date':
      return dateKey(scalarText(value));
    case 'money':
      return Number((value as { amount: string }).amount);
    case 'number':
      return Number(value);
    case 'choice':
      return field.options.findIndex((option) => option.value === value);
    default:
      return text()?.toLocaleLowerCase('en') ?? null;
  }
}

function dateKey(edtf: string): SortKey {
  const date = storedDate(edtf);
  return date?.earliest ?? date?.latest ?? null;
}

/** The fields of a type by which its list can be filtered: closed lists of choices. */
export function filterableFields(
  type: RecordType,
): readonly { readonly name: string; readonly field: Field }[] {
  return Object.entries(definitionOf(type).fields)
    .filter(
      ([name, field]) =>
        (field.kind === 'choice' || field.kind === 'choices') && name !== 'handling' && name !== 'endReason',
    )
    .map(([name, field]) => ({ name, field }));
}

/** Whether a record holds one of these values in a field. */
export function holdsOneOf(record: AnyRecord, name: string, wanted: readonly string[]): boolean {
  const value = record.fields[name];
  return Array.isArray(value)
    ? elements(value).some((element) => wanted.includes(element))
    : wanted.includes(scalarText(value));
}
