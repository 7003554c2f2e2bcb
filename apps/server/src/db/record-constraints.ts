/**
 * What Prisma's schema cannot say of the record tables, as statements that lead from a database's present to
 * what the definitions call for; none where it is so already. `db new` writes them into the migration, and the
 * tests ask for none to be left.
 *
 * - Lists are never null.
 * - Foreign keys are checked at the end of the transaction: one mutation may make records that point at each
 *   other, and a batch writes its types in any order.
 * - Checks (record-checks.ts). PostgreSQL rewrites expressions, so the wanted ones are tried on an empty copy
 *   of the table and read back; then equal ones are equal as text.
 */
import type pg from 'pg';
import { expectedChecks, type Check } from './record-checks.ts';
import { recordTables } from './record-columns.ts';

const TABLES = ['record', 'record_link', ...recordTables.map((table) => table.table)];

/** Statements still wanted by the database that `client` is connected to, which must have the tables. */
export async function missingConstraints(client: pg.ClientBase): Promise<string[]> {
  return [
    ...(await nullableLists(client)),
    ...(await impatientKeys(client)),
    ...(await differingChecks(client)),
  ];
}

async function nullableLists(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = current_schema AND table_name = ANY ($1) AND data_type = 'ARRAY' AND is_nullable = 'YES'
      ORDER BY table_name, ordinal_position`,
    [TABLES],
  );
  return rows.map(({ table, column }) => `ALTER TABLE "${table}" ALTER COLUMN "${column}" SET NOT NULL;`);
}

async function impatientKeys(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT relname AS table, conname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
      WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) AND confrelid = ANY ($1::regclass[])
        AND NOT condeferred
      ORDER BY relname, conname`,
    [quotedTables()],
  );
  return rows.map(
    ({ table, name }) => `ALTER TABLE "${table}" ALTER CONSTRAINT "${name}" DEFERRABLE INITIALLY DEFERRED;`,
  );
}

async function differingChecks(client: pg.ClientBase): Promise<string[]> {
  const wanted = expectedChecks();
  const present = await checksOf(client, quotedTables());
  const meant = await asPostgresWritesThem(client, wanted);
  const wantedNames = new Set(wanted.map(keyOf));
  const surplus = [...present.keys()].filter(
    (key) => !wantedNames.has(key) || meant.get(key) !== present.get(key),
  );
  const missing = wanted.filter((check) => meant.get(keyOf(check)) !== present.get(keyOf(check)));
  return [...surplus.map(dropStatement), ...missing.map(addStatement)];
}

async function asPostgresWritesThem(
  client: pg.ClientBase,
  checks: readonly Check[],
): Promise<Map<string, string>> {
  const statements = [...new Set(checks.map((check) => check.table))].map(
    (table) => `CREATE TEMP TABLE "trial_${table}" (LIKE "${table}") ON COMMIT DROP;`,
  );
  await client.query('BEGIN');
  try {
    const trials = checks.map((check) => addStatement({ ...check, table: `trial_${check.table}` }));
    await client.query([...statements, ...trials].join('\n'));
    const written = await checksOf(client, [...new Set(checks.map((check) => `"trial_${check.table}"`))]);
    return new Map([...written].map(([key, definition]) => [key.replace(/^trial_/, ''), definition]));
  } finally {
    await client.query('ROLLBACK');
  }
}

async function checksOf(client: pg.ClientBase, tables: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT relname AS table, conname AS name, pg_get_constraintdef(pg_constraint.oid) AS definition
       FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
      WHERE contype = 'c' AND conrelid = ANY ($1::regclass[]) ORDER BY relname, conname`,
    [tables],
  );
  return new Map(rows.map((row) => [keyOf(row), row.definition]));
}

function keyOf({ table, name }: { table: string; name: string }): string {
  return `${table} ${name}`;
}

function dropStatement(key: string): string {
  const [table = '', name = ''] = key.split(' ');
  return `ALTER TABLE "${table}" DROP CONSTRAINT "${name}";`;
}

function addStatement({ table, name, expression }: Check): string {
  return `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK (${expression});`;
}

function quotedTables(): string[] {
  return TABLES.map((table) => `"${table}"`);
}
