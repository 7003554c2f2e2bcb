/**
 * The only place that knows better-auth. It keeps accounts' credentials, sessions with their cookies, and
 * access tokens; everything above it speaks of principals, members and invitations.
 *
 * Its own HTTP handler is deliberately not mounted: http/routes/sign-in.ts calls the three functions that
 * are wanted, so that every refusal has one form and no further endpoint can appear with an upgrade.
 */
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { IdentityDatabase } from './database.ts';
import { hashPassword, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, verifyPassword } from './password.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** What the credentials module needs from its surroundings. */
export interface AuthSettings {
  readonly database: IdentityDatabase;
  /** Signs cookies; the same for every server on one database. */
  readonly secret: string;
  /** How browsers reach the server; an https address makes cookies `Secure`. */
  readonly publicUrl: string;
  readonly logError: (message: string, cause: unknown) => void;
}

/** Letters that begin each token, so that secret scanners and people know one when they see it. */
export const TOKEN_PREFIX = 'stk_';

// 600 requests a minute let a script read at full speed and stop one that has gone wild. The package's
// own default is ten a day.
const TOKEN_LIMIT = { enabled: true, maxRequests: 600, timeWindow: 60_000 };

function tokens() {
  return apiKey({
    defaultPrefix: TOKEN_PREFIX,
    defaultKeyLength: 48,
    requireName: true,
    maximumNameLength: 100,
    startingCharactersConfig: { shouldStore: true, charactersLength: TOKEN_PREFIX.length + 4 },
    keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1 / 24, maxExpiresIn: 3650 },
    rateLimit: TOKEN_LIMIT,
  });
}

/** The configured better-auth instance. */
export function createAuth({ database, secret, publicUrl, logError }: AuthSettings) {
  return betterAuth({
    appName: 'Stationkeeper',
    secret,
    baseURL: publicUrl,
    database: prismaAdapter(database.prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => verifyPassword(password, hash),
      },
    },
    // No cookie cache: a revoked session must end at once, not when its cached copy does.
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Attempts are limited by attempts.ts, which knows accounts as well as addresses.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'stationkeeper',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    logger: {
      level: 'error',
      log: (_level, message, ...rest: unknown[]) => {
        logError(message, rest[0]);
      },
    },
    plugins: [tokens()],
  });
}

/** The instance's type, for the modules of this folder. */
export type Auth = ReturnType<typeof createAuth>;
