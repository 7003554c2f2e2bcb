/**
 * The SvelteKit app behind Express: the built one, or in development the one that Vite makes as files change.
 *
 * adapter-node takes protocol, host and address from headers that it is told to trust. Ours are written here for every
 * request from what Express found out with `trust proxy`, so that one build serves http and https, and what a client
 * sends under these names is overwritten.
 */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import type { Env } from '../env.ts';
import { StartupProblem } from '../startup-problem.ts';

const WEB = new URL('../../../web/', import.meta.url);

const HEADERS = {
  PROTOCOL_HEADER: 'x-kit-proto',
  HOST_HEADER: 'x-kit-host',
  ADDRESS_HEADER: 'x-kit-address',
};

export type Pages = { handler: RequestHandler; close: () => Promise<void> };

/** Loads the pages. The server is only needed in development, where Vite's own socket shares its port. */
export function loadPages(mode: Env['mode'], server: Server): Promise<Pages> {
  return mode === 'development' ? developmentPages(server) : builtPages();
}

async function builtPages(): Promise<Pages> {
  const entry = new URL('build/handler.js', WEB);
  if (!existsSync(entry)) {
    throw new StartupProblem(
      'The pages have not been built.\nStart with npm start, which builds them when needed.',
    );
  }
  Object.assign(process.env, HEADERS, { BODY_SIZE_LIMIT: '2M' });
  const { handler } = (await import(entry.href)) as { handler: RequestHandler };
  return { handler: withOurHeaders(handler), close: () => Promise.resolve() };
}

function withOurHeaders(handler: RequestHandler): RequestHandler {
  return (req, res, next) => {
    req.headers[HEADERS.PROTOCOL_HEADER] = req.protocol;
    req.headers[HEADERS.HOST_HEADER] = req.host;
    req.headers[HEADERS.ADDRESS_HEADER] = req.ip ?? '';
    return handler(req, res, next);
  };
}

/** Kit's development code looks for files from the working directory. */
async function developmentPages(server: Server): Promise<Pages> {
  const root = fileURLToPath(WEB);
  process.chdir(root);
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  return { handler: vite.middlewares, close: () => vite.close() };
}
