import { Router } from 'express';
import * as v from 'valibot';
import { emailAddress, newPassword, presentPassword } from '../../identity/account-input.ts';
import type { Identity } from '../../identity/context.ts';
import { changePassword, signIn, signOut } from '../../identity/sessions.ts';
import { addressOf, headersOf, maybePrincipal, principalOf, sendCookies } from '../auth.ts';
import { parseBody } from '../validate.ts';

const signInBody = v.strictObject({ email: emailAddress, password: presentPassword });
const passwordBody = v.strictObject({ currentPassword: presentPassword, newPassword });

/** POST /auth/sign-in/email, /auth/sign-out and /auth/change-password: the session cookie comes and goes. */
export function signInRoutes(identity: Identity): Router {
  const routes = Router();

  routes.post('/auth/sign-in/email', async (req, res) => {
    const credentials = parseBody(signInBody, req.body);
    const caller = { headers: headersOf(req), address: addressOf(req) };
    const { account, setCookies } = await signIn(identity, credentials, caller);
    sendCookies(res, setCookies);
    res.json({ user: account });
  });

  routes.post('/auth/sign-out', async (req, res) => {
    sendCookies(res, await signOut(identity, maybePrincipal(req), headersOf(req)));
    res.status(204).end();
  });

  routes.post('/auth/change-password', async (req, res) => {
    const principal = principalOf(req);
    const passwords = parseBody(passwordBody, req.body);
    sendCookies(res, await changePassword(identity, principal, passwords, headersOf(req)));
    res.status(204).end();
  });

  return routes;
}
