/** Changes, counters and refusals as rows, and back. Numbers are bigint in SQL and plain numbers here. */
import { splitMutationId, mutationId, upcastChange, type Change, type Patch } from '@stationkeeper/protocol';
import type { LogBatch } from '../changelog/log-store.ts';
import { recordWrites } from './record-writes.ts';
import type { Statement } from './statement.ts';

/** What a change is read from; `at` in milliseconds. */
export type ChangeRow = {
  seq: string;
  at: number;
  actor: string;
  client_id: string;
  counter: string;
  group_id: string | null;
  reason: string | null;
  undoes: string | null;
  schema_version: number;
  patches: readonly Patch[];
};

/** Milliseconds since 1970 from a timestamp, exactly. */
export const millisecondsOf = (timestamp: string): string =>
  `(extract(epoch FROM ${timestamp}) * 1000)::float8`;

/** The columns of a `ChangeRow`, of the table `change` under that name. */
export const CHANGE_COLUMNS = `change.seq, ${millisecondsOf('change.at')} AS at, change.actor, change.client_id,
  change.counter, change.group_id, change.reason, change.undoes, change.schema_version, change.patches`;

/** A change as the present record definitions read it, whatever version wrote it (SPEC E3). */
export function changeFromRow(row: ChangeRow): Change {
  return upcastChange({
    seq: Number(row.seq),
    at: row.at,
    actor: row.actor,
    mutationId: mutationId(row.client_id, Number(row.counter)),
    groupId: row.group_id,
    reason: row.reason,
    undoes: row.undoes === null ? null : Number(row.undoes),
    schemaVersion: row.schema_version,
    patches: row.patches,
  });
}

function rowFromChange(change: Change) {
  const { clientId, counter } = splitMutationId(change.mutationId);
  const { seq, at, actor, reason, undoes, patches } = change;
  const rest = { group_id: change.groupId, schema_version: change.schemaVersion };
  return { seq, at, actor, client_id: clientId, counter, reason, undoes, patches, ...rest };
}

/** Everything that a batch writes, as few statements. */
export function batchWrites(workspaceId: string, batch: LogBatch): Statement[] {
  const settled = batch.settled.map(({ clientId, upTo }) => ({ client_id: clientId, counter: upTo }));
  return [
    ...changeWrites(workspaceId, batch.changes),
    ...recordWrites(workspaceId, batch),
    ...statement('upsert_client', UPSERT_CLIENTS, workspaceId, batch.counters.map(counterRow)),
    ...refusalWrites(workspaceId, batch.refusals),
    ...statement('delete_refusal', DELETE_REFUSALS, workspaceId, settled),
  ];
}

function changeWrites(workspaceId: string, changes: readonly Change[]): Statement[] {
  const last = changes.at(-1);
  if (!last) return [];
  const touched = changes.flatMap(({ seq, patches }) =>
    [...new Set(patches.map((patch) => patch.id))].map((id) => ({ seq, record_id: id })),
  );
  return [
    { name: 'move_head', text: MOVE_HEAD, values: [workspaceId, last.seq, last.at] },
    ...statement('insert_change', INSERT_CHANGES, workspaceId, changes.map(rowFromChange)),
    ...statement('insert_change_record', INSERT_CHANGE_RECORDS, workspaceId, touched),
  ];
}

function counterRow({ clientId, userId, lastCounter }: LogBatch['counters'][number]) {
  return { client_id: clientId, user_id: userId, last_counter: lastCounter };
}

function refusalWrites(workspaceId: string, refusals: LogBatch['refusals']): Statement[] {
  if (refusals.length === 0) return [];
  const ids = refusals.map((refusal) => splitMutationId(refusal.id));
  const columns = [
    ids.map((id) => id.clientId),
    ids.map((id) => id.counter),
    refusals.map((refusal) => JSON.stringify(refusal)),
  ];
  return [{ name: 'insert_refusal', text: INSERT_REFUSALS, values: [workspaceId, ...columns] }];
}

function statement(name: string, text: string, workspaceId: string, rows: readonly unknown[]): Statement[] {
  return rows.length === 0 ? [] : [{ name, text, values: [workspaceId, JSON.stringify(rows)] }];
}

const MOVE_HEAD = `UPDATE workspace SET head = $2, last_at = to_timestamp($3::float8 / 1000) WHERE id = $1`;

const INSERT_CHANGES = `
  INSERT INTO change (workspace_id, seq, at, actor, client_id, counter, group_id, reason, undoes, schema_version, patches)
  SELECT $1, seq, to_timestamp(at / 1000), actor, client_id, counter, group_id, reason, undoes, schema_version, patches
    FROM jsonb_to_recordset($2) AS x (seq bigint, at float8, actor text, client_id uuid, counter bigint, group_id uuid,
                                      reason text, undoes bigint, schema_version int, patches jsonb)`;

const INSERT_CHANGE_RECORDS = `
  INSERT INTO change_record (workspace_id, record_id, seq)
  SELECT $1, record_id, seq FROM jsonb_to_recordset($2) AS x (record_id uuid, seq bigint)`;

/** A client stays with the user who used it first. */
const UPSERT_CLIENTS = `
  INSERT INTO client (workspace_id, client_id, user_id, last_counter)
  SELECT $1, x.* FROM jsonb_to_recordset($2) AS x (client_id uuid, user_id text, last_counter bigint)
  ON CONFLICT (workspace_id, client_id) DO UPDATE SET last_counter = excluded.last_counter`;

/**
 * Each verdict is its own text: a refusal repeats what the client had seen, which may hold what no text column
 * takes. As json it is kept as it was written; as a part of a larger document it would be read and refused.
 */
const INSERT_REFUSALS = `
  INSERT INTO refusal (workspace_id, client_id, counter, verdict)
  SELECT $1, client_id, counter, verdict::json
    FROM unnest($2::uuid[], $3::bigint[], $4::text[]) AS x (client_id, counter, verdict)
  ON CONFLICT DO NOTHING`;

const DELETE_REFUSALS = `
  DELETE FROM refusal USING jsonb_to_recordset($2) AS x (client_id uuid, counter bigint)
   WHERE refusal.workspace_id = $1 AND refusal.client_id = x.client_id AND refusal.counter <= x.counter`;
