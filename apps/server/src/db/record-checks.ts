/**
 * What the database itself holds the rows to: check constraints, which follow from the definitions. They are
 * the second line; the first is `parseValue` in the domain, and nothing that it lets through may fail here.
 * Lengths are compared in code points, of which a text never has more than the code units that the domain counts.
 */
import { RECORD_TYPES, unreachable, type Field, type Option } from '@stationkeeper/domain';
import { recordTables, type MappedField, type RecordTable } from './record-columns.ts';

/** A named check: `expression` is what must not be false. */
export type Check = { readonly table: string; readonly name: string; readonly expression: string };

/** All checks that the definitions call for. */
export function expectedChecks(): Check[] {
  return [...recordTables.flatMap(checksOfTable), ...checksOfRecord()];
}

function checksOfTable(table: RecordTable): Check[] {
  return table.fields.flatMap((mapped) => checksOfField(table, mapped));
}

function checksOfField({ table }: RecordTable, { field, columns }: MappedField): Check[] {
  const names = columns.map((column) => `"${column.name}"`);
  const [first] = columns;
  const expression = first ? expressionOf(field, names) : null;
  if (!first || expression === null) return [];
  return [{ table, name: `${table}_${first.name}_check`, expression }];
}

function expressionOf(field: Field, [x = '', y = '', z = '']: string[]): string | null {
  switch (field.kind) {
    case 'text':
    case 'prose':
      return lengthOf(x, field.maxLength);
    case 'url':
      return `${lengthOf(x, field.maxLength)} AND ${x} ~* '^https?://'`;
    case 'member':
      return `char_length(${x}) <= 100`;
    case 'choice':
      return `${x} IN (${quoted(field.options)})`;
    case 'choices':
      return `${x} <@ ARRAY[${quoted(field.options)}]::text[]`;
    case 'tags':
      return `array_position(${x}, NULL) IS NULL AND array_position(${x}, '') IS NULL`;
    case 'countries':
      return `array_to_string(${x}, ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'`;
    case 'date':
      return `${togetherNull([x, y, z])} AND ${x} <> '' AND ${y} <= ${z}`;
    case 'money':
      return `${togetherNull([x, y])} AND ${x} >= 0 AND ${y} ~ '^[A-Z]{3}$'`;
    case 'number':
      return `${x} >= ${String(field.min)} AND ${x} <= ${String(field.max)}`;
    case 'flag':
    case 'ref':
    case 'refs':
    case 'claim':
      return null;
    default:
      return unreachable(field);
  }
}

function lengthOf(column: string, most: number): string {
  return `char_length(${column}) >= 1 AND char_length(${column}) <= ${String(most)}`;
}

function togetherNull(columns: readonly string[]): string {
  return `num_nulls(${columns.join(', ')}) IN (0, ${String(columns.length)})`;
}

function quoted(options: readonly Option[]): string {
  return options.map((option) => `'${option.value}'`).join(', ');
}

function checksOfRecord(): Check[] {
  const types = RECORD_TYPES.map((type) => `'${type}'`).join(', ');
  return [
    { table: 'record', name: 'record_type_check', expression: `"type" IN (${types})` },
    {
      table: 'record',
      name: 'record_seqs_check',
      expression: '"created_seq" >= 1 AND "deleted_seq" >= "created_seq"',
    },
  ];
}
