/** Rooms over Socket.IO's own: a message for a room is encoded once, whoever is in it. Only this process's sockets. */
import type { ClientToServer, ServerToClient } from '@stationkeeper/protocol';
import type { Server } from 'socket.io';
import type { Connection, MessageOf, Rooms, ServerEvent } from '../changelog/connection.ts';
import { SocketConnection } from './socket-connection.ts';

/** Made before the hub, which needs it; the gateway then gives it the server. */
export class SocketRooms implements Rooms {
  #io: Server<ClientToServer, ServerToClient> | null = null;

  /** From here on messages go out. */
  use(io: Server<ClientToServer, ServerToClient>): void {
    this.#io = io;
  }

  enter(connection: Connection, room: string): void {
    if (connection instanceof SocketConnection) void connection.socket.join(room);
  }

  leave(connection: Connection, room: string): void {
    if (connection instanceof SocketConnection) void connection.socket.leave(room);
  }

  emit<E extends ServerEvent>(room: string, event: E, ...message: MessageOf<E>): void {
    this.#io?.local.to(room).emit(event, ...message);
  }
}
