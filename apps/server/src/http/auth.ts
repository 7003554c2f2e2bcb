/**
 * Who asks, and whether they may: middleware for the routes. `identify` runs before all of them,
 * `authorize` at the head of each route of a workspace.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Action } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import { authorize as authorizeIn } from '../identity/access.ts';
import type { MemberWorkspace } from '../identity/access.ts';
import type { Identity } from '../identity/context.ts';
import { recognize } from '../identity/principal.ts';
import type { Principal } from '../identity/principal.ts';
import { isOwnOrigin } from './security.ts';

// Kept beside the request, not on it: typed, and nothing a client sends can be mistaken for it.
const principals = new WeakMap<Request, Principal>();
const workspaces = new WeakMap<Request, MemberWorkspace>();

/** The request's headers as identity reads them, with the client's address as Express determined it. */
export function headersOf(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-client-ip', addressOf(req));
  return headers;
}

/** The client's address; behind a proxy that is trusted, the one it reports. */
export function addressOf(req: Request): string {
  return req.ip ?? 'unknown';
}

/** One part of the address, such as `slug`; empty when the route has no such part. */
export function paramOf(req: Request, name: string): string {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
}

/** Hands a session's cookies to the browser. */
export function sendCookies(res: Response, cookies: readonly string[]): void {
  if (cookies.length > 0) res.append('Set-Cookie', [...cookies]);
}

/** Finds out who asks. Nobody is an answer too; `principalOf` and `authorize` refuse it where it matters. */
export function identify(identity: Identity): RequestHandler {
  return async (req, res, next) => {
    const { principal, setCookies } = await recognize(identity, headersOf(req));
    if (principal !== null) principals.set(req, principal);
    sendCookies(res, setCookies);
    next();
  };
}

/** Who asks, or null. */
export function maybePrincipal(req: Request): Principal | null {
  return principals.get(req) ?? null;
}

/** Who asks. @throws AppError `not-signed-in`. */
export function principalOf(req: Request): Principal {
  const principal = principals.get(req);
  if (principal === undefined) throw new AppError('not-signed-in', 'Sign in first.');
  return principal;
}

/**
 * Lets only those through whose role in the workspace `:slug` allows the action.
 *
 * Refuses with `not-signed-in`, with `not-found` for outsiders (the same as for no workspace), or `forbidden`.
 */
export function authorize(identity: Identity, action: Action): RequestHandler {
  return async (req, _res, next) => {
    const { userId } = principalOf(req);
    workspaces.set(req, await authorizeIn(identity.database, paramOf(req, 'slug'), userId, action));
    next();
  };
}

/** The workspace that `authorize` let this request into, with the asker's role. */
export function workspaceOf(req: Request): MemberWorkspace {
  const workspace = workspaces.get(req);
  if (workspace === undefined) throw new Error('This route needs authorize() before it.');
  return workspace;
}

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and were sent by a page of another site. `SameSite=Lax` keeps
 * cookies off most of them; this holds where it does not. Tools send no Origin and are let through.
 */
export function sameOrigin({ publicUrl }: Pick<Identity, 'publicUrl'>): RequestHandler {
  return (req, _res, next) => {
    const trustsProxy = Boolean(req.app.get('trust proxy'));
    if (HARMLESS.has(req.method) || isOwnOrigin(req, { publicUrl, trustsProxy })) next();
    else throw new AppError('forbidden', 'This request came from a page of another site.');
  };
}
