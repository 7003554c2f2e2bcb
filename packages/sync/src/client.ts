/**
 * Drives the machine of `state.ts` through the ports: turns what the connection, the clock and the surroundings say
 * into events, and does what the machine wants done. The only file that sets alarms. It decides nothing; a rule of
 * the protocol that stood here would stand in the wrong file.
 *
 *   connection, alarms, network, edits ── event ──> machine ── effects ──> connection, alarms, edits
 */
import type { ErrorBody } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import {
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  type Change,
  type MutationId,
  type OpenReply,
  type Op,
  type Person,
  type PushReply,
  type Whereabouts,
  type WorkspaceState,
} from '@stationkeeper/protocol';
import { Alarms } from './alarms.ts';
import { backoffMs } from './backoff.ts';
import { browserClock, browserRandom, browserSurroundings } from './browser-ports.ts';
import { Edits } from './edits.ts';
import { Listeners } from './listeners.ts';
import type { Clock, Connection, ConnectionListener, Random, Surroundings } from './ports.ts';
import type { Refusal, Settlement } from './refusal.ts';
import { initialState, isOpened, step } from './state.ts';
import { connectionOf, isSameStatus } from './status.ts';
import type {
  ClientEvent,
  ClientOptions,
  ClientStatus,
  MutateOptions,
  SeenChange,
  SyncClient,
} from './sync-client.ts';
import type { AlarmName, SyncEffect, SyncEvent, SyncState } from './sync-event.ts';

/** The browser's session is another person's by now: what waits here must not be sent in their name. */
const SOMEBODY_ELSE: ErrorBody = {
  code: 'not-signed-in',
  message: 'Somebody else is signed in in this browser now. Sign in again as yourself to go on.',
};

/** Makes a client; nothing happens before `start()`. */
export function createClient(options: ClientOptions): SyncClient {
  return new Client(options);
}

class Client implements SyncClient {
  readonly #options: ClientOptions;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #surroundings: Surroundings;
  readonly #edits: Edits;
  readonly #alarms: Alarms<AlarmName>;
  readonly #listeners = new Listeners<ClientEvent>();
  readonly #events: SyncEvent[] = [];
  #isReacting = false;
  #machine: SyncState;
  #connection: Connection | null = null;
  /** Counts connections and fetches: what an earlier one still says is not listened to. */
  #generation = 0;
  #lastHeardAt = 0;
  #role: Role | null = null;
  #people: readonly Person[] = [];
  #whereabouts: Whereabouts | null = null;
  #stopListening: (() => void) | null = null;
  #status: ClientStatus;

  constructor(options: ClientOptions) {
    const dispatch = (event: SyncEvent) => this.#dispatch(event);
    const tell = (event: ClientEvent) => this.#listeners.tell(event);
    this.#options = options;
    this.#clock = options.clock ?? browserClock;
    this.#random = options.random ?? browserRandom;
    this.#surroundings = options.surroundings ?? browserSurroundings;
    this.#edits = new Edits({ view: options.view, clock: this.#clock, random: this.#random, dispatch, tell });
    this.#alarms = new Alarms(this.#clock, (name) => this.#dispatch({ type: 'alarm', name }));
    this.#machine = initialState(options.view.head, this.#surroundings.isOnline());
    this.#status = this.#readStatus();
  }

  get view(): WorkspaceState {
    return this.#edits.view;
  }

  get status(): ClientStatus {
    return this.#status;
  }

  get refusals(): readonly Refusal[] {
    return this.#edits.outbox.refusals;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  get changesSeen(): readonly SeenChange[] {
    return this.#edits.seen;
  }

  start(): void {
    void this.#edits.open(this.#options.openStorage);
    this.#stopListening = this.#surroundings.listen({
      network: (isOnline) => this.#dispatch({ type: 'network', isOnline }),
      resumed: () => this.#onResumed(),
    });
    this.#dispatch({ type: 'start' });
  }

  stop(): void {
    this.#stopListening?.();
    this.#dispatch({ type: 'stop' });
    void this.#edits.outbox.close();
  }

  countUnsaved(): Promise<number> {
    return this.#edits.outbox.countUnsaved();
  }

  async forget(): Promise<void> {
    await this.#edits.outbox.clear();
    this.stop();
  }

  mutate(ops: readonly Op[], options: MutateOptions = {}): MutationId {
    const id = this.#edits.mutate(ops, options);
    this.#tellStatus();
    return id;
  }

  undo(
    changes: Change | readonly Change[],
    options: { readonly reason?: string | null } = {},
  ): readonly MutationId[] {
    const ids = this.#edits.undo('seq' in changes ? [changes] : changes, options.reason ?? null);
    this.#tellStatus();
    return ids;
  }

  isPending(id: MutationId): boolean {
    return this.#edits.isPending(id);
  }

  settle(id: MutationId, choice: Settlement): MutationId | null {
    const next = this.#edits.settle(id, choice);
    this.#tellStatus();
    return next;
  }

  setWhereabouts(whereabouts: Whereabouts): void {
    this.#whereabouts = whereabouts;
    if (isOpened(this.#machine)) this.#connection?.here(whereabouts);
  }

  subscribe(listener: (event: ClientEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Events are worked off one after the other, also those that an effect brings about at once. */
  #dispatch(event: SyncEvent): void {
    this.#events.push(event);
    if (this.#isReacting) return;
    this.#isReacting = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) {
        const { state, effects } = step(this.#machine, next);
        this.#machine = state;
        for (const effect of effects) this.#perform(effect);
      }
    } finally {
      this.#isReacting = false;
    }
    this.#tellStatus();
  }

  #perform(effect: SyncEffect): void {
    switch (effect.do) {
      case 'connect':
        return this.#connect();
      case 'disconnect':
        return this.#disconnect();
      case 'open':
        return this.#open(effect.since);
      case 'push':
        return this.#push(effect.pushId, effect.ids);
      case 'fetch-snapshot':
        return this.#fetchSnapshot();
      case 'load-snapshot':
        return this.#edits.load(effect.snapshot);
      case 'apply':
        return this.#edits.apply(effect.changes);
      case 'refuse':
        return void this.#edits.onVerdicts([{ id: effect.id, status: 'rejected', error: effect.error }]);
      case 'set-alarm':
        return this.#alarms.set(effect.name, effect.delayMs);
      case 'set-backoff':
        return this.#alarms.set(
          effect.name,
          Math.max(effect.atLeastMs, backoffMs(effect.attempt, this.#random.fraction())),
        );
      case 'clear-alarm':
        return this.#alarms.clear(effect.name);
    }
  }

  #connect(): void {
    this.#connection = this.#options.transport.connect(this.#listenerOf(this.#generation));
  }

  #disconnect(): void {
    this.#generation += 1;
    this.#alarms.clearAll();
    this.#connection?.close();
    this.#connection = null;
    this.#setPeople([]);
  }

  #listenerOf(generation: number): ConnectionListener {
    const heard =
      <A extends unknown[]>(act: (...args: A) => void) =>
      (...args: A): void => {
        if (generation !== this.#generation) return;
        this.#lastHeardAt = this.#clock.now();
        act(...args);
      };
    return {
      connected: heard(() => this.#dispatch({ type: 'connected' })),
      disconnected: heard(() => this.#dispatch({ type: 'disconnected' })),
      closed: heard((error) => this.#dispatch({ type: 'refused', error })),
      changes: heard((changes) => this.#dispatch({ type: 'changes', changes })),
      head: heard((head) => this.#dispatch({ type: 'head', head })),
      presence: heard((people) => this.#setPeople(people)),
      access: heard((role) => this.#setRole(role)),
      members: heard(() => this.#listeners.tell({ kind: 'members' })),
    };
  }

  #open(since: number): void {
    const generation = this.#generation;
    const request = {
      workspace: this.#options.workspace,
      since,
      protocolVersion: PROTOCOL_VERSION,
      schemaVersion: SCHEMA_VERSION,
    };
    this.#connection?.open(request, (answer) => {
      if (generation === this.#generation) this.#onOpenReply(answer);
    });
  }

  #onOpenReply(answer: OpenReply): void {
    switch (answer.status) {
      case 'opened':
        if (answer.userId !== this.#options.userId)
          return this.#dispatch({ type: 'refused', error: SOMEBODY_ELSE });
        this.#role = answer.role;
        this.#dispatch({ type: 'opened', head: answer.head });
        if (this.#whereabouts) this.#connection?.here(this.#whereabouts);
        return void this.#edits.adopt();
      case 'snapshot-needed':
        return this.#dispatch({ type: 'snapshot-needed' });
      case 'refused':
        return this.#dispatch({ type: 'refused', error: answer.error });
    }
  }

  #fetchSnapshot(): void {
    const generation = this.#generation;
    const tell = (event: SyncEvent) => {
      if (generation === this.#generation) this.#dispatch(event);
    };
    this.#options.fetchSnapshot().then(
      (snapshot) => tell({ type: 'snapshot', snapshot }),
      () => tell({ type: 'snapshot-failed' }),
    );
  }

  #push(pushId: number, ids: readonly MutationId[]): void {
    const request = this.#edits.pushOf(ids);
    this.#connection?.push(request, (answer) => {
      void this.#onPushReply(pushId, answer, request.settled);
    });
  }

  async #onPushReply(
    pushId: number,
    answer: PushReply,
    settled: Readonly<Record<string, number>>,
  ): Promise<void> {
    if (answer.status === 'refused') {
      this.#dispatch({ type: 'push-refused', pushId, error: answer.error });
      return;
    }
    this.#edits.outbox.forgetSettled(settled);
    const stored = this.#edits.onVerdicts(answer.verdicts);
    this.#tellStatus();
    await stored;
    this.#dispatch({ type: 'push-answered', pushId, ids: answer.verdicts.map(({ id }) => id) });
  }

  #onResumed(): void {
    this.#dispatch({ type: 'resumed', silentMs: this.#clock.now() - this.#lastHeardAt });
    void this.#edits.adopt().then(() => this.#tellStatus());
  }

  #setPeople(people: readonly Person[]): void {
    if (people.length === 0 && this.#people.length === 0) return;
    const isFewer = people.length < this.#people.length;
    this.#people = people;
    this.#listeners.tell({ kind: 'presence', people });
    // Whoever has gone may have been another tab of this person, with edits that wait.
    if (isFewer && people.length > 0) void this.#edits.adopt();
  }

  #setRole(role: Role): void {
    this.#role = role;
    this.#tellStatus();
  }

  #tellStatus(): void {
    const status = this.#readStatus();
    if (isSameStatus(status, this.#status)) return;
    this.#status = status;
    this.#listeners.tell({ kind: 'status', status });
  }

  #readStatus(): ClientStatus {
    return {
      connection: connectionOf(this.#machine),
      waiting: this.#edits.outbox.size,
      storage: this.#edits.outbox.storageKind,
      role: this.#role,
      closedBy: this.#machine.closedBy,
    };
  }
}
