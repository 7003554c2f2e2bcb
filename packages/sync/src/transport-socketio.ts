/** Connections over Socket.IO, whose own reconnection is off: when and how to try again is decided by `state.ts` alone. */
import { isErrorCode, type ErrorBody } from '@stationkeeper/domain';
import type { ClientToServer, ServerToClient } from '@stationkeeper/protocol';
import { io, type Socket } from 'socket.io-client';
import type { Connection, ConnectionListener, Transport } from './ports.ts';

/** To the server at `url`, by default the one that the page came from. WebSocket first, long polling where that is blocked. */
export function socketIoTransport(url?: string): Transport {
  return { connect: (listener) => new SocketIoConnection(url, listener) };
}

class SocketIoConnection implements Connection {
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  constructor(url: string | undefined, listener: ConnectionListener) {
    const options = {
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnection: false,
      forceNew: true,
      withCredentials: true,
    };
    this.#socket = url === undefined ? io(options) : io(url, options);
    this.#listen(listener);
  }

  open: Connection['open'] = (request, reply) => {
    this.#socket.emit('open', request, reply);
  };

  push: Connection['push'] = (request, reply) => {
    this.#socket.emit('push', request, reply);
  };

  here: Connection['here'] = (whereabouts) => {
    this.#socket.emit('here', whereabouts);
  };

  close(): void {
    this.#socket.removeAllListeners();
    this.#socket.disconnect();
  }

  #listen(listener: ConnectionListener): void {
    this.#socket.on('connect', () => listener.connected());
    this.#socket.on('disconnect', () => listener.disconnected());
    this.#socket.on('connect_error', (error) => {
      const body = errorBodyOf(error);
      if (body) listener.closed(body);
      else listener.disconnected();
    });
    this.#socket.on('changes', ({ changes }) => listener.changes(changes));
    this.#socket.on('head', ({ head }) => listener.head(head));
    this.#socket.on('presence', ({ people }) => listener.presence(people));
    this.#socket.on('access', ({ role }) => listener.access(role));
    this.#socket.on('members', () => listener.members());
    this.#socket.on('closed', ({ error }) => listener.closed(error));
  }
}

/** The reason that the server gave in the handshake, if it was the server that refused. */
function errorBodyOf(error: Error & { data?: unknown }): ErrorBody | null {
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('code' in data) || !isErrorCode(data.code)) return null;
  return 'message' in data && typeof data.message === 'string' ? (data as ErrorBody) : null;
}
