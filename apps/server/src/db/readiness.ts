import type pg from 'pg';
import { MIGRATIONS_FOLDER, readMigrations } from './migrate.ts';

/**
 * Asks whether the database answers and has every migration that this process was built for. One that a newer release
 * has moved on is ready too: during a rolling upgrade the old servers go on serving.
 */
export async function readinessCheck(pool: pg.Pool): Promise<() => Promise<void>> {
  const names = (await readMigrations(MIGRATIONS_FOLDER)).map((migration) => migration.name);
  return async () => {
    const { rows } = await pool.query<{ applied: number }>(
      `select count(*)::int as applied from _prisma_migrations
        where migration_name = any($1) and finished_at is not null and rolled_back_at is null`,
      [names],
    );
    if (rows[0]?.applied !== names.length) throw new Error('migrations are missing');
  };
}
