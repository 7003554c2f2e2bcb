/**
 * What a batch of changes does to the rows, as few statements: for each record type that is touched one that
 * writes whole rows, for `record` one for new rows and one for moved or deleted ones, for `record_link` the
 * differences. All of them take their rows as one JSON parameter, so that each text is prepared once.
 *
 * Foreign keys are checked at COMMIT, so the order of the statements does not matter.
 */
import {
  definitionOf,
  elementsOfRefs,
  fieldOf,
  ownerIdOf,
  type AnyRecord,
  type RecordType,
} from '@stationkeeper/domain';
import type { Change, Patch } from '@stationkeeper/protocol';
import { recordTables, tableOf, type RecordTable } from './record-columns.ts';
import { toColumns } from './record-rows.ts';
import type { Statement } from './statement.ts';

/** A batch, as far as the rows go. */
export type RecordBatch = {
  readonly changes: readonly Pick<Change, 'patches'>[];
  /** Each record that the changes touch, once, as the last of them leaves it. */
  readonly records: readonly AnyRecord[];
  /** The new ones among them, in the order in which they were made, with the seq of the change that made them. */
  readonly created: ReadonlyMap<string, number>;
};

/** The statements that bring the rows of a workspace from before the batch to after it. */
export function recordWrites(workspaceId: string, batch: RecordBatch): Statement[] {
  const touched = touchedBy(batch);
  const creations = creationsIn(batch.created);
  const isNew = (record: AnyRecord) => batch.created.has(record.id);
  const fresh = batch.records.filter(isNew);
  const moved = batch.records.filter((record) => !isNew(record) && touched.moved.has(record.id));
  const written = batch.records.filter((record) => isNew(record) || touched.written.has(record.id));
  const links = batch.records.flatMap((record) => linksOf(record, isNew(record), touched.links));
  return [
    ...statement(
      INSERT_RECORDS,
      workspaceId,
      fresh.map((record) => recordRow(record, creations.get(record.id))),
    ),
    ...statement(
      UPDATE_RECORDS,
      workspaceId,
      moved.map((record) => recordRow(record)),
    ),
    ...recordTables.flatMap((table) => typedWrites(workspaceId, table, written)),
    ...statement(
      DELETE_LINKS,
      workspaceId,
      links.filter((link) => !link.isNew),
    ),
    ...statement(
      INSERT_LINKS,
      workspaceId,
      links.filter((link) => link.targets.length > 0),
    ),
  ];
}

function typedWrites(workspaceId: string, table: RecordTable, records: readonly AnyRecord[]): Statement[] {
  const rows = records.filter((record) => record.type === table.type).map(toColumns);
  return rows.length === 0 ? [] : statement(upsertOf(table), workspaceId, rows);
}

type Touched = { moved: Set<string>; written: Set<string>; links: Set<string> };

function touchedBy(batch: RecordBatch): Touched {
  const touched: Touched = { moved: new Set(), written: new Set(), links: new Set() };
  for (const change of batch.changes) for (const patch of change.patches) note(touched, patch);
  return touched;
}

function note(touched: Touched, patch: Patch): void {
  if (patch.op === 'delete' || patch.op === 'restore') touched.moved.add(patch.id);
  if (patch.op !== 'update') return;
  touched.written.add(patch.id);
  for (const name of Object.keys(patch.edits)) {
    if (name === definitionOf(patch.type).owner) touched.moved.add(patch.id);
    if (fieldOf(patch.type, name)?.kind === 'refs') touched.links.add(linkKey(patch.id, name));
  }
}

function linkKey(recordId: string, field: string): string {
  return `${recordId} ${field}`;
}

type Creation = { readonly created_seq: number; readonly created_index: number };

function recordRow(record: AnyRecord, creation?: Creation) {
  const { id, type, deletedSeq } = record;
  return { id, type, owner_id: ownerIdOf(record), ...creation, deleted_seq: deletedSeq };
}

/** When each new record was made: in which change, and as which of it. */
function creationsIn(created: RecordBatch['created']): Map<string, Creation> {
  const counts = new Map<number, number>();
  const creations = new Map<string, Creation>();
  for (const [id, seq] of created) {
    const index = counts.get(seq) ?? 0;
    counts.set(seq, index + 1);
    creations.set(id, { created_seq: seq, created_index: index });
  }
  return creations;
}

type Links = { record_id: string; field: string; targets: readonly string[]; isNew: boolean };

function linksOf(record: AnyRecord, isNew: boolean, touched: ReadonlySet<string>): Links[] {
  return tableOf(record.type).fields.flatMap(({ name, field }): Links[] => {
    if (field.kind !== 'refs' || !(isNew || touched.has(linkKey(record.id, name)))) return [];
    return [{ record_id: record.id, field: name, targets: elementsOfRefs(record.fields[name]), isNew }];
  });
}

type Prepared = { readonly name: string; readonly text: string };

function statement(prepared: Prepared, workspaceId: string, rows: readonly unknown[]): Statement[] {
  return rows.length === 0 ? [] : [{ ...prepared, values: [workspaceId, JSON.stringify(rows)] }];
}

const RECORD_ROWS =
  'jsonb_to_recordset($2) AS x (id uuid, type text, owner_id uuid, created_seq bigint, created_index int, deleted_seq bigint)';

const INSERT_RECORDS: Prepared = {
  name: 'insert_record',
  text: `INSERT INTO record (workspace_id, id, type, owner_id, created_seq, created_index, deleted_seq) SELECT $1, x.* FROM ${RECORD_ROWS}`,
};

const UPDATE_RECORDS: Prepared = {
  name: 'update_record',
  text: `UPDATE record SET owner_id = x.owner_id, deleted_seq = x.deleted_seq FROM ${RECORD_ROWS}
          WHERE record.workspace_id = $1 AND record.id = x.id`,
};

const LINK_ROWS = 'jsonb_to_recordset($2) AS x (record_id uuid, field text, targets uuid[])';

const DELETE_LINKS: Prepared = {
  name: 'delete_record_link',
  text: `DELETE FROM record_link USING ${LINK_ROWS}
          WHERE record_link.workspace_id = $1 AND record_link.record_id = x.record_id
            AND record_link.field = x.field AND record_link.target_id <> ALL (x.targets)`,
};

const INSERT_LINKS: Prepared = {
  name: 'insert_record_link',
  text: `INSERT INTO record_link (workspace_id, record_id, field, target_id)
         SELECT $1, x.record_id, x.field, unnest(x.targets) FROM ${LINK_ROWS} ON CONFLICT DO NOTHING`,
};

const upserts = new Map<RecordType, Prepared>();

function upsertOf(table: RecordTable): Prepared {
  const known = upserts.get(table.type);
  if (known) return known;
  const made = makeUpsert(table);
  upserts.set(table.type, made);
  return made;
}

function makeUpsert({ table, columns }: RecordTable): Prepared {
  const names = columns.map((column) => `"${column.name}"`);
  const typed = columns.map((column) => `"${column.name}" ${column.sqlType}`);
  const sets = names.map((name) => `${name} = excluded.${name}`);
  return {
    name: `upsert_${table}`,
    text: `INSERT INTO "${table}" (workspace_id, id, ${names.join(', ')})
           SELECT $1, x.* FROM jsonb_to_recordset($2) AS x (id uuid, ${typed.join(', ')})
           ON CONFLICT (workspace_id, id) DO UPDATE SET ${sets.join(', ')}`,
  };
}
