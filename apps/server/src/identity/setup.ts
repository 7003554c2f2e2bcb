/**
 * The first account. While there is none, each start of a server makes a one-time code and prints it;
 * whoever can read the server's output is its operator, and the code proves it to the browser.
 *
 * Guessing is limited three ways: some 49 bits, ten guesses a minute from one address, and a hundred in
 * all, after which only a restart brings a new code.
 */
import { AppError } from '@stationkeeper/domain/errors';
import { hasAccounts, insertAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import { countAttempt, SETUP } from './attempts.ts';
import { audit } from './audit.ts';
import type { Identity } from './context.ts';
import type { IdentityDatabase, Queries } from './database.ts';
import { insertMember } from './members.ts';
import { hashPassword } from './password.ts';
import { ensureWorkspace } from './workspaces.ts';
import { hashSecret, makeReadableCode, matchesSecret, normalizeCode } from './secret-text.ts';

const MAX_FAILURES = 100;
const ONLY_ROW = { id: 1 } as const;

/** What the first person enters. */
export interface SetupRequest {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A new code to print, which replaces any printed before; null (and no code left) once there is an account. */
export async function issueSetupCode({ prisma }: IdentityDatabase): Promise<string | null> {
  if (await hasAccounts(prisma)) {
    await prisma.setupCode.deleteMany();
    return null;
  }
  const code = makeReadableCode();
  const row = { codeHash: hashSecret(normalizeCode(code)), failures: 0, createdAt: new Date() };
  await prisma.setupCode.upsert({ where: ONLY_ROW, create: { ...ONLY_ROW, ...row }, update: row });
  return code;
}

/**
 * Makes the first account, admin of every workspace there is, and uses the code up.
 *
 * @throws AppError `not-found` when there is an account already, `rate-limited`, or `invalid-value` for a wrong code.
 */
export async function completeSetup(
  identity: Identity,
  request: SetupRequest,
  address: string,
): Promise<Account> {
  const { prisma } = identity.database;
  if (await hasAccounts(prisma)) throw alreadySetUp();
  await countAttempt(identity.database, [{ rule: SETUP, subject: address }]);
  const passwordHash = await hashPassword(request.password);
  const account = await prisma.$transaction((tx) => redeem(tx, request, passwordHash));
  if (account === null) throw await refuseCode(identity.database);
  return account;
}

/** The lock on the code's row lets one request through at a time, so two right ones make one account. */
async function redeem(tx: Queries, request: SetupRequest, passwordHash: string): Promise<Account | null> {
  const [row] = await tx.$queryRaw<{ code_hash: string; failures: number }[]>`
    select code_hash, failures from setup_code where id = 1 for update`;
  if (await hasAccounts(tx)) throw alreadySetUp();
  const isRight = matchesSecret(normalizeCode(request.code), row?.code_hash ?? '');
  if (row === undefined || row.failures >= MAX_FAILURES || !isRight) return null;
  const account = await insertAccount(tx, { name: request.name, email: request.email, passwordHash });
  await tx.setupCode.deleteMany();
  await audit(tx, { event: 'setup-completed', actorId: account.id });
  await ensureWorkspace(tx);
  await joinEveryWorkspace(tx, account.id);
  return account;
}

/** The first account is admin of what was there before anybody: the sample workspace, an import. */
export async function joinEveryWorkspace(tx: Queries, userId: string): Promise<void> {
  const workspaces = await tx.workspace.findMany({ select: { id: true } });
  for (const { id } of workspaces) {
    await insertMember(tx, { workspaceId: id, userId, actorId: userId }, 'admin');
  }
}

/**
 * Workspaces that nobody can open, because they were made when accounts were there already (`user:create`
 * before the first start), go to the oldest account. Called after a start has loaded the sample or left it out.
 */
export async function adoptWorkspaces({ prisma }: IdentityDatabase): Promise<void> {
  const oldest = await prisma.user.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  if (oldest === null) return;
  await ensureWorkspace(prisma);
  const orphans = await prisma.workspace.findMany({ where: { members: { none: {} } }, select: { id: true } });
  for (const { id } of orphans) {
    await insertMember(prisma, { workspaceId: id, userId: oldest.id, actorId: null }, 'admin');
  }
}

async function refuseCode({ prisma }: IdentityDatabase): Promise<AppError> {
  await prisma.setupCode.updateMany({ data: { failures: { increment: 1 } } });
  await audit(prisma, { event: 'setup-failed', actorId: null });
  const message =
    'This is not the set-up code. The server prints it when it starts; a restart prints a new one.';
  return new AppError('invalid-value', message, { details: { problems: [{ path: 'code', message }] } });
}

function alreadySetUp(): AppError {
  return new AppError(
    'not-found',
    'The first account has been made already. Sign in, or ask an admin for an invitation.',
  );
}
