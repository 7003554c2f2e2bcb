/** Access tokens: a script or tool acts as the person who made it, with that person's roles as they are then. */
import { AppError } from '@stationkeeper/domain/errors';
import type { Account } from './accounts.ts';
import { audit } from './audit.ts';
import type { Identity } from './context.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** A new token; `token` can be read only now. */
export interface NewToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string | null;
}

/** A token without its secret. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly email: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

/** Makes a token for an account; `days` null never expires. */
export async function createToken(
  identity: Identity,
  order: { account: Account; name: string; days: number | null },
): Promise<NewToken> {
  const { account, name, days } = order;
  const expiresIn = days === null ? null : days * DAY_SECONDS;
  const made = await identity.auth.api.createApiKey({ body: { userId: account.id, name, expiresIn } });
  const details = { userId: account.id, tokenId: made.id, name };
  await audit(identity.database.prisma, { event: 'token-created', actorId: null, details });
  return { id: made.id, token: made.key, expiresAt: made.expiresAt?.toISOString() ?? null };
}

/** All tokens, newest first; of one account where it is given. */
export async function listTokens({ database }: Identity, account: Account | null): Promise<TokenView[]> {
  const { prisma } = database;
  const rows = await prisma.apikey.findMany({
    where: account === null ? {} : { referenceId: account.id },
    orderBy: { createdAt: 'desc' },
  });
  const ids = rows.map((row) => row.referenceId);
  const users = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
  const emails = new Map(users.map((user) => [user.id, user.email]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? '',
    start: row.start ?? '',
    email: emails.get(row.referenceId) ?? '',
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastRequest?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}

/** Ends a token; sockets opened with it hear of it. @throws AppError `not-found`. */
export async function revokeToken(identity: Identity, tokenId: string): Promise<void> {
  const { prisma } = identity.database;
  const token = await prisma.apikey.findUnique({ where: { id: tokenId } });
  if (token === null) throw new AppError('not-found', 'There is no access token with this id.');
  await prisma.apikey.deleteMany({ where: { id: tokenId } });
  const userId = token.referenceId;
  await audit(prisma, { event: 'token-revoked', actorId: null, details: { userId, tokenId } });
  await identity.events.emit({ kind: 'signed-out', userId, sessionId: tokenId });
}
