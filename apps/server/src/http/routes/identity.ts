import { Router } from 'express';
import type { Identity } from '../../identity/context.ts';
import { invitationRoutes } from './invitations.ts';
import { meRoutes } from './me.ts';
import { memberRoutes } from './members.ts';
import { setupRoutes } from './setup.ts';
import { signInRoutes } from './sign-in.ts';

/** Everything under /api about who people are and what they may do. Expects JSON bodies to be parsed. */
export function identityRoutes(identity: Identity): Router {
  return Router().use(
    meRoutes(identity),
    setupRoutes(identity),
    signInRoutes(identity),
    invitationRoutes(identity),
    memberRoutes(identity),
  );
}
