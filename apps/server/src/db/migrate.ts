/**
 * Brings a database to the schema of this release: the files of prisma/migrations, in order of name, each in a
 * transaction of its own together with its row in `_prisma_migrations`. That table is kept in Prisma's own form,
 * so that Prisma's tools can read it; a file, once applied, may never change.
 *
 * Any number of servers may start at once: one holds the lock and applies, the others wait and find nothing to do.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

/** The folder that `db new` writes to. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../prisma/migrations/', import.meta.url));

/** A migration may take hours, and so may waiting for another process's; queries of a running server may not. */
const PATIENTLY = { query_timeout: 24 * 3_600_000 };
/** The advisory lock that Prisma's own tools take. */
const PRISMA_LOCK = 72_707_369;

/** A migration as it stands in the folder. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

type AppliedRow = { name: string; checksum: string; isFinished: boolean };

/** What has been done to a database and what has not. */
export type MigrationStatus = { readonly applied: readonly string[]; readonly pending: readonly string[] };

/**
 * Applies what is missing and returns its names. Throws `StartupProblem` where the database and the folder
 * contradict each other, or a migration fails; the database then stands as the last good migration left it.
 */
export async function deployMigrations(pool: pg.Pool, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query({ ...PATIENTLY, text: 'SELECT pg_advisory_lock($1)', values: [PRISMA_LOCK] });
    await client.query(CREATE_TABLE);
    const pending = pendingOf(migrations, await appliedRows(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => undefined); // lost with its connection
    client.release();
  }
}

/** What is applied and what is not; changes nothing. Throws `StartupProblem` as `deployMigrations` does. */
export async function migrationStatus(pool: pg.Pool, folder = MIGRATIONS_FOLDER): Promise<MigrationStatus> {
  const migrations = await readMigrations(folder);
  const { rows } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  const applied = rows[0]?.there ? await appliedRows(pool) : [];
  return {
    applied: applied.map((row) => row.name),
    pending: pendingOf(migrations, applied).map((migration) => migration.name),
  };
}

/** The migrations in a folder, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Prisma's own form of the table. */
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36) PRIMARY KEY NOT NULL,
    checksum            varchar(64) NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

async function appliedRows(connection: pg.Pool | pg.PoolClient): Promise<AppliedRow[]> {
  const { rows } = await connection.query<AppliedRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function pendingOf(migrations: readonly Migration[], applied: readonly AppliedRow[]): Migration[] {
  const inFolder = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = inFolder.get(row.name);
    if (!migration) throw newerDatabase(row.name);
    if (!row.isFinished) throw unfinished(row.name);
    if (migration.checksum !== row.checksum) throw changedFile(row.name);
  }
  const done = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query({ ...PATIENTLY, text: sql });
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // the connection is gone, and the transaction with it
    throw failed(name, error);
  }
}

function newerDatabase(name: string): StartupProblem {
  return new StartupProblem(
    `The database has the migration ${name}, which this release does not know: a newer release has used it.\n` +
      'Start that release or a later one. Nothing was changed.',
  );
}

function unfinished(name: string): StartupProblem {
  return new StartupProblem(
    `The migration ${name} was begun by another tool and not finished.\n` +
      'Look at the row in _prisma_migrations, put the database right, and set its rolled_back_at. Nothing was changed.',
  );
}

function changedFile(name: string): StartupProblem {
  return new StartupProblem(
    `prisma/migrations/${name}/migration.sql is not the file that was applied to this database.\n` +
      'Put the released file back; a migration that has been applied may not change. Nothing was changed.',
  );
}

function failed(name: string, cause: unknown): StartupProblem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartupProblem(
    `The migration ${name} failed: ${reason}.\nThe database stands as it was before it. Nothing was lost.`,
    { cause },
  );
}
