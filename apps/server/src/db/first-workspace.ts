import type pg from 'pg';

/** Where the first workspace stands. `loadedUpTo`: the last counter of the client that fills it, 0 before the first. */
export type FirstWorkspace = { id: string; isUnused: boolean; loadedUpTo: number };

/** Any number of ours: servers that start at once on a new database make one workspace. */
const LOCK = 7_103;

/** Makes a workspace when there is none at all. */
export async function makeFirstWorkspace(
  pool: pg.Pool,
  { slug, name }: { slug: string; name: string },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const make = 'insert into workspace (slug, name) select $1, $2 where not exists (select from workspace)';
    await client.query(make, [slug, name]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The workspace of that slug, if it is there, and whether anybody has become a member of it. */
export async function readFirstWorkspace(
  pool: pg.Pool,
  slug: string,
  clientId: string,
): Promise<FirstWorkspace | undefined> {
  const { rows } = await pool.query<FirstWorkspace>(
    `select id,
            not exists (select from member where workspace_id = workspace.id) as "isUnused",
            coalesce((select last_counter from client where workspace_id = workspace.id and client_id = $2), 0)::int
              as "loadedUpTo"
       from workspace where slug = $1`,
    [slug, clientId],
  );
  return rows[0];
}
