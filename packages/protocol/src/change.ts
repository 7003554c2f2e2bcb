/**
 * A *change* is one accepted mutation with its number. Its patches say what really happened, from what to
 * what, so that it can be applied, taken back exactly (`rewind`), and undone by a new mutation (`undo.ts`).
 *
 *   create   rewind: the record was never there
 *   update   scalar: from and to; set: what was really added and removed
 *   delete   the record and, each with a patch of its own, all that it owns
 *   restore  the reverse; keeps the seq of the deletion that it reverses
 */
import {
  assert,
  canonicalSet,
  definitionOf,
  initialValues,
  unreachable,
  type AnyRecord,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';
import { isSetEdit, type Edit, type MutationId } from './mutation.ts';

/** One record's part in a change. */
export type Patch =
  | {
      readonly op: 'create';
      readonly type: RecordType;
      readonly id: string;
      readonly fields: Readonly<Record<string, FieldValue>>;
    }
  | {
      readonly op: 'update';
      readonly type: RecordType;
      readonly id: string;
      readonly edits: Readonly<Record<string, Edit>>;
    }
  | { readonly op: 'delete'; readonly type: RecordType; readonly id: string }
  | { readonly op: 'restore'; readonly type: RecordType; readonly id: string; readonly deletedSeq: number };

/** One accepted edit, numbered without gaps in its workspace. */
export interface Change {
  readonly seq: number;
  /** Milliseconds since 1970 by the database's clock under the lock; never decreasing with seq. */
  readonly at: number;
  /** User id, or `system` for the product itself. */
  readonly actor: string;
  readonly mutationId: MutationId;
  readonly groupId: string | null;
  readonly reason: string | null;
  readonly undoes: number | null;
  readonly schemaVersion: number;
  readonly patches: readonly Patch[];
}

/** The record after a patch; `record` is what stood before, undefined for a creation. */
export function applyPatch(record: AnyRecord | undefined, patch: Patch, seq: number): AnyRecord {
  if (patch.op === 'create') {
    assert(!record, `created twice: ${patch.id}`);
    const fields = Object.freeze({ ...initialValues(definitionOf(patch.type).fields), ...patch.fields });
    return Object.freeze({ id: patch.id, type: patch.type, deletedSeq: null, fields });
  }
  assert(record, `patched before it was created: ${patch.id}`);
  switch (patch.op) {
    case 'update':
      return withEdits(record, patch.edits, applyEdit);
    case 'delete':
      return Object.freeze({ ...record, deletedSeq: seq });
    case 'restore':
      return Object.freeze({ ...record, deletedSeq: null });
    default:
      return unreachable(patch);
  }
}

/** The record before a patch; `record` is what stands after it. Undefined where the patch created it. */
export function rewindPatch(record: AnyRecord, patch: Patch): AnyRecord | undefined {
  switch (patch.op) {
    case 'create':
      return undefined;
    case 'update':
      return withEdits(record, patch.edits, rewindEdit);
    case 'delete':
      return Object.freeze({ ...record, deletedSeq: null });
    case 'restore':
      return Object.freeze({ ...record, deletedSeq: patch.deletedSeq });
    default:
      return unreachable(patch);
  }
}

/** The ids of the records that a change touches, in patch order, without repeats. */
export function touchedIds(change: Pick<Change, 'patches'>): string[] {
  return [...new Set(change.patches.map((patch) => patch.id))];
}

function withEdits(
  record: AnyRecord,
  edits: Readonly<Record<string, Edit>>,
  step: (present: FieldValue, edit: Edit) => FieldValue,
): AnyRecord {
  const fields = { ...record.fields };
  for (const [name, edit] of Object.entries(edits)) fields[name] = step(fields[name] ?? null, edit);
  return Object.freeze({ ...record, fields: Object.freeze(fields) });
}

function applyEdit(present: FieldValue, edit: Edit): FieldValue {
  return isSetEdit(edit) ? editSet(present, edit.add, edit.remove) : edit.to;
}

function rewindEdit(present: FieldValue, edit: Edit): FieldValue {
  return isSetEdit(edit) ? editSet(present, edit.remove, edit.add) : edit.from;
}

/** A set after additions and removals, in canonical form. */
export function editSet(
  present: FieldValue,
  add: readonly string[],
  remove: readonly string[],
): readonly string[] {
  const gone = new Set(remove);
  return canonicalSet([...elementsOf(present).filter((element) => !gone.has(element)), ...add]);
}

/** The elements of a set value. */
export function elementsOf(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
