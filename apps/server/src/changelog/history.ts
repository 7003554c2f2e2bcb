/** What happened to a record: the changes that touch it or anything it owns, newest first, a page at a time. */
import type { Change, RecordView } from '@stationkeeper/protocol';
import type { LogStore } from './log-store.ts';
import type { Replica } from './replica.ts';

/** A page of changes, newest first. `before`: ask with this for the next page; null on the last one. */
export interface HistoryPage {
  readonly changes: readonly Change[];
  readonly before: number | null;
}

/** One page of a record's history; a record that never was has an empty one. */
export async function historyOf(
  store: LogStore,
  replica: Replica,
  recordId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<HistoryPage> {
  const recordIds = [...familyOf(replica.state, recordId)];
  const query = { recordIds, before: before ?? replica.head + 1, limit: limit + 1 };
  const found = await store.changesTouching(replica.workspaceId, query);
  const changes = found.slice(0, limit);
  return { changes, before: found.length > limit ? (changes.at(-1)?.seq ?? null) : null };
}

/** The record and everything that it owns, at any depth, deleted or not. */
function* familyOf(view: RecordView, recordId: string): Iterable<string> {
  yield recordId;
  for (const child of view.childrenOf(recordId)) yield* familyOf(view, child.id);
}
