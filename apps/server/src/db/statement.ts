import type pg from 'pg';

/** A statement that PostgreSQL keeps prepared under its name, on each connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] };

/**
 * Sends statements in order without waiting for one before sending the next, and waits for all. On an error the
 * transaction that they belong to is void, so the first error is thrown once the rest have failed too.
 */
export async function runAll(
  client: pg.ClientBase,
  statements: readonly (Statement | string)[],
): Promise<pg.QueryResult<Record<string, unknown>>[]> {
  const results = await Promise.allSettled(
    statements.map((statement) => client.query<Record<string, unknown>>(statement)),
  );
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
