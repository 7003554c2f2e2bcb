/** Who made a field so that somebody else's edit now conflicts with it: a reading of the log (SPEC V4). */
import type { Change, Conflict, Patch } from '@stationkeeper/protocol';
import type { LockedLog, Refusal } from './log-store.ts';

/** Changes of one record read at once. */
const PAGE = 50;
/** Pages read before giving up: a conflict without a name is still a conflict. */
const MAX_PAGES = 10;

type Source = Pick<LockedLog, 'head' | 'changesTouching'>;

/** The refusal with `by` in each of its conflicts. `newer`: changes of the batch that the log does not hold yet. */
export async function withAuthors(refusal: Refusal, log: Source, newer: readonly Change[]): Promise<Refusal> {
  if (refusal.status !== 'conflict') return refusal;
  const conflicts = await Promise.all(
    refusal.conflicts.map(async (conflict) => {
      const change = lastTo(conflict, newer.toReversed()) ?? (await lastInLog(conflict, log));
      return change ? { ...conflict, by: byOf(change) } : conflict;
    }),
  );
  return { ...refusal, conflicts };
}

async function lastInLog(conflict: Conflict, log: Source): Promise<Change | undefined> {
  let before = log.head + 1;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { recordIds: [conflict.recordId], before, limit: PAGE };
    const changes = await log.changesTouching(query);
    const found = lastTo(conflict, changes);
    const oldest = changes.at(-1);
    if (found || !oldest || changes.length < PAGE) return found;
    before = oldest.seq;
  }
  return undefined;
}

function lastTo(conflict: Conflict, newestFirst: readonly Change[]): Change | undefined {
  return newestFirst.find((change) => change.patches.some((patch) => sets(patch, conflict)));
}

function sets(patch: Patch, { recordId, field }: Conflict): boolean {
  if (patch.id !== recordId) return false;
  return patch.op === 'create' || (patch.op === 'update' && Object.hasOwn(patch.edits, field));
}

function byOf({ actor, at, seq }: Change): { actor: string; at: number; seq: number } {
  return { actor, at, seq };
}
