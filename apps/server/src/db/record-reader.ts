/** All records of a workspace from their rows: one statement for each type, and one for the links. */
import type { AnyRecord } from '@stationkeeper/domain';
import type pg from 'pg';
import { recordTables, type RecordTable } from './record-columns.ts';
import { fromRow, storedColumns } from './record-rows.ts';

type Links = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Every record, deleted ones included, in the order in which they were made. Several statements: read inside a
 * REPEATABLE READ transaction to see one moment.
 */
export async function loadAllRecords(client: pg.ClientBase, workspaceId: string): Promise<AnyRecord[]> {
  const links = loadLinks(client, workspaceId);
  const types = recordTables.map((table) => loadType(client, workspaceId, table, links));
  const loaded = (await Promise.all(types)).flat();
  return loaded.sort(inOrderOfCreation).map((one) => one.record);
}

type Loaded = { readonly record: AnyRecord; readonly seq: number; readonly index: number };

function inOrderOfCreation(a: Loaded, b: Loaded): number {
  return a.seq - b.seq || a.index - b.index;
}

async function loadType(
  client: pg.ClientBase,
  workspaceId: string,
  table: RecordTable,
  links: Promise<Links>,
): Promise<Loaded[]> {
  const columns = storedColumns(table).map((column) => `t."${column.name}"`);
  const { rows } = await client.query<unknown[]>({
    rowMode: 'array',
    text: `SELECT t.id, r.deleted_seq, r.created_seq, r.created_index, ${columns.join(', ')}
             FROM "${table.table}" t JOIN record r USING (workspace_id, id)
            WHERE t.workspace_id = $1 AND r.workspace_id = $1`,
    values: [workspaceId],
  });
  const linksOf = await links;
  return rows.map(([id, deletedSeq, seq, index, ...cells]) => ({
    record: fromRow(
      table,
      { id: String(id), deletedSeq: deletedSeq === null ? null : Number(deletedSeq), cells },
      linksOf.get(String(id)),
    ),
    seq: Number(seq),
    index: Number(index),
  }));
}

async function loadLinks(client: pg.ClientBase, workspaceId: string): Promise<Links> {
  const { rows } = await client.query<[string, string, string[]]>({
    rowMode: 'array',
    text: `SELECT record_id, field, array_agg(target_id) FROM record_link
            WHERE workspace_id = $1 GROUP BY record_id, field`,
    values: [workspaceId],
  });
  const links = new Map<string, Map<string, readonly string[]>>();
  for (const [recordId, field, targets] of rows) {
    const ofRecord = links.get(recordId) ?? new Map<string, readonly string[]>();
    links.set(recordId, ofRecord.set(field, targets));
  }
  return links;
}
