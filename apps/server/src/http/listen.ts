/**
 * The port is taken first, before a database is started or a folder made: when it is busy, nothing has happened yet.
 * Requests that arrive while the rest starts are held until there is an app to answer them.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Env } from '../env.ts';
import { codeOf, StartupProblem } from '../startup-problem.ts';
import type { Health } from './health.ts';

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

export type Gate = {
  server: Server;
  port: number;
  /** Lets the held requests and all later ones through. */
  open: (answer: Answer) => void;
  /**
   * Takes no more connections, ends idle ones, and waits for the others until the grace period is over. WebSockets
   * are not HTTP connections any more: `endSockets` ends those, and may itself wait for the server to close.
   */
  close: (endSockets?: () => Promise<unknown>) => Promise<void>;
};

const GRACE_MS = 3_000;

/** Throws `StartupProblem` when the address cannot be listened on. */
export async function listen({ port, host }: Pick<Env, 'port' | 'host'>, health: Health): Promise<Gate> {
  let open: (answer: Answer) => void = () => undefined;
  const opened = new Promise<Answer>((resolve) => (open = resolve));
  const server = createServer((req, res) => {
    health.answer(req, res, () => void opened.then((answer) => answer(req, res)));
  });
  server.listen(port, host);
  await once(server, 'listening').catch((cause: unknown) => Promise.reject(cannotListen(host, port, cause)));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, port: actual, open, close: (endSockets) => closeServer(server, endSockets) };
}

async function closeServer(server: Server, endSockets?: () => Promise<unknown>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await endSockets?.();
  await closed;
  clearTimeout(timer);
}

function cannotListen(host: string, port: number, cause: unknown): StartupProblem {
  const problem = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program, perhaps another Stationkeeper.\nStop that one, or set PORT to a free port.`,
    EACCES: `This user may not listen on port ${port}: ports below 1024 are reserved.\nSet PORT to a higher one.`,
    EADDRNOTAVAIL: `This machine has no address ${host} to listen on.\nSet HOST to one of its own, to 127.0.0.1 (this machine only) or to 0.0.0.0 (all networks).`,
    ENOTFOUND: `There is no address for HOST=${host}.\nSet HOST to 127.0.0.1 (this machine only) or to 0.0.0.0 (all networks).`,
  }[codeOf(cause)];
  return new StartupProblem(
    problem ?? `It is not possible to listen on ${host}, port ${port}: ${String(cause)}`,
    { cause },
  );
}
