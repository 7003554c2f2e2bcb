/** The latest confirmed changes, for the activity list, for undo and for what glows. */
import { touchedIds, type Change } from '@stationkeeper/protocol';
import type { SeenChange } from './sync-client.ts';

/** Enough for a long session of undo; a page that shows more history asks the server. */
const MOST_KEPT = 500;

/** A bounded list, oldest first. */
export class SeenChanges {
  #list: readonly SeenChange[] = [];

  get list(): readonly SeenChange[] {
    return this.#list;
  }

  /** Adds changes and gives them as they were added. */
  add(changes: readonly Change[], isOwn: (change: Change) => boolean): readonly SeenChange[] {
    const seen = changes.map((change) => ({
      change,
      ids: touchedIds(change),
      types: new Set(change.patches.map(({ type }) => type)),
      isOwn: isOwn(change),
    }));
    this.#list = [...this.#list, ...seen].slice(-MOST_KEPT);
    return seen;
  }
}
