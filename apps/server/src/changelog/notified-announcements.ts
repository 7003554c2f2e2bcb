/**
 * Announcements over a channel that carries one text to every process, such as Postgres NOTIFY.
 *
 *   publish ──> one message under way for each workspace; heads that come meanwhile are one message after it
 *   receive <── whatever the channel brought; own words and what cannot be read are passed over
 *
 * The channel loses what was said while nobody listened; the heartbeat makes up for that.
 */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Announcements } from './announcements.ts';
import type { Log } from './log.ts';

/** The NOTIFY channel on which processes say that a workspace has moved. */
export const CHANGES_CHANNEL = 'stationkeeper_changes';

type Listener = (workspaceId: string, head: number) => void;

const said = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ origin: v.string(), workspaceId: v.pipe(v.string(), v.uuid()), head: v.number() }),
);

/** Announcements of one process. */
export class NotifiedAnnouncements implements Announcements {
  readonly #notify: (channel: string, payload: string) => Promise<void>;
  readonly #log: Log;
  readonly #origin = randomUUID();
  readonly #listeners = new Set<Listener>();
  /** Workspaces with a message under way; the head to be said after it, or null. */
  readonly #underWay = new Map<string, number | null>();

  constructor(notify: (channel: string, payload: string) => Promise<void>, log: Log) {
    this.#notify = notify;
    this.#log = log;
  }

  publish(workspaceId: string, head: number): void {
    if (this.#underWay.has(workspaceId)) this.#underWay.set(workspaceId, head);
    else void this.#say(workspaceId, head);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  receive(payload: string): void {
    const parsed = v.safeParse(said, payload);
    if (!parsed.success || parsed.output.origin === this.#origin) return;
    for (const listener of this.#listeners) listener(parsed.output.workspaceId, parsed.output.head);
  }

  async #say(workspaceId: string, head: number): Promise<void> {
    let next: number | null = head;
    while (next !== null) {
      this.#underWay.set(workspaceId, null);
      const payload = JSON.stringify({ origin: this.#origin, workspaceId, head: next });
      await this.#notify(CHANGES_CHANNEL, payload).catch((error: unknown) => {
        this.#log.warn(
          { workspaceId, err: error },
          'Other servers were not told; their heartbeat will tell.',
        );
      });
      next = this.#underWay.get(workspaceId) ?? null;
    }
    this.#underWay.delete(workspaceId);
  }
}
