/**
 * Announcements between processes by NOTIFY. One is on its way for each workspace at a time, and the newest head waits:
 * under load that is one small statement now and then, not one for each commit.
 */
import type pg from 'pg';
import type { Announcements } from '../changelog/announcements.ts';
import type { Log } from '../log.ts';

/** The NOTIFY channel; its payload is `<workspace id> <head>`. */
export const HEADS_CHANNEL = 'stationkeeper_heads';

type Listener = (workspaceId: string, head: number) => void;

export class PostgresAnnouncements implements Announcements {
  readonly #pool: pg.Pool;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  readonly #waiting = new Map<string, number>();
  readonly #onTheirWay = new Map<string, Promise<void>>();

  constructor(pool: pg.Pool, log: Log) {
    this.#pool = pool;
    this.#log = log;
  }

  publish(workspaceId: string, head: number): void {
    this.#waiting.set(workspaceId, Math.max(head, this.#waiting.get(workspaceId) ?? 0));
    if (!this.#onTheirWay.has(workspaceId)) this.#onTheirWay.set(workspaceId, this.#sendAll(workspaceId));
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes in what arrived on the channel. */
  receive(payload: string): void {
    const [workspaceId = '', head = ''] = payload.split(' ');
    if (!/^\d+$/.test(head)) return;
    for (const listener of this.#listeners) listener(workspaceId, Number(head));
  }

  /** Resolves when nothing waits to be sent: before the pool is closed. */
  async settled(): Promise<void> {
    await Promise.all(this.#onTheirWay.values());
  }

  async #sendAll(workspaceId: string): Promise<void> {
    for (let head = this.#next(workspaceId); head !== undefined; head = this.#next(workspaceId)) {
      try {
        await this.#pool.query('select pg_notify($1, $2)', [HEADS_CHANNEL, `${workspaceId} ${head}`]);
      } catch (error) {
        this.#log.warn(
          { workspaceId, err: error },
          'Other servers could not be told of a change; their heartbeat will.',
        );
      }
    }
    this.#onTheirWay.delete(workspaceId);
  }

  #next(workspaceId: string): number | undefined {
    const head = this.#waiting.get(workspaceId);
    this.#waiting.delete(workspaceId);
    return head;
  }
}
