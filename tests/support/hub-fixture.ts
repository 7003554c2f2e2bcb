/** The hub on a store in memory, with people, windows and a clock that tests hold in their hands. */
import type { Role } from '@stationkeeper/domain/access/roles';
import {
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  WorkspaceState,
  type Change,
  type Mutation,
  type OpenReply,
  type PushReply,
} from '@stationkeeper/protocol';
import type { AccessPort, Caller } from '../../apps/server/src/changelog/access-port.ts';
import type { Connection, MessageOf, ServerEvent } from '../../apps/server/src/changelog/connection.ts';
import { createChangelog, type Changelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { Hub, type HubParts } from '../../apps/server/src/changelog/hub.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import type { LogStore } from '../../apps/server/src/changelog/log-store.ts';
import type { Session } from '../../apps/server/src/changelog/session.ts';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryLogStore } from './memory-log-store.ts';
import { testUuid, TestWriter } from './mutations.ts';

/** People and their roles; what identity keeps in the database. */
export class FakeAccess implements AccessPort {
  readonly roles = new Map<string, Role>();
  readonly signedOut = new Set<string>();
  readonly #listeners = new Set<(event: AccessEvent) => void>();
  readonly #workspaceId: string;

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId;
  }

  membership(userId: string, workspace: string): ReturnType<AccessPort['membership']> {
    const role = workspace === 'board' ? this.roles.get(userId) : undefined;
    return Promise.resolve(role ? { workspaceId: this.#workspaceId, role } : null);
  }

  roleOf(userId: string): Promise<Role | null> {
    return Promise.resolve(this.roles.get(userId) ?? null);
  }

  memberIds(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.roles.keys()));
  }

  isSignedIn({ sessionId }: Caller): Promise<boolean> {
    return Promise.resolve(!this.signedOut.has(sessionId));
  }

  subscribe(listener: (event: AccessEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: AccessEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  setRole(userId: string, role: Role): void {
    this.roles.set(userId, role);
    this.emit({ kind: 'role-changed', userId, workspaceId: this.#workspaceId, role });
  }

  remove(userId: string): void {
    this.roles.delete(userId);
    this.emit({ kind: 'removed', userId, workspaceId: this.#workspaceId });
  }
}

/** One window and everything it was sent, in order. */
export class FakeWindow implements Connection {
  readonly id = testUuid();
  readonly sent: { event: ServerEvent; message: unknown }[] = [];
  readonly writer: TestWriter;
  isClosed = false;
  /** While this is pending, the window does not read. */
  reading: Promise<void> = Promise.resolve();
  session: Session;

  constructor(hub: Hub, userId: string) {
    this.writer = new TestWriter(userId);
    this.session = hub.connect(this, { userId, name: `Name of ${userId}`, sessionId: `session ${userId}` });
  }

  send<E extends ServerEvent>(event: E, ...message: MessageOf<E>): void {
    if (!this.isClosed) this.sent.push({ event, message: message[0] });
  }

  drained(): Promise<void> {
    return this.reading;
  }

  close(): void {
    this.isClosed = true;
  }

  open(since = 0, workspace = 'board'): Promise<OpenReply> {
    const request = {
      workspace,
      since,
      protocolVersion: PROTOCOL_VERSION,
      schemaVersion: SCHEMA_VERSION,
    };
    return new Promise((resolve) => this.session.open(request, resolve));
  }

  push(mutations: readonly unknown[], settled: Record<string, number> = {}): Promise<PushReply> {
    return new Promise((resolve) => this.session.push({ mutations, settled }, resolve));
  }

  /** Pushes one mutation and answers its verdict. */
  async edit(mutation: Mutation) {
    const reply = await this.push([mutation]);
    if (reply.status !== 'answered') throw new Error(reply.error.message);
    const [verdict] = reply.verdicts;
    if (!verdict) throw new Error('no verdict');
    return verdict;
  }

  messages<E extends ServerEvent>(event: E): MessageOf<E>[0][] {
    return this.sent.filter((one) => one.event === event).map((one) => one.message as MessageOf<E>[0]);
  }

  /** All changes that have arrived, in the order of arrival. */
  get changes(): Change[] {
    return this.messages('changes').flatMap(({ changes }) => changes);
  }

  /** What a page that began empty now shows; throws on a gap or a repeat. */
  get state(): WorkspaceState {
    const state = new WorkspaceState();
    for (const change of this.changes) state.apply(change);
    return state;
  }
}

/** A server with one workspace, `board`. */
export interface HubFixture {
  readonly store: MemoryLogStore;
  readonly changelog: Changelog;
  readonly hub: Hub;
  readonly access: FakeAccess;
  readonly clock: ManualClock;
  readonly workspaceId: string;
  /** A window of somebody new with this role, not yet open. */
  window(role?: Role): FakeWindow;
  /** Another server on the same store. */
  another(): HubFixture;
}

/** Everything the tests of the hub need; `on` another fixture's store: a second server. */
export function hubFixture(
  on?: { store: MemoryLogStore; workspaceId: string; access: FakeAccess },
  more: Partial<HubParts> & { wrap?: (store: LogStore) => LogStore } = {},
): HubFixture {
  const store = on?.store ?? new MemoryLogStore();
  const workspaceId = on?.workspaceId ?? testUuid();
  if (!on) store.addWorkspace(workspaceId);
  const access = on?.access ?? new FakeAccess(workspaceId);
  const clock = new ManualClock();
  const changelog = createChangelog({ store: more.wrap?.(store) ?? store, clock, log: silentLog });
  const hub = new Hub({ changelog, access, clock, log: silentLog, ...more });
  changelog.start();
  hub.start();
  const fixture: HubFixture = {
    store,
    changelog,
    hub,
    access,
    clock,
    workspaceId,
    window: (role = 'editor') => {
      const userId = testUuid();
      access.roles.set(userId, role);
      return new FakeWindow(hub, userId);
    },
    another: () => hubFixture(fixture),
  };
  return fixture;
}

/** Lets everything that only waits for promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
