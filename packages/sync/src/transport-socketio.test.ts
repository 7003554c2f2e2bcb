import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientToServer, ServerToClient } from '@stationkeeper/protocol';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection, ConnectionListener } from './ports.ts';
import { socketIoTransport } from './transport-socketio.ts';

let http: HttpServer;
let io: Server<ClientToServer, ServerToClient>;
let url: string;
let connection: Connection | null;

/** A listener that notes what it hears, and a promise for the next thing. */
function listening() {
  const heard: unknown[][] = [];
  let wake: () => void = () => undefined;
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      heard.push([name, ...args]);
      wake();
    };
  const names = [
    'connected',
    'disconnected',
    'closed',
    'changes',
    'head',
    'presence',
    'access',
    'members',
  ] as const;
  const listener = Object.fromEntries(
    names.map((name) => [name, note(name)]),
  ) as unknown as ConnectionListener;
  const until = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return heard;
  };
  return { listener, until };
}

beforeEach(async () => {
  http = createServer();
  io = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  connection = null;
});

afterEach(async () => {
  connection?.close();
  await io.close();
});

describe('the transport over Socket.IO', () => {
  it('carries requests, replies and messages', async () => {
    io.on('connection', (socket) => {
      socket.on('open', ({ since }, reply) => {
        reply({ status: 'opened', workspaceId: 'w', head: since, role: 'viewer', userId: 'u' });
        socket.emit('head', { head: since });
        socket.emit('presence', { people: [] });
        socket.emit('access', { role: 'editor' });
        socket.emit('members');
        socket.emit('changes', { changes: [] });
      });
    });
    const { listener, until } = listening();
    connection = socketIoTransport(url).connect(listener);
    await until(1);
    const reply = await new Promise((resolve) => {
      connection?.open({ workspace: 'board', since: 7, protocolVersion: 1, schemaVersion: 1 }, resolve);
    });
    expect(reply).toMatchObject({ status: 'opened', head: 7 });
    expect(await until(6)).toEqual([
      ['connected'],
      ['head', 7],
      ['presence', []],
      ['access', 'editor'],
      ['members'],
      ['changes', []],
    ]);
  });

  it('tells why the server refused the handshake', async () => {
    const error = { code: 'not-signed-in', message: 'Sign in first.' };
    io.use((_socket, next) => next(Object.assign(new Error('refused'), { data: error })));
    const { listener, until } = listening();
    connection = socketIoTransport(url).connect(listener);
    expect(await until(1)).toEqual([['closed', error]]);
  });

  it('tells once when the connection is lost, and does not come back by itself', async () => {
    const { listener, until } = listening();
    connection = socketIoTransport(url).connect(listener);
    await until(1);
    io.disconnectSockets(true);
    expect(await until(2)).toEqual([['connected'], ['disconnected']]);
  });

  it('tells when there is nobody to connect to', async () => {
    await io.close();
    const { listener, until } = listening();
    connection = socketIoTransport(url).connect(listener);
    expect(await until(1)).toEqual([['disconnected']]);
  });

  it('says nothing more once it is closed', async () => {
    const { listener, until } = listening();
    const line = socketIoTransport(url).connect(listener);
    await until(1);
    line.close();
    expect(await until(1)).toEqual([['connected']]);
  });
});
