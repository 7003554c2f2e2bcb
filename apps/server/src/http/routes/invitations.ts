import { Router } from 'express';
import type { Request } from 'express';
import * as v from 'valibot';
import { ROLES } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import { emailAddress, newPassword, personName } from '../../identity/account-input.ts';
import type { Identity } from '../../identity/context.ts';
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  readOffer,
  revokeInvitation,
} from '../../identity/invitations.ts';
import type { Invitee } from '../../identity/invitations.ts';
import { openSession } from '../../identity/sessions.ts';
import {
  addressOf,
  authorize,
  headersOf,
  maybePrincipal,
  paramOf,
  principalOf,
  sendCookies,
  workspaceOf,
} from '../auth.ts';
import { isUuid, parseBody } from '../validate.ts';

const orderBody = v.strictObject({
  role: v.picklist(ROLES, `One of ${ROLES.join(', ')}.`),
  /** A week is long enough to read one's mail and short enough that a forgotten link dies. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)), 7),
});
const newAccountBody = v.strictObject({ name: personName, email: emailAddress, password: newPassword });
const signedInBody = v.strictObject({});

/** Who accepts: the account that is signed in, or the one that the body describes. */
function inviteeOf(req: Request): Invitee {
  const principal = maybePrincipal(req);
  if (principal === null) return { kind: 'new', ...parseBody(newAccountBody, req.body) };
  parseBody(signedInBody, req.body ?? {});
  return { kind: 'signed-in', userId: principal.userId };
}

/** GET and POST of one link, for whoever holds it; listing, making and revoking links, for admins. */
export function invitationRoutes(identity: Identity): Router {
  const routes = Router();
  const adminOnly = authorize(identity, 'manage-invitations');

  routes.get('/invitations/:token', async (req, res) => {
    res.set('Cache-Control', 'no-store');
    res.json(await readOffer(identity, paramOf(req, 'token'), addressOf(req)));
  });

  routes.post('/invitations/:token/accept', async (req, res) => {
    const invitee = inviteeOf(req);
    const { slug } = await acceptInvitation(identity, paramOf(req, 'token'), invitee, addressOf(req));
    if (invitee.kind === 'new') {
      const opened = await openSession(identity, invitee.email, invitee.password, headersOf(req));
      sendCookies(res, opened.setCookies);
    }
    res.json({ slug });
  });

  routes.get('/workspaces/:slug/invitations', adminOnly, async (req, res) => {
    res.json(await listInvitations(identity.database, workspaceOf(req).id));
  });

  routes.post('/workspaces/:slug/invitations', adminOnly, async (req, res) => {
    const { role, days } = parseBody(orderBody, req.body);
    const actorId = principalOf(req).userId;
    const order = { workspaceId: workspaceOf(req).id, actorId, role, days };
    res.status(201).json(await createInvitation(identity, order));
  });

  routes.delete('/workspaces/:slug/invitations/:id', adminOnly, async (req, res) => {
    const id = paramOf(req, 'id');
    if (!isUuid(id)) throw new AppError('not-found', 'There is no open invitation with this id.');
    const actorId = principalOf(req).userId;
    await revokeInvitation(identity, { workspaceId: workspaceOf(req).id, actorId, id });
    res.status(204).end();
  });

  return routes;
}
