/**
 * A server process as the simulation has it: the real hub and commit path on a store that outlives it. It can die at
 * any await, and at two chosen ones: when a transaction is about to be committed, and when it has just been.
 */
import { AppError } from '@stationkeeper/domain';
import { encodeSnapshot, type Snapshot } from '@stationkeeper/protocol';
import type { AccessPort } from '../../apps/server/src/changelog/access-port.ts';
import { createChangelog, type Changelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { Hub } from '../../apps/server/src/changelog/hub.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import type { LockedLog, LogStore } from '../../apps/server/src/changelog/log-store.ts';
import type { MemoryLogStore } from '../support/memory-log-store.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { VirtualLink } from './virtual-link.ts';

/** Where in its next transaction a process is to die. */
export type Doom = 'before commit' | 'after commit';

/** One process. */
export class VirtualServer {
  readonly hub: Hub;
  readonly changelog: Changelog;
  readonly links = new Set<VirtualLink>();
  readonly #onDeath: () => void;
  isAlive = true;
  doom: Doom | null = null;

  constructor(parts: {
    store: MemoryLogStore;
    access: AccessPort;
    clock: VirtualClock;
    onDeath: () => void;
  }) {
    const clock = parts.clock.forServer(() => this.isAlive);
    this.#onDeath = parts.onDeath;
    this.changelog = createChangelog({ store: this.#mortal(parts.store), clock, log: silentLog });
    this.hub = new Hub({ changelog: this.changelog, access: parts.access, clock, log: silentLog });
    this.changelog.start();
    this.hub.start();
  }

  async snapshot(workspaceId: string): Promise<Snapshot> {
    const { state } = await this.changelog.replica(workspaceId);
    return encodeSnapshot(state.head, state.all());
  }

  die(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    for (const link of this.links) link.serverDied();
    this.#onDeath();
  }

  /** Asked anew each time: it may have happened during an await. */
  #isDead(): boolean {
    return !this.isAlive;
  }

  /** The store as a process sees it that may be dead by the time of the answer. */
  #mortal(store: MemoryLogStore): LogStore {
    const alive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (this.#isDead()) return never();
      const result = await work();
      return this.#isDead() ? never() : result;
    };
    return {
      locked: (id, clientIds, work) =>
        alive(() => store.locked(id, clientIds, (log) => this.#within(log, work))).then((result) =>
          this.#afterCommit(result),
        ),
      load: (id) => alive(() => store.load(id)),
      head: (id) => alive(() => store.head(id)),
      changesSince: (id, since, limit) => alive(() => store.changesSince(id, since, limit)),
      bytesSince: (id, since) => alive(() => store.bytesSince(id, since)),
      changesTouching: (id, query) => alive(() => store.changesTouching(id, query)),
      seqAt: (id, at) => alive(() => store.seqAt(id, at)),
      firstAnswers: (id, ids) => alive(() => store.firstAnswers(id, ids)),
    };
  }

  async #within<T>(log: LockedLog, work: (log: LockedLog) => Promise<T>): Promise<T> {
    const result = await work(log);
    if (this.doom === 'before commit') this.die();
    // The database takes back the transaction of a process that is gone.
    if (this.#isDead()) throw new AppError('unavailable', 'The process has died.');
    return result;
  }

  #afterCommit<T>(result: T): T | Promise<T> {
    if (this.doom !== 'after commit') return result;
    this.die();
    return never();
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
