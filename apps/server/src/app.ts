/**
 * The order in which a request is looked at. The body is parsed below /api only: Kit reads the raw stream.
 *
 *     health ─> headers ─> /api: own JSON parser ─> routes ─> 404
 *                      └─> pages: static files, or rendered with what this person may read
 *     whatever is thrown ─> error-handler
 */
import express, { type Express, type Request, type RequestHandler, Router } from 'express';
import type { Env } from './env.ts';
import { errorHandler, noSuchRoute } from './http/error-handler.ts';
import type { Health } from './http/health.ts';
import { requestContext } from './http/request-context.ts';
import { noDocument, securityHeaders } from './http/security.ts';
import type { Log } from './log.ts';

/** Larger requests are refused; an import of a big workspace goes in several. */
export const BODY_LIMIT_BYTES = 1_000_000;

export type AppDeps = {
  env: Pick<Env, 'trustProxy' | 'publicUrl'>;
  log: Log;
  health: Health;
  /** What stands below /api, in order. */
  api: readonly RequestHandler[];
  /** What the page that answers this request may read. */
  portFor: (req: Request) => Promise<object>;
  pages: RequestHandler;
};

/** The whole web side without a socket to listen on. */
export function createApp({ env, log, health, api, portFor, pages }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);
  app.use(health.answer);
  app.use(securityHeaders(env.publicUrl));
  app.use('/api', apiRouter(api));
  app.use(unlessStatic(requestContext(portFor)));
  app.use(pages);
  app.use(errorHandler(log));
  return app;
}

function apiRouter(api: readonly RequestHandler[]): Router {
  const router = Router();
  router.use(noDocument);
  router.use(express.json({ limit: BODY_LIMIT_BYTES }));
  for (const handler of api) router.use(handler);
  router.use(noSuchRoute);
  return router;
}

/**
 * Scripts, styles and fonts are the same for everybody: nobody's session is looked up for them. Everything else is
 * one person's view and may lie in nobody else's cache.
 */
function unlessStatic(handler: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    const isStatic = req.path.startsWith('/_app/immutable/') || req.path.startsWith('/@');
    if (isStatic) next();
    else await handler(req, res.set('Cache-Control', 'private, no-cache'), next);
  };
}
