import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A new, empty workspace without members; answers its id. */
export async function insertWorkspace(pool: pg.Pool, slug: string = randomUUID()): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'insert into workspace (slug, name) values ($1, $1) returning id',
    [slug],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no workspace was made');
  return id;
}
