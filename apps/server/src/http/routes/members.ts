import { Router } from 'express';
import type { Request } from 'express';
import * as v from 'valibot';
import { can, ROLES } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import type { Identity } from '../../identity/context.ts';
import { changeRole, listMembers, removeMember } from '../../identity/members.ts';
import type { MemberTarget } from '../../identity/members.ts';
import { authorize, paramOf, principalOf, workspaceOf } from '../auth.ts';
import { isUuid, parseBody } from '../validate.ts';

const roleBody = v.strictObject({ role: v.picklist(ROLES, `One of ${ROLES.join(', ')}.`) });

/** Whom an admin means, in the workspace that the address names. */
function targetOf(req: Request): MemberTarget {
  const userId = paramOf(req, 'userId');
  if (!isUuid(userId)) throw new AppError('not-found', 'This person is not a member of the workspace.');
  return { workspaceId: workspaceOf(req).id, userId, actorId: principalOf(req).userId };
}

/** The members of a workspace: seen by all of them, changed by admins. */
export function memberRoutes(identity: Identity): Router {
  const routes = Router();
  const adminOnly = authorize(identity, 'manage-members');

  routes.get('/workspaces/:slug/members', authorize(identity, 'read'), async (req, res) => {
    const { id, role } = workspaceOf(req);
    const withAddresses = can(role, 'see-addresses');
    res.json(await listMembers(identity.database, id, { withAddresses }));
  });

  routes.patch('/workspaces/:slug/members/:userId', adminOnly, async (req, res) => {
    const target = targetOf(req);
    const { role } = parseBody(roleBody, req.body);
    await changeRole(identity, target, role);
    res.json({ userId: target.userId, role });
  });

  routes.delete('/workspaces/:slug/members/:userId', adminOnly, async (req, res) => {
    await removeMember(identity, targetOf(req));
    res.status(204).end();
  });

  return routes;
}
