/** A tab with a real client in it, and what it asked for. */
import {
  WorkspaceState,
  decodeSnapshot,
  type MutationId,
  type Mutation,
  type Op,
  type Snapshot,
} from '@stationkeeper/protocol';
import { createClient } from '../../packages/sync/src/client.ts';
import type { SyncClient } from '../../packages/sync/src/sync-client.ts';
import type { Caller } from '../../apps/server/src/changelog/access-port.ts';
import type { Chance } from './chance.ts';
import { ShelfStorage, type Shelf } from './shelf.ts';
import type { NetworkWorld } from './virtual-network.ts';
import { VirtualTransport } from './virtual-network.ts';
import type { VirtualServer } from './virtual-server.ts';

/** What a tab is made of. */
export interface TabParts {
  readonly world: NetworkWorld;
  readonly caller: Caller;
  readonly shelf: Shelf;
  readonly snapshot: Snapshot;
  readonly workspace: string;
  readonly server: () => VirtualServer | null;
  readonly fetchSnapshot: () => Promise<Snapshot>;
}

/** One tab, alive until it is killed. */
export class Tab {
  readonly client: SyncClient;
  readonly transport: VirtualTransport;
  readonly shelf: Shelf;
  readonly made: Pick<Mutation, 'id' | 'ops'>[] = [];
  isAlive = true;
  readonly #storage: ShelfStorage;
  readonly #chance: Chance;
  #isOnline = true;
  #tellNetwork: (isOnline: boolean) => void = () => undefined;
  #tellResumed: () => void = () => undefined;

  constructor(parts: TabParts) {
    const { world, shelf, snapshot } = parts;
    this.shelf = shelf;
    this.#chance = world.chance;
    this.transport = new VirtualTransport(parts);
    this.#storage = new ShelfStorage(shelf, () => world.clock.pause(world.chance.between(0, 8)));
    this.client = createClient({
      workspace: parts.workspace,
      userId: parts.caller.userId,
      view: new WorkspaceState(snapshot.seq, decodeSnapshot(snapshot)),
      fetchSnapshot: parts.fetchSnapshot,
      transport: this.transport,
      openStorage: () => Promise.resolve(this.#storage),
      clock: world.clock.forClient(() => this.isAlive),
      random: { uuid: () => world.chance.uuid(), fraction: () => world.chance.fraction() },
      surroundings: {
        isOnline: () => this.#isOnline,
        listen: (on) => {
          this.#tellNetwork = on.network;
          this.#tellResumed = on.resumed;
          return () => undefined;
        },
      },
    });
    this.client.start();
  }

  ask(ops: readonly Op[]): MutationId {
    const id = this.client.mutate(ops);
    this.made.push({ id, ops });
    return id;
  }

  /** Takes note of edits that the client itself made: undo, settle. */
  noteAsked(id: MutationId): void {
    this.made.push({ id, ops: [] });
  }

  /** The machine is carried into a lift, or out of it. */
  plug(isPluggedIn: boolean, doesBrowserNotice: boolean): void {
    this.transport.isPluggedIn = isPluggedIn;
    if (!isPluggedIn) this.transport.cut(true);
    if (!doesBrowserNotice) return;
    this.#isOnline = isPluggedIn;
    this.#tellNetwork(isPluggedIn);
  }

  lookAgain(): void {
    this.#tellResumed();
  }

  kill(): void {
    this.isAlive = false;
    this.#storage.die(() => this.#chance.happens(0.5));
    this.transport.close();
  }
}
