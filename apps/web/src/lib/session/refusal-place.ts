/** Where an edit that was not accepted can be settled: the page of the record that shows it. */
import { definitionOf, fieldOf, type RecordType } from '@stationkeeper/domain';
import type { Op } from '@stationkeeper/protocol';
import type { Refusal } from '@stationkeeper/sync';

export type RefusalPlace = { readonly type: RecordType; readonly id: string };

type Known = { readonly get: (id: string) => { readonly type: RecordType } | undefined };

/** The record whose page shows this refusal; null where it was to be made and belongs to no other. */
export function placeOfRefusal({ mutation, verdict }: Refusal, records: Known): RefusalPlace | null {
  const conflictId = verdict.status === 'conflict' ? verdict.conflicts[0]?.recordId : undefined;
  const ids = [conflictId, ...mutation.ops.map(aboutId)];
  for (const id of ids) {
    const record = id === undefined ? undefined : records.get(id);
    if (id !== undefined && record) return { type: record.type, id };
  }
  return null;
}

/** The record that an operation is about; for one that was to be made, what it would have belonged to. */
export function aboutId(op: Op): string | undefined {
  if (op.op !== 'create') return op.id;
  const owner = op.fields[definitionOf(op.type).owner ?? ''];
  return typeof owner === 'string' ? owner : undefined;
}

/** What was not accepted, for a message: a field's label, or the record itself. */
export function refusalWords({ mutation, verdict }: Refusal): string {
  const conflict = verdict.status === 'conflict' ? verdict.conflicts[0] : undefined;
  const op = mutation.ops.find(({ id }) => conflict === undefined || id === conflict.recordId);
  if (!op) return 'An edit';
  const name = conflict?.field ?? (op.op === 'update' ? Object.keys(op.edits)[0] : undefined);
  const label = name === undefined ? undefined : fieldOf(op.type, name)?.label;
  return label === undefined ? definitionOf(op.type).label : `“${label}”`;
}
