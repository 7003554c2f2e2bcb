/**
 * The changes of one record and all that it owns, newest first: those that have arrived on this page, and older ones
 * fetched a page at a time.
 */
import { ownerIdOf } from '@stationkeeper/domain';
import type { Change } from '@stationkeeper/protocol';
import { getJson } from '#lib/http/json.ts';
import type { Session } from '#lib/session/session.svelte.ts';

/** Changes fetched at a time. */
const PAGE = 50;

export class RecordHistory {
  problem = $state<string | null>(null);
  isLoading = $state(false);
  /** Where the next older page begins; undefined before the first, null after the last. */
  #before = $state<number | null | undefined>(undefined);
  #fetched = $state.raw<readonly Change[]>([]);
  readonly #session: Session;
  readonly #recordId: string;

  constructor(session: Session, recordId: string) {
    this.#session = session;
    this.#recordId = recordId;
  }

  /** Newest first, each once. */
  get changes(): readonly Change[] {
    const arrived = this.#session.recent.filter((change) => this.#touches(change));
    const bySeq = new Map([...this.#fetched, ...arrived].map((change) => [change.seq, change]));
    return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
  }

  get hasMore(): boolean {
    return this.#before !== null;
  }

  /** Fetches the next older page. */
  async more(): Promise<void> {
    if (this.isLoading || !this.hasMore) return;
    this.isLoading = true;
    const answer = await getJson<{ changes: readonly Change[]; before: number | null }>(this.#path());
    this.isLoading = false;
    this.problem = answer.ok ? null : answer.error.message;
    if (!answer.ok) return;
    this.#before = answer.value.before;
    this.#fetched = [...this.#fetched, ...answer.value.changes];
  }

  #path(): string {
    const before = typeof this.#before === 'number' ? `&before=${String(this.#before)}` : '';
    return `/api/workspaces/${this.#session.workspace.slug}/changes?record=${this.#recordId}&limit=${String(PAGE)}${before}`;
  }

  #touches(change: Change): boolean {
    return change.patches.some(({ id }) => id === this.#recordId || this.#ownerOf(id) === this.#recordId);
  }

  #ownerOf(id: string): string | null {
    const record = this.#session.records.get(id);
    return record ? ownerIdOf(record) : null;
  }
}
