/**
 * Who made the fields so that somebody else's edits now conflict with them: a reading of the log (SPEC V4). It is
 * done under the lock, while everybody waits; so one walk back through the log serves all conflicts of a batch, and
 * it has an end.
 */
import type { Change, Conflict } from '@stationkeeper/protocol';
import type { LockedLog, Refusal } from './log-store.ts';

/** Changes read at once. */
const PAGE = 50;
/** Pages read for one batch before giving up: a conflict without a name is still a conflict. */
const MAX_PAGES = 20;

type Source = Pick<LockedLog, 'head' | 'changesTouching'>;
/** The newest change that set a field, by record and field; null while it is not found. */
type Setters = Map<string, Change | null>;

/** The refusals with `by` in each conflict, in the same order. `newer`: changes of the batch that the log does not hold yet. */
export async function withAuthors(
  refusals: readonly Refusal[],
  log: Source,
  newer: readonly Change[],
): Promise<readonly Refusal[]> {
  const conflicts = refusals.flatMap((refusal) => (refusal.status === 'conflict' ? refusal.conflicts : []));
  const setters: Setters = new Map(conflicts.map((conflict) => [keyOf(conflict), null]));
  note(setters, newer.toReversed());
  await readLog(setters, [...new Set(conflicts.map(({ recordId }) => recordId))], log);
  return refusals.map((refusal) =>
    refusal.status === 'conflict'
      ? { ...refusal, conflicts: refusal.conflicts.map((conflict) => named(conflict, setters)) }
      : refusal,
  );
}

async function readLog(setters: Setters, recordIds: readonly string[], log: Source): Promise<void> {
  let before = log.head + 1;
  for (let page = 0; page < MAX_PAGES && missing(setters); page++) {
    const changes = await log.changesTouching({ recordIds, before, limit: PAGE });
    note(setters, changes);
    const oldest = changes.at(-1);
    if (!oldest || changes.length < PAGE) return;
    before = oldest.seq;
  }
}

function missing(setters: Setters): boolean {
  return [...setters.values()].includes(null);
}

/** Enters each change under the fields that it set, unless a newer one stands there. */
function note(setters: Setters, newestFirst: readonly Change[]): void {
  for (const change of newestFirst) {
    for (const patch of change.patches) {
      const fields = patch.op === 'update' ? patch.edits : {};
      for (const field of Object.keys(fields)) fill(setters, keyOf({ recordId: patch.id, field }), change);
      if (patch.op === 'create') fillAll(setters, patch.id, change);
    }
  }
}

function fill(setters: Setters, key: string, change: Change): void {
  if (setters.get(key) === null) setters.set(key, change);
}

/** A creation sets every field, those too that it does not name. */
function fillAll(setters: Setters, recordId: string, change: Change): void {
  const prefix = keyOf({ recordId, field: '' });
  for (const key of setters.keys()) if (key.startsWith(prefix)) fill(setters, key, change);
}

function named(conflict: Conflict, setters: Setters): Conflict {
  const change = setters.get(keyOf(conflict));
  if (!change) return conflict;
  const { actor, at, seq } = change;
  return { ...conflict, by: { actor, at, seq } };
}

function keyOf({ recordId, field }: Pick<Conflict, 'recordId' | 'field'>): string {
  return `${recordId}.${field}`;
}
