/** Signing in and out, and changing one's own password. Each ends or opens sessions, and sockets hear of it. */
import { AppError } from '@stationkeeper/domain/errors';
import { isAPIError } from 'better-auth/api';
import type { Account } from './accounts.ts';
import {
  countAttempt,
  forgiveAttempt,
  PASSWORD_CHANGE,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ADDRESS,
  SIGN_IN_HERE,
} from './attempts.ts';
import type { AttemptKey } from './attempts.ts';
import { audit } from './audit.ts';
import type { Identity } from './context.ts';
import type { Principal } from './principal.ts';

/** A new session's account and the cookies that carry it. */
export interface SignedIn {
  readonly account: Account;
  readonly setCookies: readonly string[];
}

/** Where a request comes from: its headers and the client's address. */
export interface Caller {
  readonly headers: Headers;
  readonly address: string;
}

function signInKeys(email: string, address: string): AttemptKey[] {
  return [
    { rule: SIGN_IN_ADDRESS, subject: address },
    { rule: SIGN_IN_HERE, subject: `${email} ${address}` },
    { rule: SIGN_IN_ACCOUNT, subject: email },
  ];
}

function wrongPassword(): AppError {
  return new AppError('not-signed-in', 'The e-mail address or the password is not right.');
}

/** Better-auth refuses by throwing; anything but a refusal (a lost database) goes on as it is. */
function asRefusal(error: unknown, refusal: AppError): unknown {
  return isAPIError(error) && error.statusCode < 500 ? refusal : error;
}

/**
 * Opens a session.
 *
 * @throws AppError `not-signed-in` for an unknown address or wrong password (one answer, one duration),
 *   `rate-limited` after too many of them.
 */
export async function signIn(
  identity: Identity,
  credentials: { email: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { email, password } = credentials;
  const keys = signInKeys(email, caller.address);
  const { prisma } = identity.database;
  await countAttempt(identity.database, keys);
  try {
    const signedIn = await openSession(identity, email, password, caller.headers);
    await forgiveAttempt(identity.database, keys);
    await audit(prisma, {
      event: 'signed-in',
      actorId: signedIn.account.id,
      details: { address: caller.address },
    });
    return signedIn;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await audit(prisma, {
      event: 'sign-in-failed',
      actorId: null,
      details: { email, address: caller.address },
    });
    throw asRefusal(error, wrongPassword());
  }
}

/** Signs in without counting, right after an account was made. */
export async function openSession(
  identity: Identity,
  email: string,
  password: string,
  headers: Headers,
): Promise<SignedIn> {
  const body = { email, password };
  const { response, headers: answered } = await identity.auth.api.signInEmail({
    body,
    headers,
    returnHeaders: true,
  });
  const { id, name, email: address } = response.user;
  return { account: { id, name, email: address }, setCookies: answered.getSetCookie() };
}

/** Ends the session of these headers, if there is one, and answers with the cookies that forget it. */
export async function signOut(
  identity: Identity,
  principal: Principal | null,
  headers: Headers,
): Promise<readonly string[]> {
  const { headers: answered } = await identity.auth.api.signOut({ headers, body: {}, returnHeaders: true });
  if (principal?.kind === 'session') {
    await audit(identity.database.prisma, { event: 'signed-out', actorId: principal.userId });
    const { userId, sessionId } = principal;
    await identity.events.emit({ kind: 'signed-out', userId, sessionId });
  }
  return answered.getSetCookie();
}

/**
 * Changes one's own password: every session ends, and the one that asked goes on under a new cookie.
 *
 * @throws AppError `invalid-value` for a wrong present password, `rate-limited` after too many,
 *   `forbidden` for a token, which must not lock its owner out.
 */
export async function changePassword(
  identity: Identity,
  principal: Principal,
  passwords: { currentPassword: string; newPassword: string },
  headers: Headers,
): Promise<readonly string[]> {
  if (principal.kind === 'token')
    throw new AppError('forbidden', 'A password is changed in a browser, not with a token.');
  const { userId } = principal;
  const keys = [{ rule: PASSWORD_CHANGE, subject: userId }];
  await countAttempt(identity.database, keys);
  const setCookies = await exchangePassword(identity, passwords, headers);
  await forgiveAttempt(identity.database, keys);
  await audit(identity.database.prisma, { event: 'password-changed', actorId: userId, details: { userId } });
  await identity.events.emit({ kind: 'signed-out', userId });
  return setCookies;
}

async function exchangePassword(
  identity: Identity,
  passwords: { currentPassword: string; newPassword: string },
  headers: Headers,
): Promise<readonly string[]> {
  const body = { ...passwords, revokeOtherSessions: true };
  try {
    const { headers: answered } = await identity.auth.api.changePassword({
      body,
      headers,
      returnHeaders: true,
    });
    return answered.getSetCookie();
  } catch (error) {
    const message = 'This is not your present password.';
    const problems = [{ path: 'currentPassword', message }];
    throw asRefusal(error, new AppError('invalid-value', message, { details: { problems } }));
  }
}
