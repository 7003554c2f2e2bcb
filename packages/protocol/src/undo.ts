/** The operations that take a change back, as a new edit: compared and set like any other, so that it is refused where somebody has changed the field since (SPEC U1). */
import { unreachable } from '@stationkeeper/domain';
import type { Change, Patch } from './change.ts';
import { isSetEdit, type Edit, type Op } from './mutation.ts';

/**
 * What to ask for in order to undo a change; wrap it in a mutation that names the change in `undoes`.
 * What was deleted comes back first, owners before what they own, so that the rest can point at it again.
 */
export function undoOf(change: Pick<Change, 'patches'>): Op[] {
  const deletions = change.patches.filter((patch) => patch.op === 'delete');
  const others = change.patches.filter((patch) => patch.op !== 'delete');
  return [...deletions, ...others.toReversed()].map(inverseOf);
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
