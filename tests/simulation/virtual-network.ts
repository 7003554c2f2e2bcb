/** The network of one run, and how badly it behaves. */
import type { Change, PushReply, PushRequest } from '@stationkeeper/protocol';
import type { Caller } from '../../apps/server/src/changelog/access-port.ts';
import type { Transport } from '../../packages/sync/src/ports.ts';
import type { Chance } from './chance.ts';
import type { Shelf } from './shelf.ts';
import type { Tally } from './tally.ts';
import type { VirtualClock } from './virtual-clock.ts';
import { VirtualLink } from './virtual-link.ts';
import type { VirtualServer } from './virtual-server.ts';

/** Probabilities for each message, and the usual delay. */
export interface Faults {
  readonly latencyMs: number;
  readonly lose: number;
  readonly repeat: number;
  readonly snapshotNeeded: number;
}

/** A network that only takes its time. */
export const NO_FAULTS: Faults = { latencyMs: 20, lose: 0, repeat: 0, snapshotNeeded: 0 };

/** What a link needs of its surroundings. */
export interface NetworkWorld {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly faults: Faults;
  /** Called with each push that a tab sends, before the network does anything to it. */
  onPush(request: PushRequest, isOpened: boolean, shelf: Shelf): void;
  /** Called with the changes that the server sends on one line, and the seq up to which it had sent them there before. */
  onChangesSent(changes: readonly Change[], sentUpTo: number): void;
  /** Called with each answer to a push that reaches a living tab. */
  onPushReply(answer: PushReply): void;
}

/** A tab's way to the server. */
export class VirtualTransport implements Transport {
  readonly #world: NetworkWorld;
  readonly #caller: Caller;
  readonly #shelf: Shelf;
  readonly #server: () => VirtualServer | null;
  #link: VirtualLink | null = null;
  #dialled = 0;
  /** Without it nothing can be reached. */
  isPluggedIn = true;

  constructor(parts: {
    world: NetworkWorld;
    caller: Caller;
    shelf: Shelf;
    server: () => VirtualServer | null;
  }) {
    const { world, caller, shelf, server } = parts;
    this.#world = world;
    this.#shelf = shelf;
    this.#caller = caller;
    this.#server = server;
  }

  connect: Transport['connect'] = (listener) => {
    this.#dialled += 1;
    if (this.#dialled > 1) this.#world.tally.saw('reconnects');
    this.#link = new VirtualLink(this.#world, listener, this.#shelf);
    this.#link.dial(this.#caller, () => (this.isPluggedIn ? this.#server() : null));
    return this.#link;
  };

  cut(isSilent: boolean): void {
    this.#link?.cut(isSilent);
  }

  /** When anything last came through to the tab on its present line; 0 where there is none that it has not given up. */
  get lastHeardAt(): number {
    return this.#link?.lastHeardAt ?? 0;
  }

  /** The tab is gone: the operating system closes its connection. */
  close(): void {
    this.#link?.close();
  }
}
