/**
 * The Prisma models of the records, written from the definitions: `prisma/records.prisma` is the text that
 * `recordsSchema()` returns. What Prisma cannot say (checks, deferred keys, no null in lists) is in
 * `record-checks.ts` and `record-constraints.ts`.
 */
import type { RecordType } from '@stationkeeper/domain';
import { recordTables, tableOf, type Column, type RecordTable, type SqlType } from './record-columns.ts';

/** Fields that people ask databases for: beside those that a record is found by, each of these gets an index. */
const INDEXED: Readonly<Partial<Record<RecordType, readonly (readonly string[])[]>>> = {
  agreement: [['status']],
  milestone: [['state', 'assessment'], ['actual']],
  forecast: [['expected']],
};

/** An index beside the key; every one begins with the workspace. */
export type Index = { readonly table: string; readonly name: string; readonly columns: readonly string[] };

/** A foreign key of a typed table: `column` with the workspace names a row of `target`. */
export type ForeignKey = {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly target: string;
  readonly isOwnRow: boolean;
};

/** The indexes of a type: what it must point at, and the fields above; a date by its earliest and latest day. */
export function indexesOf(table: RecordTable): Index[] {
  const found = table.fields
    .filter(({ field }) => field.kind === 'ref' && field.isRequired)
    .map(({ name }) => [name]);
  return [...found, ...(INDEXED[table.type] ?? [])].map((names) => {
    const columns = names.flatMap((name) => indexedColumns(table, name));
    return { table: table.table, name: `${table.table}_${columns.join('_')}_idx`, columns };
  });
}

function indexedColumns(table: RecordTable, name: string): string[] {
  const columns = table.columns.filter((column) => column.field === name);
  const days = columns.filter((column) => column.sqlType === 'date');
  return (days.length > 0 ? days : columns).map((column) => column.name);
}

/** The foreign keys of a type: its own row in `record`, and one for each ref: to the typed table where only one type is meant. */
export function foreignKeysOf({ table, fields }: RecordTable): ForeignKey[] {
  const refs = fields.flatMap(({ field, columns }): ForeignKey[] => {
    const [column] = columns;
    if (field.kind !== 'ref' || !column) return [];
    const [only, ...more] = field.targets;
    const target = only && more.length === 0 ? tableOf(only).table : 'record';
    return [{ table, name: `${table}_${column.name}_fkey`, column: column.name, target, isOwnRow: false }];
  });
  return [{ table, name: `${table}_id_fkey`, column: 'id', target: 'record', isOwnRow: true }, ...refs];
}

const HEADER = `// Written by \`npm run generate\` from the record definitions in packages/domain/src/records. Do not edit.
// Checks and deferred foreign keys, which Prisma cannot say, are in the migrations.`;

/** The whole of records.prisma. */
export function recordsSchema(): string {
  return `${[HEADER, recordModel(), LINK_MODEL, ...recordTables.map(typedModel)].join('\n\n')}\n`;
}

function recordModel(): string {
  const lines = [
    'workspaceId String @map("workspace_id") @db.Uuid',
    'id String @db.Uuid',
    'type String',
    'ownerId String? @map("owner_id") @db.Uuid',
    'createdSeq BigInt @map("created_seq")',
    '/// Its place among the records that the same change made: together they are the order of the log.',
    'createdIndex Int @map("created_index")',
    '/// The change that deleted it; null for a record that is there.',
    'deletedSeq BigInt? @map("deleted_seq")',
    'workspace Workspace @relation(fields: [workspaceId], references: [id], onDelete: Cascade)',
    'owner Record? @relation("Owner", fields: [workspaceId, ownerId], references: [workspaceId, id], onDelete: NoAction, onUpdate: NoAction, map: "record_owner_id_fkey")',
    'owned Record[] @relation("Owner")',
    'links RecordLink[] @relation("LinkRecord")',
    'linkedFrom RecordLink[] @relation("LinkTarget")',
    ...recordTables.map(
      (table) => `${camel(table)} ${modelName(table)}? @relation("${modelName(table)}Row")`,
    ),
    ...backRelations('record'),
    '',
    '@@id([workspaceId, id])',
    '@@index([workspaceId, ownerId])',
    '@@map("record")',
  ];
  return model(
    'Record',
    '/// A row for each record of every type: what all of them have, and what any of them can be pointed at by.',
    lines,
  );
}

const LINK_MODEL = model('RecordLink', '/// One element of a field that holds several references.', [
  'workspaceId String @map("workspace_id") @db.Uuid',
  'recordId String @map("record_id") @db.Uuid',
  'field String',
  'targetId String @map("target_id") @db.Uuid',
  'record Record @relation("LinkRecord", fields: [workspaceId, recordId], references: [workspaceId, id], onDelete: Cascade, onUpdate: NoAction, map: "record_link_record_id_fkey")',
  'target Record @relation("LinkTarget", fields: [workspaceId, targetId], references: [workspaceId, id], onDelete: NoAction, onUpdate: NoAction, map: "record_link_target_id_fkey")',
  '',
  '@@id([workspaceId, recordId, field, targetId])',
  '@@index([workspaceId, targetId])',
  '@@map("record_link")',
]);

function typedModel(table: RecordTable): string {
  const lines = [
    'workspaceId String @map("workspace_id") @db.Uuid',
    'id String @db.Uuid',
    ...table.columns.map(columnLine),
    ...foreignKeysOf(table).map((key) => relationLine(table, key)),
    ...backRelations(table.table),
    '',
    '@@id([workspaceId, id])',
    ...indexesOf(table).map(indexLine),
    `@@map("${table.table}")`,
  ];
  return model(modelName(table), '', lines);
}

const PRISMA_TYPES: Record<SqlType, readonly [string, string]> = {
  boolean: ['Boolean', ''],
  date: ['DateTime', ' @db.Date'],
  'double precision': ['Float', ''],
  integer: ['Int', ''],
  jsonb: ['Json', ''],
  numeric: ['Decimal', ' @db.Decimal'],
  text: ['String', ''],
  'text[]': ['String[]', ' @default([])'],
  uuid: ['String', ' @db.Uuid'],
};

function columnLine(column: Column): string {
  const [type, attribute] = PRISMA_TYPES[column.sqlType];
  const name = scalarName(column.name);
  const map = name === column.name ? '' : ` @map("${column.name}")`;
  return `${name} ${type}${column.isNullable ? '?' : ''}${map}${attribute}`;
}

function relationLine(table: RecordTable, key: ForeignKey): string {
  const isOptional = table.columns.find((column) => column.name === key.column)?.isNullable ?? false;
  const type = `${modelOf(key.target)}${isOptional ? '?' : ''}`;
  const onDelete = key.isOwnRow ? 'Cascade' : 'NoAction';
  return (
    `${relationName(key)} ${type} @relation("${relationLabel(table, key)}", fields: [workspaceId, ${scalarName(key.column)}], ` +
    `references: [workspaceId, id], onDelete: ${onDelete}, onUpdate: NoAction, map: "${key.name}")`
  );
}

/** Prisma wants every relation said on both sides. */
function backRelations(target: string): string[] {
  return recordTables.flatMap((table) =>
    foreignKeysOf(table)
      .filter((key) => key.target === target && !key.isOwnRow)
      .map(
        (key) =>
          `${camel(table)}${pascal(relationName(key))} ${modelName(table)}[] @relation("${relationLabel(table, key)}")`,
      ),
  );
}

function relationName(key: ForeignKey): string {
  return key.isOwnRow ? 'row' : `${scalarName(key.column.replace(/_id$/, ''))}Ref`;
}

function relationLabel(table: RecordTable, key: ForeignKey): string {
  return modelName(table) + pascal(key.isOwnRow ? 'row' : scalarName(key.column.replace(/_id$/, '')));
}

function indexLine(index: Index): string {
  return `@@index([workspaceId, ${index.columns.map(scalarName).join(', ')}], map: "${index.name}")`;
}

function model(name: string, comment: string, lines: readonly string[]): string {
  const body = lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
  return `${comment === '' ? '' : `${comment}\n`}model ${name} {\n${body}\n}`;
}

function modelOf(table: string): string {
  return pascal(scalarName(table));
}

function modelName(table: RecordTable): string {
  return modelOf(table.table);
}

function camel(table: RecordTable): string {
  return scalarName(table.table);
}

/** snake_case -> camelCase. */
function scalarName(column: string): string {
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
