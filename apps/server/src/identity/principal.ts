/**
 * Who asks. A request proves it with the session cookie or with an access token
 * (`Authorization: Bearer stk_...`), and a socket's handshake carries the same headers.
 */
import { AppError } from '@stationkeeper/domain/errors';
import type { Identity } from './context.ts';
import { TOKEN_PREFIX } from './auth.ts';

/** The person behind a request or socket, and by which session or token they are known. */
export interface Principal {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly kind: 'session' | 'token';
  /** The session's id, or the token's. */
  readonly sessionId: string;
}

/** Somebody or nobody, and the cookies that keep a session in use alive. */
export interface Recognized {
  readonly principal: Principal | null;
  readonly setCookies: readonly string[];
}

const NOBODY: Recognized = { principal: null, setCookies: [] };
/** Longer headers are no tokens of ours; they are not even hashed. */
const LONGEST_TOKEN = 200;

/**
 * Who these headers speak for; nobody when there is neither cookie nor token, or the session has ended.
 *
 * @throws AppError `not-signed-in` for a token that is not valid, `rate-limited` for one used too often.
 */
export async function recognize(identity: Identity, headers: Headers): Promise<Recognized> {
  const authorization = headers.get('authorization');
  if (authorization !== null) return recognizeToken(identity, authorization);
  if (!headers.has('cookie')) return NOBODY;
  const { response, headers: answered } = await identity.auth.api.getSession({
    headers,
    returnHeaders: true,
  });
  if (response === null) return NOBODY;
  const { user, session } = response;
  const principal = {
    userId: user.id,
    name: user.name,
    email: user.email,
    kind: 'session',
    sessionId: session.id,
  } as const;
  return { principal, setCookies: answered.getSetCookie() };
}

/** As `recognize`, for those that cannot set cookies, such as a socket's handshake. */
export async function principalOf(identity: Identity, headers: Headers): Promise<Principal | null> {
  return (await recognize(identity, headers)).principal;
}

function invalidToken(): AppError {
  return new AppError('not-signed-in', 'The access token is not valid, has expired or was revoked.');
}

async function recognizeToken(identity: Identity, authorization: string): Promise<Recognized> {
  const [, token] = /^Bearer ([\w-]+)$/i.exec(authorization) ?? [];
  if (!token?.startsWith(TOKEN_PREFIX) || token.length > LONGEST_TOKEN) throw invalidToken();
  const { key, error } = await identity.auth.api.verifyApiKey({ body: { key: token } });
  if (error !== null && error.code === 'RATE_LIMITED') throw tooOften(error);
  const user = key && (await identity.database.prisma.user.findUnique({ where: { id: key.referenceId } }));
  if (!user) throw invalidToken();
  const principal = {
    userId: user.id,
    name: user.name,
    email: user.email,
    kind: 'token',
    sessionId: key.id,
  } as const;
  return { principal, setCookies: [] };
}

function tooOften(error: object): AppError {
  const waitMs = 'details' in error ? Number((error.details as { tryAgainIn?: number }).tryAgainIn) : NaN;
  const retryAfterMs = Number.isFinite(waitMs) ? waitMs : 60_000;
  return new AppError('rate-limited', 'This access token is used too often; wait a little.', {
    details: { retryAfterMs },
  });
}
