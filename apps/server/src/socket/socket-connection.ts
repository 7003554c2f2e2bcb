/** One Socket.IO socket as the hub sees it, and how much of what was sent to it has not gone out. */
import type { ClientToServer, ServerToClient } from '@stationkeeper/protocol';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Caller } from '../changelog/access-port.ts';
import type { Connection, MessageOf, ServerEvent } from '../changelog/connection.ts';

/** What is known of a socket once its handshake has been answered. */
export interface SocketData {
  caller: Caller;
}

/** The server's end of a socket. */
export type ServerSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Catch-up pauses above this and goes on below it. */
const MUCH_UNREAD_BYTES = 256_000;
/** How often a paused catch-up looks again. */
const LOOK_AGAIN_MS = 20;

/** A connection over Socket.IO. */
export class SocketConnection implements Connection {
  readonly socket: ServerSocket;
  /** Size of the message that is being handled: Socket.IO hands messages on in the tick in which they arrive. */
  #messageBytes = 0;
  #sentBytes = 0;
  #takenBytes = 0;

  constructor(socket: ServerSocket) {
    this.socket = socket;
    socket.conn.on('packet', ({ data }) => {
      this.#messageBytes = sizeOf(data);
    });
    socket.conn.on('packetCreate', ({ data }) => {
      this.#sentBytes += sizeOf(data);
    });
  }

  get id(): string {
    return this.socket.id;
  }

  get messageBytes(): number {
    return this.#messageBytes;
  }

  /** Bytes, nearly, that wait in Socket.IO and in the transport. */
  get unreadBytes(): number {
    const { writeBuffer, transport } = this.socket.conn as unknown as EngineSocket;
    const waiting = writeBuffer.reduce((sum, packet) => sum + sizeOf(packet.data), 0);
    return waiting + (transport.socket?.bufferedAmount ?? 0);
  }

  /** Whether anything has gone out since this was asked last. */
  takesSome(): boolean {
    const taken = this.#sentBytes - this.unreadBytes;
    const takesSome = taken > this.#takenBytes;
    this.#takenBytes = taken;
    return takesSome;
  }

  send<E extends ServerEvent>(event: E, ...message: MessageOf<E>): void {
    if (this.socket.connected) this.socket.emit(event, ...message);
  }

  async drained(): Promise<void> {
    while (this.socket.connected && this.unreadBytes > MUCH_UNREAD_BYTES) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** What was sent before still goes out. */
  close(): void {
    this.socket.disconnect(true);
  }

  /** At once, with all that waits for it: closing in good order would wait for a reader that does not read. */
  cutOff(): void {
    const { transport } = this.socket.conn as unknown as EngineSocket;
    transport.discard();
    this.socket.conn.close(true);
    transport.socket?.terminate?.();
  }
}

/** The parts of an engine.io socket that its types keep to themselves. `socket` is there on WebSockets only. */
interface EngineSocket {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: {
    discard(): void;
    readonly socket?: { readonly bufferedAmount?: number; terminate?(): void };
  };
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return Buffer.isBuffer(data) ? data.byteLength : 0;
}
