/**
 * N real clients and the real server core, on a virtual clock and a virtual network: one run of one scenario.
 *
 * Real: packages/sync whole (but for IndexedDB and Socket.IO), the hub, the commit path, fan-out and presence.
 * Modelled: time, the line, the browser's storage, the death of processes and tabs, identity, the database
 * (`MemoryLogStore`, which keeps the contract of the Postgres one).
 */
import type { Role } from '@stationkeeper/domain/access/roles';
import {
  type Change,
  type Mutation,
  type MutationId,
  type PushReply,
  type PushRequest,
  type Verdict,
  type Snapshot,
} from '@stationkeeper/protocol';
import { expect } from 'vitest';
import type { AccessPort, Caller } from '../../apps/server/src/changelog/access-port.ts';
import type { AccessEvent } from '../../apps/server/src/identity/access-events.ts';
import { MemoryLogStore, type CrashPoint } from '../support/memory-log-store.ts';
import { SILENCE_MS } from '../../packages/sync/src/state.ts';
import { Chance } from './chance.ts';
import { act } from './acts.ts';
import { Reference } from './reference.ts';
import type { Scenario } from './scenario.ts';
import { Shelf } from './shelf.ts';
import { Tab } from './tab.ts';
import { Tally } from './tally.ts';
import { VirtualClock } from './virtual-clock.ts';
import { NO_FAULTS, type Faults, type NetworkWorld } from './virtual-network.ts';
import { VirtualServer, type Doom } from './virtual-server.ts';

const WORKSPACE = '00000000-0000-7000-8000-00000000aaaa';
/** After the last happening everything must come to rest within this time: the longest backoff and ack alarms, several times over. */
const REST_MS = 15 * 60_000;

/** A browser of one person: its storage outlives its tabs. */
export interface Browser {
  readonly caller: Caller;
  readonly shelf: Shelf;
  readonly tabs: Tab[];
  role: Role;
}

/** One run. */
export class Simulation implements NetworkWorld {
  readonly clock = new VirtualClock();
  readonly chance: Chance;
  readonly tally = new Tally();
  readonly reference = new Reference();
  readonly store = new MemoryLogStore(() => this.clock.now);
  readonly browsers: Browser[];
  /** Edits that a person has settled after they were refused. */
  readonly settled = new Set<MutationId>();
  readonly refused = new Set<MutationId>();
  readonly acknowledged = new Map<MutationId, number>();
  faults: Faults;
  server: VirtualServer | null = null;
  nextCrashPoint: CrashPoint = 'none';
  #violation: Error | null = null;
  readonly #accessListeners = new Set<(event: AccessEvent) => void>();

  constructor(scenario: Scenario) {
    this.chance = new Chance(scenario.seed);
    this.faults = scenario.faults;
    this.browsers = Array.from({ length: scenario.browsers }, () => ({
      caller: { userId: this.chance.uuid(), name: 'Somebody', sessionId: this.chance.uuid() },
      shelf: new Shelf(),
      tabs: [],
      role: 'editor' as const,
    }));
    this.store.addWorkspace(WORKSPACE);
    this.store.crashPoint = () => {
      const point = this.nextCrashPoint;
      this.nextCrashPoint = 'none';
      return point;
    };
  }

  get tabs(): Tab[] {
    return this.browsers.flatMap(({ tabs }) => tabs.filter(({ isAlive }) => isAlive));
  }

  get log() {
    return this.store.logOf(WORKSPACE);
  }

  /** Plays the scenario, then lets everything come to rest and looks at the outcome. */
  async run(scenario: Scenario): Promise<void> {
    this.startServer();
    for (const browser of this.browsers) await this.openTab(browser);
    for (const { happening, thenMs } of scenario.steps) {
      await act(this, happening);
      await this.pass(thenMs);
    }
    await this.#rest();
    this.#checkOutcome();
  }

  async pass(delayMs: number): Promise<void> {
    await this.clock.pass(delayMs, () => {
      this.#examine(() => {
        this.reference.follow(this.log);
        for (const tab of this.tabs) this.#checkWord(tab);
      });
      if (this.#violation) throw this.#violation;
    });
  }

  /** A broken promise that shows in the middle of a tab's or a server's work must not be taken for a failure of theirs. */
  #examine(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.#violation ??= error as Error;
    }
  }

  startServer(): void {
    const onDeath = () => {
      this.server = null;
      this.tally.saw('server restarts');
    };
    this.server = new VirtualServer({
      store: this.store,
      access: this.#access(),
      clock: this.clock,
      onDeath,
    });
  }

  /** The process dies now, or in its next transaction; another is there after a while. */
  crash(downMs: number, doom: Doom | null): void {
    if (!this.server?.isAlive) return;
    if (doom) {
      this.server.doom = doom;
      this.tally.saw(doom === 'before commit' ? 'deaths before commit' : 'deaths after commit');
    } else this.server.die();
    this.clock.after(downMs, () => {
      this.server?.die();
      this.startServer();
    });
  }

  async openTab(browser: Browser): Promise<void> {
    const snapshot = await this.#snapshotNow();
    if (!snapshot) return;
    for (const mutation of browser.shelf.outbox.values()) {
      if (!browser.shelf.locks.has(mutation.id.slice(0, mutation.id.lastIndexOf(':'))))
        this.tally.saw('adopted edits');
    }
    browser.tabs.push(
      new Tab({
        world: this,
        caller: browser.caller,
        shelf: browser.shelf,
        snapshot,
        workspace: 'board',
        server: () => this.server,
        fetchSnapshot: () => this.#fetchSnapshot(),
      }),
    );
  }

  /** Somebody may only read for a while. */
  demote(browser: Browser): void {
    this.#setRole(browser, 'viewer');
    this.clock.after(this.chance.between(0, 3_000), () => this.#setRole(browser, 'editor'));
  }

  /** Nothing can be stored for a while. */
  fillDisk({ shelf }: Browser): void {
    this.tally.saw('full disks');
    shelf.isFull = true;
    shelf.wasFull = true;
    this.clock.after(this.chance.between(0, 20_000), () => (shelf.isFull = false));
  }

  #setRole(browser: Browser, role: Role): void {
    browser.role = role;
    const { userId } = browser.caller;
    for (const listener of this.#accessListeners) {
      listener({ kind: 'role-changed', userId, workspaceId: WORKSPACE, role });
    }
  }

  onPush(request: PushRequest, isOpened: boolean, shelf: Shelf): void {
    this.#examine(() => {
      this.reference.follow(this.log);
      expect(isOpened, 'nothing is pushed before the workspace is open').toBe(true);
      const ids = (request.mutations as readonly Mutation[]).map(({ id }) => id);
      const isStored = (id: MutationId) => shelf.everStored.has(id) || shelf.wasFull;
      for (const id of ids) expect(isStored(id), `${id} is stored before it is pushed`).toBe(true);
      this.reference.checkOrder(ids);
    });
  }

  onChangesSent(changes: readonly Change[], sentUpTo: number): void {
    this.#examine(() => {
      const seqs = changes.map(({ seq }) => seq);
      expect(seqs, 'each line gets every change once, in order').toEqual(
        seqs.map((_, index) => sentUpTo + 1 + index),
      );
    });
  }

  onPushReply(answer: PushReply): void {
    if (answer.status === 'answered')
      this.#examine(() => answer.verdicts.forEach((verdict) => this.#checkVerdict(verdict)));
  }

  #checkVerdict(verdict: Verdict): void {
    this.reference.follow(this.log);
    if (verdict.status === 'accepted') {
      this.tally.saw('acceptances');
      this.acknowledged.set(verdict.id, verdict.seq);
      expect(this.refused.has(verdict.id), `${verdict.id} keeps its first answer`).toBe(false);
      this.reference.checkAcknowledged(verdict.id, verdict.seq);
      return;
    }
    if (verdict.status === 'rejected' && verdict.error.code === 'out-of-order') return;
    this.tally.saw(verdict.status === 'conflict' ? 'conflicts' : 'rejections');
    this.refused.add(verdict.id);
    expect(this.acknowledged.has(verdict.id), `${verdict.id} keeps its first answer`).toBe(false);
    expect(this.reference.seqOf.has(verdict.id), `${verdict.id} was refused`).toBe(false);
  }

  /** What the header says is true. */
  #checkWord({ client, transport }: Tab): void {
    if (client.status.connection !== 'live') return;
    const silentMs = this.clock.now - transport.lastHeardAt;
    expect(silentMs, 'live was heard of within two heartbeats').toBeLessThanOrEqual(SILENCE_MS);
  }

  async #snapshotNow(): Promise<Snapshot | null> {
    return this.server ? await this.server.snapshot(WORKSPACE) : null;
  }

  async #fetchSnapshot(): Promise<Snapshot> {
    await this.clock.pause(this.chance.between(1, this.faults.latencyMs));
    const snapshot = await this.#snapshotNow();
    await this.clock.pause(this.chance.between(1, this.faults.latencyMs));
    if (!snapshot) throw new Error('The server cannot be reached.');
    return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
  }

  /** The world behaves again; whoever has something left behind opens a tab. */
  async #rest(): Promise<void> {
    this.faults = NO_FAULTS;
    this.nextCrashPoint = 'none';
    await this.pass(10_000);
    for (const { shelf } of this.browsers) shelf.isFull = false;
    if (!this.server) this.startServer();
    for (const browser of this.browsers) {
      for (const tab of browser.tabs) if (tab.isAlive) tab.plug(true, true);
      if (!browser.tabs.some(({ isAlive }) => isAlive)) await this.openTab(browser);
    }
    for (let waited = 0; waited < REST_MS && !this.#isAtRest(); waited += 5_000) await this.pass(5_000);
    await this.#restart(this.browsers.filter(({ shelf }) => shelf.wasFull));
    // Tabs that closed while others stayed open: what they left is found when somebody looks at the page again.
    for (const tab of this.tabs) tab.lookAgain();
    await this.pass(60_000);
  }

  /** What could not be written away lies in the storage still: the next tab finds it and asks again. */
  async #restart(browsers: readonly Browser[]): Promise<void> {
    for (const browser of browsers) {
      for (const tab of browser.tabs) if (tab.isAlive) tab.kill();
      await this.openTab(browser);
    }
    await this.pass(60_000);
  }

  #isAtRest(): boolean {
    return this.tabs.every(
      ({ client }) => client.status.connection === 'live' && client.status.waiting === 0,
    );
  }

  #checkOutcome(): void {
    const confirmed = [...this.reference.state.all()].sort(byId);
    for (const { client } of this.tabs) {
      expect(client.status.connection).toBe('live');
      expect(client.status.waiting, 'nothing waits').toBe(0);
      expect(client.view.head, 'everything has arrived').toBe(this.reference.state.head);
      expect([...client.view.all()].sort(byId), 'the view is the fold of the log').toEqual(confirmed);
    }
    for (const browser of this.browsers) this.#checkBrowser(browser);
  }

  /** Every edit has come to an end: in the log, without effect, refused and kept, or never stored by a tab that was killed. */
  #checkBrowser({ shelf, tabs }: Browser): void {
    expect(shelf.outbox.size, 'nothing is left in the storage').toBe(0);
    const kept = tabs.filter(({ isAlive }) => isAlive).flatMap(({ client }) => client.refusals);
    const keptIds = kept.map(({ mutation }) => mutation.id);
    expect(new Set(keptIds).size, 'each refusal is shown once').toBe(keptIds.length);
    expect([...shelf.refusals.keys()].sort(), 'each refusal that is shown is stored').toEqual(
      [...keptIds].sort(),
    );
    for (const tab of tabs) {
      for (const { id } of tab.made) this.#checkEnded(id, tab, new Set(keptIds));
    }
  }

  #checkEnded(id: MutationId, tab: Tab, kept: ReadonlySet<MutationId>): void {
    const hasEnded =
      this.reference.seqOf.has(id) || this.acknowledged.has(id) || kept.has(id) || this.settled.has(id);
    const wasNeverKept = !tab.isAlive && !tab.shelf.everStored.has(id);
    expect(hasEnded || wasNeverKept, `${id} has come to an end`).toBe(true);
    if (this.reference.seqOf.has(id)) expect(kept.has(id), `${id} is accepted and not refused`).toBe(false);
  }

  #access(): AccessPort {
    const roleOf = (userId: string) =>
      this.browsers.find(({ caller }) => caller.userId === userId)?.role ?? null;
    return {
      membership: async (userId) => {
        await this.clock.pause(this.chance.between(0, 10));
        const role = roleOf(userId);
        return role ? { workspaceId: WORKSPACE, role } : null;
      },
      roleOf: (userId) => Promise.resolve(roleOf(userId)),
      memberIds: () => Promise.resolve(new Set(this.browsers.map(({ caller }) => caller.userId))),
      isSignedIn: () => Promise.resolve(true),
      subscribe: (listener) => {
        this.#accessListeners.add(listener);
        return () => this.#accessListeners.delete(listener);
      },
    };
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
