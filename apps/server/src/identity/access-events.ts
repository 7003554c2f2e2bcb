/**
 * What somebody may do can end at any moment: a sign-out, a new role, a removal, a new password. Open
 * sockets were let in before that, so whoever changes access says it here and the socket gateway listens.
 *
 *   service ── emit() ──> listeners in this process, at once
 *                └──────> Postgres NOTIFY ──> the other processes' receive() ──> their listeners
 *
 * The operator's commands run in a process of their own; NOTIFY is how a running server hears of them.
 * NOTIFY is lossy while the listening connection is away, so after a reconnect `everythingMayHaveChanged`
 * tells listeners to look again at everyone.
 */
import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';

const userId = v.pipe(v.string(), v.uuid());
const workspaceId = v.pipe(v.string(), v.uuid());

const accessEvent = v.variant('kind', [
  v.strictObject({
    kind: v.literal('role-changed'),
    userId,
    workspaceId,
    role: v.picklist(['viewer', 'editor', 'admin']),
  }),
  v.strictObject({ kind: v.literal('removed'), userId, workspaceId }),
  v.strictObject({ kind: v.literal('joined'), userId, workspaceId }),
  /** `sessionId`: only that session (or token) ended; `exceptSessionId`: all but that one; neither: all. */
  v.strictObject({
    kind: v.literal('signed-out'),
    userId,
    sessionId: v.optional(v.string()),
    exceptSessionId: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('everything-may-have-changed') }),
]);

/** A change of what somebody may do, after it was committed. */
export type AccessEvent = v.InferOutput<typeof accessEvent>;

/** The NOTIFY channel on which processes tell each other. */
export const ACCESS_CHANNEL = 'stationkeeper_access';

/** Sends one payload to every process that listens on a channel. */
export type Notify = (channel: string, payload: string) => Promise<void>;

const envelope = v.object({ origin: v.string(), event: accessEvent });

/** The port between those who change access and those who must act on it. */
export class AccessEvents {
  readonly #emitter = new EventEmitter();
  readonly #origin = randomUUID();
  readonly #notify: Notify;

  constructor(notify: Notify) {
    this.#notify = notify;
    this.#emitter.setMaxListeners(0);
  }

  /** Calls the listener for every event from here on; the answer ends that. */
  subscribe(listener: (event: AccessEvent) => void): () => void {
    this.#emitter.on('access', listener);
    return () => this.#emitter.off('access', listener);
  }

  /** Tells this process at once and the others through Postgres; resolves when they have been told. */
  async emit(event: AccessEvent): Promise<void> {
    this.#emitter.emit('access', event);
    await this.#notify(ACCESS_CHANNEL, JSON.stringify({ origin: this.#origin, event }));
  }

  /** Takes in what arrived on the channel; own events and what cannot be read are passed over. */
  receive(payload: string): void {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), envelope), payload);
    if (!parsed.success || parsed.output.origin === this.#origin) return;
    this.#emitter.emit('access', parsed.output.event);
  }

  /** To be called when notifications may have been missed. */
  everythingMayHaveChanged(): void {
    this.#emitter.emit('access', { kind: 'everything-may-have-changed' } satisfies AccessEvent);
  }
}

/** Whether an event ends or changes what this session of this user may do (in that workspace, if it names one). */
export function concerns(event: AccessEvent, who: { userId: string; sessionId: string }): boolean {
  if (event.kind === 'everything-may-have-changed') return true;
  if (event.userId !== who.userId) return false;
  if (event.kind !== 'signed-out') return true;
  if (event.sessionId !== undefined) return event.sessionId === who.sessionId;
  return event.exceptSessionId !== who.sessionId;
}
