/**
 * A stand-in for a PostgreSQL that is too old: it greets, and answers every question with its version. Only what the
 * server asks before it decides is spoken here.
 */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type StandIn = { port: number; close: () => void };

/** Listens on a free port of this machine. */
export async function oldPostgres(version: string): Promise<StandIn> {
  const server = createServer((socket) => greet(socket, version)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address was given');
  return { port: address.port, close: () => server.close() };
}

function greet(socket: Socket, version: string): void {
  socket.on('error', () => undefined);
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', int32(0)), READY]));
    socket.on('data', (chunk) => {
      if (chunk.toString('latin1', 0, 1) === 'Q') socket.write(answer(version));
      else socket.end();
    });
  });
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const READY = message('Z', Buffer.from('I'));

/** One row with one text column `server_version`. */
function answer(version: string): Buffer {
  const text = Buffer.from(version);
  const column = Buffer.concat([
    Buffer.from('\0\x01server_version\0'),
    Buffer.from([0, 0, 0, 0, 0, 0]), // of no table
    Buffer.from([0, 0, 0, 25, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0]), // text, of any length, as text
  ]);
  const row = Buffer.concat([Buffer.from([0, 1]), int32(text.length), text]);
  return Buffer.concat([message('T', column), message('D', row), message('C', Buffer.from('SHOW\0')), READY]);
}
