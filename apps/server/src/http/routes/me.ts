import { Router } from 'express';
import { workspacesOf } from '../../identity/access.ts';
import { hasAccounts } from '../../identity/accounts.ts';
import type { Identity } from '../../identity/context.ts';
import { maybePrincipal } from '../auth.ts';

/** GET /me: who is signed in, where they are a member, and whether the first account is still to be made. */
export function meRoutes(identity: Identity): Router {
  const { database } = identity;
  const routes = Router();

  routes.get('/me', async (req, res) => {
    const principal = maybePrincipal(req);
    res.set('Cache-Control', 'no-store').json({
      user: principal && { id: principal.userId, name: principal.name, email: principal.email },
      workspaces: principal ? await workspacesOf(database, principal.userId) : [],
      setupNeeded: principal === null && !(await hasAccounts(database.prisma)),
    });
  });

  return routes;
}
