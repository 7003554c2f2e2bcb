/**
 * What a waiting edit shows. The verdict is passed by the same function as on the server; but where it would be
 * `conflict`, the waiting edit is shown all the same, as though its writer had seen the present value: people
 * see what they typed until the server has spoken, never a flicker of somebody else's. What cannot be done at
 * all (the record is gone, a reference leads nowhere) shows nothing.
 */
import {
  isSetEdit,
  judge,
  type Conflict,
  type Edit,
  type Mutation,
  type Op,
  type Patch,
  type RecordView,
} from '@stationkeeper/protocol';

/** The patches that show a waiting edit on top of `view`; `seq` marks what it deletes. */
export function patchesToShow(view: RecordView, mutation: Mutation, seq: number): readonly Patch[] {
  const judgement = judge(view, mutation, { seq });
  if (judgement.status === 'accepted') return judgement.patches;
  if (judgement.status === 'rejected') return [];
  const again = judge(view, overPresent(mutation, judgement.conflicts), { seq });
  return again.status === 'accepted' ? again.patches : [];
}

/** The same edit by somebody who has seen the present values: `from` is what stands now wherever it conflicted. */
export function overPresent<M extends Pick<Mutation, 'ops'>>(mutation: M, conflicts: readonly Conflict[]): M {
  return { ...mutation, ops: mutation.ops.map((op) => seenPresent(op, conflicts)) };
}

function seenPresent(op: Op, conflicts: readonly Conflict[]): Op {
  if (op.op !== 'update') return op;
  const edits = Object.entries(op.edits).map(([field, edit]): [string, Edit] => {
    const conflict = conflicts.find((one) => one.recordId === op.id && one.field === field);
    return [field, conflict && !isSetEdit(edit) ? { from: conflict.present, to: edit.to } : edit];
  });
  return { ...op, edits: Object.fromEntries(edits) };
}
