/**
 * One connection of the virtual network. Within it messages keep their order, as over TCP; beyond that anything may
 * happen: a message is lost or comes twice, the line is cut with or without anybody being told, and what was under
 * way to the server when it was cut may still arrive, long after its client has connected again.
 */
import type { Connection as ServerSide } from '../../apps/server/src/changelog/connection.ts';
import type { Caller } from '../../apps/server/src/changelog/access-port.ts';
import type { Session } from '../../apps/server/src/changelog/session.ts';
import type { ChangesMessage, OpenReply, PushReply } from '@stationkeeper/protocol';
import type { Connection as ClientSide, ConnectionListener } from '../../packages/sync/src/ports.ts';
import type { Shelf } from './shelf.ts';
import type { NetworkWorld } from './virtual-network.ts';
import type { VirtualServer } from './virtual-server.ts';

type Messages = { [E in keyof ConnectionListener]: (message: never) => void };

/** How long the server keeps a line that has gone dead without a word. */
const PING_TIMEOUT_MS = 45_000;

/** A line between a tab and a server process. */
export class VirtualLink implements ClientSide {
  readonly #world: NetworkWorld;
  readonly #listener: ConnectionListener;
  readonly #shelf: Shelf;
  /** When anything last came through to the tab. */
  lastHeardAt = 0;
  #isOpened = false;
  #sentUpTo = 0;
  #server: VirtualServer | null = null;
  #session: Session | null = null;
  #isClientDone = false;
  #isCut = false;
  #lastUpAt = 0;
  #lastDownAt = 0;
  #release: () => void = () => undefined;

  constructor(world: NetworkWorld, listener: ConnectionListener, shelf: Shelf) {
    this.#world = world;
    this.#listener = listener;
    this.#shelf = shelf;
  }

  /** Tries to reach the server. */
  dial(caller: Caller, server: () => VirtualServer | null): void {
    this.#world.clock.after(this.#latency(), () => {
      const found = server();
      if (this.#isClientDone) return;
      if (!found || this.#isCut) return this.#down(() => this.#listener.disconnected());
      this.#server = found;
      found.links.add(this);
      this.#session = found.hub.connect(this.#serverSide(), caller);
      this.#down(() => this.#listener.connected());
    });
  }

  open: ClientSide['open'] = (request, reply) => {
    if (this.#world.chance.happens(this.#world.faults.snapshotNeeded)) {
      this.#world.tally.saw('snapshots in place of catch-up');
      return this.#down(() => reply({ status: 'snapshot-needed' }));
    }
    this.#sentUpTo = request.since;
    const hear = (answer: OpenReply) => {
      this.#isOpened = answer.status === 'opened';
      reply(answer);
    };
    this.#up(() => this.#session?.open(onWire(request), (answer) => this.#reply(() => hear(onWire(answer)))));
  };

  push: ClientSide['push'] = (request, reply) => {
    if (this.#isClientDone) return;
    const message = onWire(request);
    this.#world.onPush(message, this.#isOpened, this.#shelf);
    const deliver = () =>
      this.#session?.push(message, (answer: PushReply) => {
        this.#reply(() => {
          const given = onWire(answer);
          this.#world.onPushReply(given);
          reply(given);
        });
      });
    this.#up(deliver);
    if (!this.#world.chance.happens(this.#world.faults.repeat)) return;
    this.#world.tally.saw('repeated messages');
    this.#up(deliver);
  };

  here: ClientSide['here'] = (whereabouts) => {
    this.#up(() => this.#session?.here(onWire(whereabouts)));
  };

  /** The tab lets go, or is gone. */
  close(): void {
    if (this.#isClientDone) return;
    this.#isClientDone = true;
    this.#tellServer(this.#latency());
  }

  /** The line breaks. `silent`: the server notices at its ping timeout, the client by the silence. */
  cut(isSilent: boolean): void {
    if (this.#isCut || this.#isClientDone) return;
    this.#isCut = true;
    if (isSilent) this.#world.tally.saw('silent cuts');
    else this.#world.clock.after(this.#latency(), () => this.#tellClient());
    this.#tellServer(isSilent ? PING_TIMEOUT_MS : this.#latency());
  }

  /** The server's process is gone, and with it all that it had not sent. */
  serverDied(): void {
    this.#session = null;
    this.#isCut = true;
    this.#world.clock.after(this.#latency(), () => this.#tellClient());
  }

  #serverSide(): ServerSide {
    return {
      id: this.#world.chance.uuid(),
      send: (event, ...message) => {
        const [content] = onWire(message) as [Record<string, unknown> | undefined];
        if (event === 'changes') this.#noteSent(content as unknown as ChangesMessage);
        const isRepeated = event === 'changes' && this.#world.chance.happens(this.#world.faults.repeat);
        if (event !== 'closed' && this.#isLost()) return;
        this.#down(() => this.#hear(event, content));
        if (isRepeated) this.#down(() => this.#hear(event, content));
      },
      drained: () => {
        if (this.#isCut || this.#isClientDone) return Promise.resolve();
        const waiting = this.#world.clock.pause(this.#latency());
        return Promise.race([waiting, new Promise<void>((resolve) => (this.#release = resolve))]);
      },
      close: () => this.#down(() => this.#tellClient()),
    };
  }

  #noteSent({ changes }: ChangesMessage): void {
    this.#world.onChangesSent(changes, this.#sentUpTo);
    this.#sentUpTo = changes.at(-1)?.seq ?? this.#sentUpTo;
  }

  #hear(event: string, content: Record<string, unknown> | undefined): void {
    const listener = this.#listener as unknown as Messages;
    const value = content === undefined ? undefined : Object.values(content)[0];
    listener[event as keyof Messages](value as never);
  }

  #reply(deliver: () => void): void {
    if (!this.#isLost()) this.#down(deliver);
  }

  #isLost(): boolean {
    const isLost = this.#world.chance.happens(this.#world.faults.lose);
    if (isLost) this.#world.tally.saw('lost messages');
    return isLost;
  }

  #up(deliver: () => void): void {
    if (this.#isClientDone) return;
    const at = Math.max(this.#world.clock.now + this.#latency(), this.#lastUpAt);
    this.#lastUpAt = at;
    const server = this.#server;
    this.#world.clock.after(at - this.#world.clock.now, () => {
      if (!server?.isAlive) return;
      if (!this.#isCut) return deliver();
      if (!this.#world.chance.happens(0.5)) return;
      this.#world.tally.saw('late messages');
      this.#world.clock.after(this.#world.chance.between(0, 20_000), () => server.isAlive && deliver());
    });
  }

  #down(deliver: () => void): void {
    const at = Math.max(this.#world.clock.now + this.#latency(), this.#lastDownAt);
    this.#lastDownAt = at;
    this.#world.clock.after(at - this.#world.clock.now, () => {
      if (this.#isClientDone || this.#isCut) return;
      this.lastHeardAt = this.#world.clock.now;
      deliver();
    });
  }

  #tellClient(): void {
    if (this.#isClientDone) return;
    this.#isClientDone = true;
    this.#listener.disconnected();
  }

  #tellServer(delayMs: number): void {
    this.#world.clock.after(delayMs, () => {
      this.#release();
      this.#server?.links.delete(this);
      this.#session?.disconnected();
    });
  }

  #latency(): number {
    const { chance, faults } = this.#world;
    return chance.happens(0.05)
      ? chance.between(0, 20 * faults.latencyMs)
      : chance.between(1, faults.latencyMs);
  }
}

/** What is left of a value after it has travelled. */
function onWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
