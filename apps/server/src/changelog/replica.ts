/**
 * The records of a workspace in this process's memory: every verdict is judged on them, every page is
 * rendered from them. A replica holds only what is committed. It moves in one way, `advance`, by the next
 * changes of the log; whoever subscribes is called in that same tick, once for each advance, so that what
 * they have seen is always exactly what stands here.
 *
 *   this process committed ──┐
 *   found behind, under lock ─┼──> advance(changes) ──> state ──> subscribers (fan-out)
 *   another process said so ──┘    what is known already is passed over
 */
import { assert } from '@stationkeeper/domain';
import type { Change, WorkspaceState } from '@stationkeeper/protocol';
import type { LogStore } from './log-store.ts';

/** Changes kept at hand for clients that were away for a moment, and for naming the author of a conflict. */
const RECENT_CHANGES = 1_000;
/** Changes read at once while catching up with the store. */
const PIECE = 1_000;

type Listener = (changes: readonly Change[]) => void;

/** One workspace as it is committed. */
export class Replica {
  readonly workspaceId: string;
  readonly #store: LogStore;
  readonly #state: WorkspaceState;
  readonly #listeners = new Set<Listener>();
  #recent: Change[] = [];
  #following: Promise<void> | null = null;

  constructor(workspaceId: string, store: LogStore, state: WorkspaceState) {
    this.workspaceId = workspaceId;
    this.#store = store;
    this.#state = state;
  }

  /** To be read, never written. */
  get state(): WorkspaceState {
    return this.#state;
  }

  get head(): number {
    return this.#state.head;
  }

  /** Calls the listener in the tick of each advance; the answer ends that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** Folds in committed changes, in order; those that are known already are passed over (SPEC C3). */
  advance(changes: readonly Change[]): void {
    const fresh = changes.filter((change) => change.seq > this.head);
    const first = fresh[0];
    if (!first) return;
    assert(first.seq === this.head + 1, `advance to ${first.seq} at ${this.head}`);
    for (const change of fresh) this.#state.apply(change);
    this.#remember(fresh);
    for (const listener of this.#listeners) listener(fresh);
  }

  /** Reads what other processes have committed. Calls at the same time share one reading. */
  async catchUp(): Promise<void> {
    this.#following ??= this.#readOn().finally(() => {
      this.#following = null;
    });
    await this.#following;
  }

  /** The changes after `since` if all of them are at hand. */
  recentSince(since: number): readonly Change[] | null {
    const first = this.#recent[0];
    if (since >= this.head) return [];
    if (!first || first.seq > since + 1) return null;
    return this.#recent.slice(since + 1 - first.seq);
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const changes = await this.#store.changesSince(this.workspaceId, this.head, PIECE);
      this.advance(changes);
      if (changes.length < PIECE) return;
    }
  }

  #remember(changes: readonly Change[]): void {
    this.#recent.push(...changes);
    if (this.#recent.length > 2 * RECENT_CHANGES) this.#recent = this.#recent.slice(-RECENT_CHANGES);
  }
}
