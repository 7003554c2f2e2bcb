/** The operations that take a change back, as a new edit: compared and set like any other, so that it is refused where somebody has changed the field since (SPEC U1). */
import { unreachable } from '@stationkeeper/domain';
import type { Change, Patch } from './change.ts';
import { isSetEdit, type Edit, type Op } from './mutation.ts';

/**
 * What to ask for in order to undo a change; wrap it in a mutation that names the change in `undoes`. Each patch is
 * inverted, last one first. What is owned so comes back before its owner; the verdict looks at that only when all
 * operations are done. Each record that is to be deleted again is named: one that is not was put below them since (SPEC U3).
 */
export function undoOf(change: Pick<Change, 'patches'>): Op[] {
  return change.patches.toReversed().map(inverseOf);
}

function inverseOf(patch: Patch): Op {
  const { type, id } = patch;
  switch (patch.op) {
    case 'create':
    case 'restore':
      return { op: 'delete', type, id };
    case 'delete':
      return { op: 'restore', type, id };
    case 'update':
      return { op: 'update', type, id, edits: swapAll(patch.edits) };
    default:
      return unreachable(patch);
  }
}

function swapAll(edits: Readonly<Record<string, Edit>>): Record<string, Edit> {
  return Object.fromEntries(Object.entries(edits).map(([name, edit]) => [name, swap(edit)]));
}

function swap(edit: Edit): Edit {
  return isSetEdit(edit) ? { add: edit.remove, remove: edit.add } : { from: edit.to, to: edit.from };
}
