import { Router } from 'express';
import * as v from 'valibot';
import { emailAddress, lineOfText, newPassword, personName } from '../../identity/account-input.ts';
import type { Identity } from '../../identity/context.ts';
import { openSession } from '../../identity/sessions.ts';
import { completeSetup } from '../../identity/setup.ts';
import { addressOf, headersOf, sendCookies } from '../auth.ts';
import { parseBody } from '../validate.ts';

const body = v.strictObject({
  code: lineOfText(40),
  name: personName,
  email: emailAddress,
  password: newPassword,
});

/** POST /setup: the one-time code makes the first account, an admin, and signs it in. */
export function setupRoutes(identity: Identity): Router {
  const routes = Router();

  routes.post('/setup', async (req, res) => {
    const request = parseBody(body, req.body);
    const account = await completeSetup(identity, request, addressOf(req));
    const { setCookies } = await openSession(identity, request.email, request.password, headersOf(req));
    sendCookies(res, setCookies);
    res.status(201).json({ user: account });
  });

  return routes;
}
