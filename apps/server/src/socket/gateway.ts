/**
 * Socket.IO in front of the hub: who may connect, how much one connection may send and leave unread, and nothing of
 * what the messages mean.
 *
 *   upgrade ── foreign origin? ── 403
 *   handshake ── no session? ── connect_error with the refusal in `data`
 *   message ── too large, too many ── refused, or cut off; else to its handler ── the hub's session
 *   every second ── a connection leaves much unread and takes none of it ── cut off: it will catch up
 *
 * Socket.IO's own connection-state recovery is not used: the log is what a client recovers from.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { AppError, type ErrorBody } from '@stationkeeper/domain';
import { MAX_PUSH_BYTES, type ClientToServer, type ServerToClient } from '@stationkeeper/protocol';
import { Server } from 'socket.io';
import type { Caller } from '../changelog/access-port.ts';
import type { Hub } from '../changelog/hub.ts';
import type { Log } from '../changelog/log.ts';
import { refusalOf } from '../changelog/refusal-of.ts';
import { TokenBucket } from '../changelog/token-bucket.ts';
import { onHere } from './handlers/here.ts';
import { onOpen } from './handlers/open.ts';
import { onPush } from './handlers/push.ts';
import { SocketConnection, type ServerSocket } from './socket-connection.ts';
import type { SocketRooms } from './socket-rooms.ts';

/** A larger message is not even read to its end: the connection is closed. Between this and MAX_PUSH_BYTES it is refused. */
const MAX_MESSAGE_BYTES = 4 * MAX_PUSH_BYTES;
/** A connection that leaves more than this unread and takes nothing of it is cut off; a slow one is not. */
const MAX_UNREAD_BYTES = 4_000_000;
/** How often the unread bytes are looked at. */
const SWEEP_MS = 1_000;
/** So many looks in a row must find that nothing was taken: a large message goes out in one piece. */
const MAX_STALLED_LOOKS = 3;
/** Whoever leaves so many times the bound unread is cut off in any case: memory has an end. */
const MAX_TIMES_UNREAD = 8;
/** A lost connection is noticed within the sum of both: people must be gone from the list within seconds. */
const PING_INTERVAL_MS = 4_000;
const PING_TIMEOUT_MS = 4_000;
/** Messages of one connection, readable or not. Whoever sends more is not answered but cut off. */
const FLOOD = { capacity: 1_000, perSecond: 200 };

/** What the gateway is made of. */
export interface GatewayParts {
  readonly server: HttpServer;
  readonly hub: Hub;
  readonly rooms: SocketRooms;
  readonly log: Log;
  /** Whether a page of this origin may connect: `isOwnOrigin` of http/security.ts. */
  readonly isAllowed: (request: IncomingMessage) => boolean;
  /** Who these headers speak for; null for nobody. @throws AppError for a token that is not valid. */
  readonly recognize: (headers: Headers) => Promise<Caller | null>;
  /** In development Vite shares the port: upgrades that are not ours must be left alone. */
  readonly isAlone: boolean;
  readonly limits?: { readonly maxUnreadBytes?: number; readonly sweepMs?: number };
}

/** The sockets of one process. */
export interface Gateway {
  /** Disconnects everybody; they come back to another server, or to this one when it is up again. */
  close(): Promise<void>;
}

/** Puts Socket.IO on the HTTP server. */
export function createGateway(parts: GatewayParts): Gateway {
  const io = new Server<ClientToServer, ServerToClient>(parts.server, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    destroyUpgrade: parts.isAlone,
    allowRequest: (request, decide) => decide(null, parts.isAllowed(request)),
  });
  parts.rooms.use(io);
  const connections = new Set<SocketConnection>();
  io.use((socket, next) => void admit(parts, socket as ServerSocket, next));
  io.on('connection', (socket) => connect(parts, connections, socket as ServerSocket));
  const stopSweeping = sweepEvery(parts, connections);
  const close = async () => {
    stopSweeping();
    await io.close();
  };
  return { close };
}

async function admit(
  parts: GatewayParts,
  socket: ServerSocket,
  next: (error?: Error) => void,
): Promise<void> {
  try {
    const caller = await parts.recognize(headersOf(socket.request));
    if (!caller) throw new AppError('not-signed-in', 'Sign in first.');
    socket.data.caller = caller;
    next();
  } catch (error) {
    next(handshakeRefusal(refusalOf(error, parts.log, { during: 'handshake' })));
  }
}

/** Socket.IO sends `data` along with a refused handshake. */
function handshakeRefusal(body: ErrorBody): Error {
  return Object.assign(new Error(body.message), { data: body });
}

/** The request's headers; the client's address is ours to say, whatever it says itself. */
function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-client-ip', request.socket.remoteAddress ?? 'unknown');
  return headers;
}

function connect(parts: GatewayParts, connections: Set<SocketConnection>, socket: ServerSocket): void {
  const connection = new SocketConnection(socket);
  const session = parts.hub.connect(connection, socket.data.caller);
  const flood = new TokenBucket(FLOOD, Date.now());
  connections.add(connection);
  // Every message, known or not, before any handler: after `close` no handler answers any more.
  socket.conn.on('packet', ({ type }) => {
    if (type === 'message' && flood.take(1, Date.now()) > 0) session.close(FLOODED);
  });
  socket.on('open', onOpen(session));
  socket.on('push', onPush(session, connection));
  socket.on('here', onHere(session));
  socket.on('disconnect', () => {
    connections.delete(connection);
    session.disconnected();
  });
}

/** Cuts off whoever does not read. */
function sweepEvery({ log, limits }: GatewayParts, connections: ReadonlySet<SocketConnection>): () => void {
  const maxUnreadBytes = limits?.maxUnreadBytes ?? MAX_UNREAD_BYTES;
  const stalled = new WeakMap<SocketConnection, number>();
  const timer = setInterval(() => {
    for (const connection of connections) {
      const { unreadBytes } = connection;
      const isStalled = !connection.takesSome() && unreadBytes > maxUnreadBytes;
      const looks = isStalled ? (stalled.get(connection) ?? 0) + 1 : 0;
      stalled.set(connection, looks);
      if (looks < MAX_STALLED_LOOKS && unreadBytes <= maxUnreadBytes * MAX_TIMES_UNREAD) continue;
      log.warn({ connectionId: connection.id, unreadBytes }, 'A connection that does not read is cut off.');
      connection.cutOff();
    }
  }, limits?.sweepMs ?? SWEEP_MS);
  timer.unref();
  return () => clearInterval(timer);
}

const FLOODED: ErrorBody = {
  code: 'rate-limited',
  message: 'Too many messages; the connection is closed. Waiting edits are kept.',
  details: { retryAfterMs: 10_000 },
};
