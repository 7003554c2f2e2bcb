/** A Socket.IO client that sends what it is told, well-formed or not, and remembers what came. */
import {
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  WorkspaceState,
  type Change,
  type Mutation,
  type OpenReply,
  type PushReply,
  type Verdict,
} from '@stationkeeper/protocol';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

/** One connection of one person. */
export class TestSocket {
  readonly socket: Socket;
  readonly heard: { event: string; message: unknown }[] = [];
  readonly #wakers = new Set<() => void>();

  constructor(origin: string, cookie: string, options: Partial<ManagerOptions & SocketOptions> = {}) {
    const extraHeaders = { cookie, origin, ...options.extraHeaders };
    this.socket = io(origin, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...options,
      extraHeaders,
    });
    this.socket.onAny((event: string, message: unknown) => this.#note(event, message));
    for (const event of ['connect', 'disconnect', 'connect_error']) {
      this.socket.on(event, (message: unknown) => this.#note(event, message));
    }
  }

  /** Resolves when it is connected; throws what the server refused it with. */
  async connected(): Promise<this> {
    await this.until(() => this.socket.connected || this.last('connect_error') !== undefined);
    if (this.socket.connected) return this;
    throw (this.last('connect_error') as { data?: unknown }).data ?? this.last('connect_error');
  }

  open(workspace: string, since = 0): Promise<OpenReply> {
    const versions = { protocolVersion: PROTOCOL_VERSION, schemaVersion: SCHEMA_VERSION };
    return this.ask('open', { workspace, since, ...versions }) as Promise<OpenReply>;
  }

  push(mutations: readonly unknown[], settled: unknown = {}): Promise<PushReply> {
    return this.ask('push', { mutations, settled }) as Promise<PushReply>;
  }

  /** The verdict on one mutation. */
  async edit(mutation: Mutation): Promise<Verdict> {
    const reply = await this.push([mutation]);
    const [verdict] = reply.status === 'answered' ? reply.verdicts : [];
    if (!verdict) throw new Error(JSON.stringify(reply));
    return verdict;
  }

  /** Sends anything and answers the ack; rejects when the connection ends first. */
  ask(event: string, ...messages: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const lost = () => reject(new Error('the connection ended'));
      this.socket.once('disconnect', lost);
      this.socket.emit(event, ...messages, (answer: unknown) => {
        this.socket.off('disconnect', lost);
        resolve(answer);
      });
    });
  }

  /** Waits until something that was heard makes it true. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#wakers.add(resolve));
  }

  /** What was heard last of an event. */
  last(event: string): unknown {
    return this.heard.findLast((one) => one.event === event)?.message;
  }

  get changes(): Change[] {
    return this.heard
      .filter(({ event }) => event === 'changes')
      .flatMap(({ message }) => (message as { changes: Change[] }).changes);
  }

  /** The fold of everything that came; throws on a gap or a repeat. */
  get state(): WorkspaceState {
    const state = new WorkspaceState();
    for (const change of this.changes) state.apply(change);
    return state;
  }

  close(): void {
    this.socket.disconnect();
  }

  #note(event: string, message: unknown): void {
    this.heard.push({ event, message });
    const wakers = [...this.#wakers];
    this.#wakers.clear();
    for (const wake of wakers) wake();
  }
}
