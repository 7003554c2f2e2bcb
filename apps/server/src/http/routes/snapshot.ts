/**
 * GET /workspaces/:slug/snapshot           the records now, for a page that is being opened
 *                         ?seq=N           as they stood after change N
 *                         ?at=MS           as they stood at that moment, milliseconds since 1970
 *
 * JSON of a `Snapshot`, compressed once for everybody. The answer without parameters may be a moment old: the page
 * catches up from its seq.
 */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Router, type Request, type Response } from 'express';
import * as v from 'valibot';
import type { Changelog } from '../../changelog/create-changelog.ts';
import type { EncodedSnapshot } from '../../changelog/snapshot.ts';
import type { Identity } from '../../identity/context.ts';
import { authorize, workspaceOf } from '../auth.ts';
import { parseQuery } from '../validate.ts';
import { wholeNumber } from './whole-number.ts';

const query = v.strictObject({ seq: v.optional(wholeNumber), at: v.optional(wholeNumber) });

const uncompress = promisify(gunzip);

/** The snapshot of a workspace for whoever may read it. */
export function snapshotRoutes(identity: Identity, changelog: Changelog): Router {
  const routes = Router();
  routes.get('/workspaces/:slug/snapshot', authorize(identity, 'read'), async (req, res) => {
    const asked = parseQuery(query, req.query);
    const { id } = workspaceOf(req);
    const seq = asked.at === undefined ? (asked.seq ?? 'recent') : await changelog.seqAt(id, asked.at);
    await send(req, res, await changelog.snapshotAt(id, seq));
  });
  return routes;
}

async function send(req: Request, res: Response, snapshot: EncodedSnapshot): Promise<void> {
  res.set('Cache-Control', 'private, no-cache').set('ETag', `"${snapshot.etag}"`).vary('Accept-Encoding');
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.type('application/json');
  if (req.acceptsEncodings('gzip') === 'gzip') res.set('Content-Encoding', 'gzip').end(snapshot.gzip);
  else res.end(await uncompress(snapshot.gzip));
}
