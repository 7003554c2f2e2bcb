/**
 * The changes of one record, newest first: those that have arrived on this page, and older ones fetched a page at a time.
 */
import type { Change } from '@stationkeeper/protocol';
import { getJson } from '#lib/http/json.ts';
import type { Session } from '#lib/session/session.svelte.ts';

/** The server's pages are about this long; a shorter one is the last. */
const PAGE = 50;

export class RecordHistory {
  problem = $state<string | null>(null);
  isLoading = $state(false);
  hasMore = $state(true);
  #fetched = $state.raw<readonly Change[]>([]);
  readonly #session: Session;
  readonly #recordId: string;

  constructor(session: Session, recordId: string) {
    this.#session = session;
    this.#recordId = recordId;
  }

  /** Newest first, each once. */
  get changes(): readonly Change[] {
    const arrived = this.#session.recent.filter((change) => touches(change, this.#recordId));
    const bySeq = new Map([...this.#fetched, ...arrived].map((change) => [change.seq, change]));
    return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
  }

  /** Fetches the next older page. */
  async more(): Promise<void> {
    if (this.isLoading || !this.hasMore) return;
    this.isLoading = true;
    const answer = await getJson<{ changes: readonly Change[] }>(this.#path());
    this.isLoading = false;
    this.problem = answer.ok ? null : answer.error.message;
    if (!answer.ok) return;
    const { changes } = answer.value;
    this.hasMore = changes.length >= PAGE;
    this.#fetched = [...this.#fetched, ...changes];
  }

  #path(): string {
    const oldest = this.#fetched.reduce((seq, change) => Math.min(seq, change.seq), Number.POSITIVE_INFINITY);
    const before = Number.isFinite(oldest) ? `&before=${String(oldest)}` : '';
    return `/api/workspaces/${this.#session.workspace.slug}/changes?record=${this.#recordId}&limit=${String(PAGE)}${before}`;
  }
}

function touches(change: Change, recordId: string): boolean {
  return change.patches.some((patch) => patch.id === recordId);
}
