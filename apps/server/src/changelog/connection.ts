/**
 * The hub's side of a connection: what it needs of Socket.IO, and all it needs. The virtual network of the
 * simulation offers the same.
 */
import type { ServerToClient } from '@stationkeeper/protocol';

/** The names of the messages that go to browsers. */
export type ServerEvent = keyof ServerToClient;
/** What a message carries. */
export type MessageOf<E extends ServerEvent> = Parameters<ServerToClient[E]>;

/** One open window. */
export interface Connection {
  /** Unique among the connections of all processes. */
  readonly id: string;
  /** Sends in order; does nothing once the connection is closed. */
  send<E extends ServerEvent>(event: E, ...message: MessageOf<E>): void;
  /** Resolves when most of what was sent has gone out, at once where that is so already, and when it is closed. */
  drained(): Promise<void>;
  close(): void;
}

/** Sends one message to many connections, encoded once, in order with what `send` sends to each. */
export interface Rooms {
  enter(connection: Connection, room: string): void;
  leave(connection: Connection, room: string): void;
  emit<E extends ServerEvent>(room: string, event: E, ...message: MessageOf<E>): void;
}

/** Rooms over plain connections, one `send` each. */
export class PlainRooms implements Rooms {
  readonly #rooms = new Map<string, Set<Connection>>();

  enter(connection: Connection, room: string): void {
    const members = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, members.add(connection));
  }

  leave(connection: Connection, room: string): void {
    this.#rooms.get(room)?.delete(connection);
  }

  emit<E extends ServerEvent>(room: string, event: E, ...message: MessageOf<E>): void {
    for (const connection of this.#rooms.get(room) ?? []) connection.send(event, ...message);
  }
}
