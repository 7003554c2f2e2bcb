/**
 * A change in words, for histories and activity lists: what was done to which record, and from what to what. What a change
 * is about is its first patch's record, or for a child (a forecast, a citation, a participation) the record that owns it.
 */
import {
  definitionOf,
  fieldOf,
  formatValue,
  ownerIdOf,
  titleOf,
  unreachable,
  type AnyRecord,
  type FieldValue,
  type Names,
} from '@stationkeeper/domain';
import type { Change, Patch } from './change.ts';
import { isSetEdit, type Edit } from './mutation.ts';

/** One field's part: `before` and `after` in words; null on a side where there is nothing to say. */
export interface EditWords {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One record's part of a change in words. */
export interface PatchWords {
  readonly recordId: string;
  readonly type: Patch['type'];
  /** 'added', 'changed', 'deleted', 'restored'. */
  readonly verb: string;
  /** 'Forecast', 'Agreement'. */
  readonly kind: string;
  readonly title: string;
  /** The record that owns this one, where it has an owner. */
  readonly owner: { readonly id: string; readonly title: string } | null;
  readonly edits: readonly EditWords[];
}

/** Finds records, deleted ones included, and names people. */
export interface DescribeContext {
  readonly get: (id: string) => AnyRecord | undefined;
  readonly nameOf: (userId: string) => string;
}

/** Every patch of a change in words, in order. */
export function describeChange(change: Pick<Change, 'patches'>, context: DescribeContext): PatchWords[] {
  const title = (id: string): string => {
    const record = context.get(id);
    return record ? titleOf(record, context.get) : 'unknown record';
  };
  const names: Names = { titleOf: title, nameOf: context.nameOf };
  return change.patches.map((patch) => describePatch(patch, context, names));
}

function describePatch(patch: Patch, context: DescribeContext, names: Names): PatchWords {
  const record = context.get(patch.id);
  const ownerId = record ? ownerIdOf(record) : null;
  return {
    recordId: patch.id,
    type: patch.type,
    verb: verbOf(patch),
    kind: definitionOf(patch.type).label,
    title: names.titleOf(patch.id),
    owner: ownerId === null ? null : { id: ownerId, title: names.titleOf(ownerId) },
    edits: editsOf(patch, names),
  };
}

function verbOf(patch: Patch): string {
  switch (patch.op) {
    case 'create':
      return 'added';
    case 'update':
      return 'changed';
    case 'delete':
      return 'deleted';
    case 'restore':
      return 'restored';
    default:
      return unreachable(patch);
  }
}

function editsOf(patch: Patch, names: Names): EditWords[] {
  if (patch.op === 'create') {
    return Object.entries(patch.fields).flatMap(([name, value]) => stated(patch, name, value, names));
  }
  if (patch.op !== 'update') return [];
  return Object.entries(patch.edits).flatMap(([name, edit]) => edited(patch, name, edit, names));
}

function stated(patch: Patch, name: string, value: FieldValue, names: Names): EditWords[] {
  const field = fieldOf(patch.type, name);
  if (!field || name === definitionOf(patch.type).owner) return [];
  return [{ field: name, label: field.label, before: null, after: formatValue(field, value, names) }];
}

function edited(patch: Patch, name: string, edit: Edit, names: Names): EditWords[] {
  const field = fieldOf(patch.type, name);
  if (!field) return [];
  const words = (value: FieldValue) => formatValue(field, value, names);
  const [before, after] = isSetEdit(edit)
    ? [edit.remove.length > 0 ? words(edit.remove) : null, edit.add.length > 0 ? words(edit.add) : null]
    : [words(edit.from), words(edit.to)];
  return [{ field: name, label: field.label, before, after }];
}
