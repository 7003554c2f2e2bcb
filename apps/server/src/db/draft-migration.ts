/**
 * What a new migration must hold. All earlier ones are applied to an empty database beside the real one; from
 * there Prisma's engine says what leads to the schema, and the definitions say what Prisma cannot.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { codeOf, StartupProblem } from '../startup-problem.ts';
import { createPool } from './client.ts';
import { statementsToSchema } from './engine.ts';
import { deployMigrations } from './migrate.ts';
import { fillNewColumns } from './fill-new-columns.ts';
import { missingConstraints } from './record-constraints.ts';

/**
 * The statements of the next migration; empty where schema, definitions and migrations agree.
 * `url` leads to any database of a server on which one may be created.
 */
export async function draftMigration(url: string): Promise<string> {
  const name = `draft_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`).catch(explain);
    return await draftIn(withDatabase(url, name));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}

function explain(cause: unknown): never {
  if (codeOf(cause) !== '42501') throw cause;
  throw new StartupProblem(
    'Migrations are drafted in a database of their own, and the user of DATABASE_URL may not create one.\n' +
      'Give it CREATEDB, or unset DATABASE_URL to use the built-in PostgreSQL.',
    { cause },
  );
}

async function draftIn(url: string): Promise<string> {
  const pool = createPool(url, { max: 1 });
  try {
    await deployMigrations(pool);
    const schema = fillNewColumns(await statementsToSchema(url));
    const client = await pool.connect();
    try {
      if (schema !== '') await client.query(schema);
      const constraints = await missingConstraints(client);
      return [schema, constraints.join('\n')].filter((part) => part !== '').join('\n\n');
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
