/**
 * What to ask for when a person settles a refusal, and when they take a change back.
 *
 *   retry    the same edit by somebody who has seen what stands now: still compared and set, so that a value which
 *            changes yet again before it arrives is not overwritten unseen
 *   restore  the deleted records that it needs come back first, in the same change
 */
import { ownerIdOf } from '@stationkeeper/domain';
import { judge, undoOf, type Change, type Mutation, type Op, type RecordView } from '@stationkeeper/protocol';
import { overPresent } from './rebase.ts';
import type { Refusal, Settlement } from './refusal.ts';

/** An edit needs no more restorations than this; more would be a loop. */
const MAX_RESTORED = 50;

/** The operations of the new edit, or null when the refusal is let go. */
export function opsToSettle(
  view: RecordView,
  { mutation }: Refusal,
  choice: Settlement,
): readonly Op[] | null {
  if (choice === 'discard') return null;
  const wanted = choice === 'restore' ? withRestored(view, mutation) : mutation;
  const judgement = judge(view, wanted, { seq: Infinity });
  return judgement.status === 'conflict' ? overPresent(wanted, judgement.conflicts).ops : wanted.ops;
}

/** Puts in front what must come back, until nothing deleted stands in the way. */
function withRestored(view: RecordView, mutation: Mutation): Mutation {
  let wanted = mutation;
  for (let restored = 0; restored < MAX_RESTORED; restored += 1) {
    const judgement = judge(view, wanted, { seq: Infinity });
    if (judgement.status !== 'rejected' || judgement.error.code !== 'record-deleted') return wanted;
    const record = view.get(judgement.error.details?.recordId ?? '');
    if (!record) return wanted;
    wanted = { ...wanted, ops: [{ op: 'restore', type: record.type, id: record.id }, ...wanted.ops] };
  }
  return wanted;
}

/** The operations that take a change back. What comes back with its owner need not be named, so that a large deletion is one short edit. */
export function opsToUndo(view: RecordView, change: Pick<Change, 'patches'>): readonly Op[] {
  const ops = undoOf(change);
  const restored = new Set(ops.filter(({ op }) => op === 'restore').map(({ id }) => id));
  return ops.filter(({ op, id }) => {
    const record = op === 'restore' ? view.get(id) : undefined;
    const owner = record ? ownerIdOf(record) : null;
    return owner === null || !restored.has(owner);
  });
}
