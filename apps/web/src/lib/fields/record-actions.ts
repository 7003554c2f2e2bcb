/** The few things that are done with whole records, the same wherever they are offered. */
import { definitionOf, type AnyRecord, type FieldValue, type RecordType } from '@stationkeeper/domain';
import { browserRandom } from '@stationkeeper/sync/browser-ports';
import type { Asked, Session } from '#lib/session/session.svelte.ts';
import type { Toasts } from '#lib/ui/toast.svelte.ts';

export type Created = { readonly id: string; readonly asked: Asked };

/** Makes a record; fields not named hold their initial value. */
export function createRecord(
  session: Session,
  type: RecordType,
  fields: Readonly<Record<string, FieldValue>>,
  reason: string | null = null,
): Created {
  const id = browserRandom.uuid();
  return { id, asked: session.mutate([{ op: 'create', type, id, fields }], { reason }) };
}

/** Deletes a record with all that it owns, and offers the way back. */
export function deleteRecord(session: Session, toasts: Toasts, record: AnyRecord): void {
  const { type, id } = record;
  const title = session.records.title(id);
  const asked = session.mutate([{ op: 'delete', type, id }]);
  if (!asked.ok) {
    toasts.show(asked.error.message, { tone: 'attention' });
    return;
  }
  const undo = { label: 'Take back', run: () => restoreRecord(session, toasts, record) };
  toasts.show(`${definitionOf(type).label} deleted: ${title}`, { action: undo });
}

/** Brings back a record and what went with it. */
export function restoreRecord(session: Session, toasts: Toasts, { type, id }: AnyRecord): void {
  const asked = session.mutate([{ op: 'restore', type, id }]);
  if (!asked.ok) toasts.show(asked.error.message, { tone: 'attention' });
}
