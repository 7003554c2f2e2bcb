/** The schema in prisma/, the migrations and the record definitions say the same: three ways to see it. */
import { definitionOf, RECORD_TYPES } from '@stationkeeper/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { draftMigration } from './draft-migration.ts';
import { recordTables, snakeCase, tableOf } from './record-columns.ts';
import { expectedChecks } from './record-checks.ts';
import { isRecordsSchemaStale } from './records-schema-file.ts';
import { foreignKeysOf, indexesOf } from './records-schema.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('records.prisma is what the definitions call for', async () => {
  expect(await isRecordsSchemaStale()).toBe(false);
});

test('no migration is missing', async () => {
  expect(await draftMigration(db.url)).toBe('');
});

test('no column of a type stands for two fields', () => {
  for (const { columns } of recordTables) {
    const names = ['workspace_id', 'id', ...columns.map((column) => column.name)];
    expect(new Set(names).size).toBe(names.length);
  }
});

test('names are within what PostgreSQL keeps of them', () => {
  const names = recordTables.flatMap((table) => [...indexesOf(table), ...foreignKeysOf(table)]);
  for (const { name } of [...names, ...expectedChecks()]) expect(name.length, name).toBeLessThanOrEqual(63);
});

describe.each(RECORD_TYPES)('the table of %s', (type) => {
  const table = tableOf(type);

  test('has the columns of its fields, and null only where nothing may be stated', async () => {
    const { rows } = await db.pool.query<{ name: string; type: string; nullable: boolean }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable
         FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname`,
      [`"${table.table}"`],
    );
    const wanted = [
      { name: 'workspace_id', type: 'uuid', nullable: false },
      { name: 'id', type: 'uuid', nullable: false },
      ...table.columns.map(({ name, sqlType, isNullable }) => ({
        name,
        type: sqlType,
        nullable: isNullable,
      })),
    ];
    expect(rows).toEqual(wanted.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  test('has a column, or links, for every field of the definition', () => {
    for (const [name, field] of Object.entries(definitionOf(type).fields)) {
      const columns = table.columns.filter((column) => column.field === name);
      expect(columns.length > 0).toBe(field.kind !== 'refs');
      for (const column of columns) expect(column.name.startsWith(snakeCase(name))).toBe(true);
    }
  });

  test('has the foreign keys of its references, checked when the transaction ends', async () => {
    const { rows } = await db.pool.query<{ name: string; definition: string }>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
        WHERE contype = 'f' AND conrelid = $1::regclass ORDER BY conname`,
      [`"${table.table}"`],
    );
    const wanted = foreignKeysOf(table).map(({ name, column, target, isOwnRow }) => ({
      name,
      definition:
        `FOREIGN KEY (workspace_id, ${column}) REFERENCES ${quoted(target)}(workspace_id, id)` +
        `${isOwnRow ? ' ON DELETE CASCADE' : ''} DEFERRABLE INITIALLY DEFERRED`,
    }));
    expect(rows).toEqual(wanted.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  test('has the checks of its fields and the indexes that it is found by, and no others', async () => {
    const checks = await namesOf(
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = $1::regclass",
    );
    expect(checks).toEqual(
      expectedChecks()
        .filter((check) => check.table === table.table)
        .map((check) => check.name)
        .sort(),
    );
    const indexes = await namesOf(
      'SELECT relname AS name FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = $1::regclass',
    );
    expect(indexes).toEqual([`${table.table}_pkey`, ...indexesOf(table).map((index) => index.name)].sort());
  });

  async function namesOf(statement: string): Promise<string[]> {
    const { rows } = await db.pool.query<{ name: string }>(statement, [`"${table.table}"`]);
    return rows.map((row) => row.name).sort();
  }
});

function quoted(table: string): string {
  return table === 'constraint' ? '"constraint"' : table;
}
