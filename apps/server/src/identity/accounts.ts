/** Accounts with e-mail and password, in the rows that better-auth signs people in from. */
import { AppError } from '@stationkeeper/domain/errors';
import type { Identity } from './context.ts';
import type { Queries } from './database.ts';
import { audit } from './audit.ts';
import { hashPassword } from './password.ts';

/** better-auth's name for e-mail and password. */
const CREDENTIAL = 'credential';

/** A person to make an account for; the address in lower case, the password already hashed. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** An account as others may see it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const PUBLIC = { id: true, name: true, email: true } as const;

/** @throws AppError `invalid-value` when the address has an account already. */
export async function insertAccount(queries: Queries, account: NewAccount): Promise<Account> {
  const { name, email, passwordHash } = account;
  const user = await insertUser(queries, { name, email });
  await queries.account.create({
    data: { userId: user.id, accountId: user.id, providerId: CREDENTIAL, password: passwordHash },
  });
  await audit(queries, { event: 'account-created', actorId: user.id, details: { email } });
  return user;
}

/** The unique index decides, so that of two requests for one address exactly one gets it. */
async function insertUser(queries: Queries, user: { name: string; email: string }): Promise<Account> {
  try {
    return await queries.user.create({ data: user, select: PUBLIC });
  } catch (error) {
    throw isUniqueViolation(error) ? emailTaken() : error;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

function emailTaken(): AppError {
  const message = 'There is an account with this address already. Sign in with it instead.';
  return new AppError('invalid-value', message, { details: { problems: [{ path: 'email', message }] } });
}

/** The account with this address, or null. */
export function findAccount(queries: Queries, email: string): Promise<Account | null> {
  return queries.user.findUnique({ where: { email: email.toLowerCase() }, select: PUBLIC });
}

/** Whether anybody has an account; until then the set-up code is asked for. */
export async function hasAccounts(queries: Queries): Promise<boolean> {
  return (await queries.user.findFirst({ select: { id: true } })) !== null;
}

/** Gives an account another password and ends every session that was opened with the old one. */
export async function resetPassword(identity: Identity, account: Account, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await identity.database.prisma.$transaction(async (tx) => {
    const where = { providerId_accountId: { providerId: CREDENTIAL, accountId: account.id } };
    const row = { userId: account.id, accountId: account.id, providerId: CREDENTIAL, password: hash };
    await tx.account.upsert({ where, create: row, update: { password: hash } });
    await tx.session.deleteMany({ where: { userId: account.id } });
    await audit(tx, { event: 'password-changed', actorId: null, details: { userId: account.id } });
  });
  await identity.events.emit({ kind: 'signed-out', userId: account.id });
}
