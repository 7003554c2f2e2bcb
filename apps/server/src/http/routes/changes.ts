/**
 * GET /workspaces/:slug/changes?since=N&limit=L             what came after change N, in order
 *                              ?record=ID&before=N&limit=L  what happened to a record and all it owns, newest first
 *
 * Answers `{ changes, head }`, and for a record `{ changes, before }`: ask with that `before` for the next page, null
 * on the last one.
 */
import { isRecordId } from '@stationkeeper/domain';
import { Router } from 'express';
import * as v from 'valibot';
import type { Changelog } from '../../changelog/create-changelog.ts';
import type { Identity } from '../../identity/context.ts';
import { authorize, workspaceOf } from '../auth.ts';
import { parseQuery } from '../validate.ts';
import { wholeNumber } from './whole-number.ts';

/** Changes in one answer, at most. */
const MAX_LIMIT = 1_000;
const DEFAULT_LIMIT = 100;

const limit = v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(MAX_LIMIT)), String(DEFAULT_LIMIT));
const query = v.union([
  v.strictObject({
    record: v.custom<string>(isRecordId, 'A record id is expected.'),
    before: v.optional(wholeNumber),
    limit,
  }),
  v.strictObject({ since: v.optional(wholeNumber, '0'), limit }),
]);

/** The log of a workspace for whoever may read it. */
export function changesRoutes(identity: Identity, changelog: Changelog): Router {
  const routes = Router();
  routes.get('/workspaces/:slug/changes', authorize(identity, 'read'), async (req, res) => {
    const asked = parseQuery(query, req.query);
    const { id } = workspaceOf(req);
    if ('since' in asked) {
      const changes = await changelog.changesSince(id, asked.since, asked.limit);
      const { head } = await changelog.replica(id);
      res.json({ changes, head });
    } else {
      const { record, before } = asked;
      const page = { limit: asked.limit, ...(before === undefined ? {} : { before }) };
      res.json(await changelog.history(id, record, page));
    }
  });
  return routes;
}
