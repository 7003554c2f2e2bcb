/**
 * One's own edits of this page, for taking the last one back. An edit can be taken back before the server has answered
 * it: the wish is kept, and asked for when the change has come.
 */
import type { Change, MutationId } from '@stationkeeper/protocol';

/** Further back than anybody goes by keyboard. */
const MOST_KEPT = 100;

export class OwnEdits {
  #asked: MutationId[] = [];
  readonly #changes = new Map<MutationId, Change>();
  readonly #wished = new Set<MutationId>();

  asked(id: MutationId): void {
    this.#asked = [...this.#asked, id].slice(-MOST_KEPT);
  }

  /** Takes in changes that have come; gives back those that are to be taken back now. */
  seen(changes: readonly Change[]): readonly Change[] {
    for (const change of changes) {
      if (this.#asked.includes(change.mutationId)) this.#changes.set(change.mutationId, change);
    }
    return changes.filter(({ mutationId }) => this.#wished.delete(mutationId));
  }

  /**
   * The last edit that did something, no longer to be taken back again: its change, 'coming' where it is pending, null
   * where there is none. Those that were refused or changed nothing are passed over.
   */
  takeLast(isPending: (id: MutationId) => boolean): Change | 'coming' | null {
    for (let id = this.#asked.pop(); id !== undefined; id = this.#asked.pop()) {
      const change = this.#changes.get(id);
      this.#changes.delete(id);
      if (change) return change;
      if (!isPending(id)) continue;
      this.#wished.add(id);
      return 'coming';
    }
    return null;
  }
}
