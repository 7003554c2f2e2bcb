/** What a writer may do to one record beyond what the role says; used by server and browser alike. */
import type { AnyRecord } from '@stationkeeper/domain';
import type { Op } from './mutation.ts';

/**
 * Whether `userId` may do this: a comment is written in one's own name, and only its author may change or
 * delete it (SPEC A5). All else is the role's affair (`@stationkeeper/domain/access/roles`).
 *
 * @param record what stands there, undefined where nothing does
 */
export function mayDo(userId: string, op: Op, record: AnyRecord | undefined): boolean {
  if (op.type !== 'comment') return true;
  if (op.op === 'create') return op.fields['author'] === userId;
  return record?.type !== 'comment' || record.fields['author'] === userId || isOnlyResolving(op);
}

/** Whoever may edit may say that a comment has been dealt with. */
function isOnlyResolving(op: Op): boolean {
  return op.op === 'update' && Object.keys(op.edits).every((name) => name === 'isResolved');
}
