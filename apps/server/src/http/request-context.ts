import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request, RequestHandler } from 'express';

/** Where the pages look for what they may read: apps/web/src/lib/session/request-port.ts. */
const KEY = Symbol.for('stationkeeper.request');

/**
 * Puts what a page may read beside the request while the page is rendered. An AsyncLocalStorage under a global symbol
 * is the one thing that both the built pages and Vite's can see; Kit's `platform` is empty in development.
 */
export function requestContext(portFor: (req: Request) => Promise<object>): RequestHandler {
  const storage = new AsyncLocalStorage<object>();
  Object.assign(globalThis, { [KEY]: storage });
  return async (req, _res, next) => {
    const port = await portFor(req);
    storage.run(port, next);
  };
}
