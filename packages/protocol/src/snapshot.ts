/**
 * A snapshot as it travels: for each record type one column per field, so that like stands beside like and
 * gzip finds it. Columns in which every record holds the field's initial value are left out.
 */
import {
  definitionOf,
  initialValues,
  sameValue,
  RECORD_TYPES,
  type AnyRecord,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';
import { SCHEMA_VERSION } from './version.ts';

/** The records of one type, by column. `deleted`: pairs of position and the seq of the deletion. */
export interface TypeColumns {
  readonly ids: readonly string[];
  readonly deleted: readonly (readonly [number, number])[];
  readonly columns: Readonly<Record<string, readonly FieldValue[]>>;
}

/** All records of a workspace at `seq`. */
export interface Snapshot {
  readonly seq: number;
  readonly schemaVersion: number;
  readonly types: Readonly<Partial<Record<RecordType, TypeColumns>>>;
}

/** Lays records out in columns. */
export function encodeSnapshot(seq: number, records: Iterable<AnyRecord>): Snapshot {
  const byType = new Map<RecordType, AnyRecord[]>();
  for (const record of records) {
    const list = byType.get(record.type);
    if (list) list.push(record);
    else byType.set(record.type, [record]);
  }
  const types: Partial<Record<RecordType, TypeColumns>> = {};
  for (const type of RECORD_TYPES) {
    const list = byType.get(type);
    if (list) types[type] = encodeType(type, list);
  }
  return { seq, schemaVersion: SCHEMA_VERSION, types };
}

function encodeType(type: RecordType, records: readonly AnyRecord[]): TypeColumns {
  const columns: Record<string, readonly FieldValue[]> = {};
  for (const [name, field] of Object.entries(definitionOf(type).fields)) {
    const column = records.map((record) => record.fields[name] ?? null);
    if (column.some((value) => !sameValue(value, field.initial))) columns[name] = column;
  }
  const deleted = records.flatMap((record, index): [number, number][] =>
    record.deletedSeq === null ? [] : [[index, record.deletedSeq]],
  );
  return { ids: records.map((record) => record.id), deleted, columns };
}

/** The records of a snapshot, frozen. */
export function decodeSnapshot(snapshot: Snapshot): AnyRecord[] {
  return RECORD_TYPES.flatMap((type) => {
    const part = snapshot.types[type];
    return part ? decodeType(type, part) : [];
  });
}

function decodeType(type: RecordType, part: TypeColumns): AnyRecord[] {
  const initial: Readonly<Record<string, FieldValue>> = initialValues(definitionOf(type).fields);
  const deleted = new Map(part.deleted);
  const columns = Object.entries(part.columns);
  return part.ids.map((id, index) => {
    const fields: Record<string, FieldValue> = { ...initial };
    for (const [name, column] of columns) fields[name] = column[index] ?? null;
    return Object.freeze({ id, type, deletedSeq: deleted.get(index) ?? null, fields: Object.freeze(fields) });
  });
}
