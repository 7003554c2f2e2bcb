/** What each of the operator's commands runs in: the database open, identity on it, and everything closed after. */
import { AppError } from '@stationkeeper/domain/errors';
import type pg from 'pg';
import { deployMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';
import { readEnv } from '../env.ts';
import { findAccount } from '../identity/accounts.ts';
import type { Account } from '../identity/accounts.ts';
import type { Identity } from '../identity/context.ts';
import { createIdentity } from '../identity/create-identity.ts';
import { StartupProblem } from '../startup-problem.ts';

/** An open database with identity on it. */
export interface AdminSession {
  readonly identity: Identity;
  readonly pool: pg.Pool;
}

/** A workspace by what the operator calls it. */
export interface NamedWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Runs a command beside a server or without one, and closes what it opened however the command ends. */
export async function withSession<T>(command: (session: AdminSession) => Promise<T>): Promise<T> {
  const env = readEnv();
  const { pool, stop } = await openDatabase(env, { purpose: 'command' });
  try {
    await deployMigrations(pool);
    const logError = (message: string): void => void process.stderr.write(`${message}\n`);
    const identity = await createIdentity({ pool, publicUrl: env.publicUrl, logError });
    const result = await command({ identity, pool });
    await identity.database.prisma.$disconnect();
    return result;
  } finally {
    await stop();
  }
}

/** The account with this address. @throws AppError `not-found`. */
export async function accountOf({ identity }: AdminSession, email: string): Promise<Account> {
  const account = await findAccount(identity.database.prisma, email);
  if (account === null) throw new AppError('not-found', `There is no account with the address ${email}.`);
  return account;
}

/**
 * The workspace of that name or slug; the only one when none is named.
 *
 * @throws AppError `not-found` when there is none, or several and none is named.
 */
export async function workspaceOf(
  { identity }: AdminSession,
  name: string | undefined,
): Promise<NamedWorkspace> {
  const select = { id: true, slug: true, name: true };
  const all = await identity.database.prisma.workspace.findMany({ select, orderBy: { name: 'asc' } });
  const wanted = name?.toLowerCase();
  const found = all.filter((each) => wanted === undefined || answersTo(each, wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw notClear(name, all);
}

function answersTo({ slug, name }: NamedWorkspace, wanted: string): boolean {
  return slug === wanted || name.toLowerCase() === wanted;
}

function notClear(name: string | undefined, all: readonly NamedWorkspace[]): AppError {
  if (all.length === 0)
    return new AppError('not-found', 'There is no workspace yet. Start the server once; it makes one.');
  const list = all.map((each) => `${each.slug} (${each.name})`).join(', ');
  const problem = name === undefined ? 'There are several workspaces' : `No one workspace is called ${name}`;
  return new AppError('not-found', `${problem}. Say which with --workspace: ${list}.`);
}

/** What went wrong in the operator's words; a bug keeps its stack. */
export function explain(error: unknown): string {
  if (error instanceof StartupProblem) return error.message;
  if (!(error instanceof AppError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const problems = error.details.problems ?? [];
  const isSame = problems.length === 1 && problems[0]?.message === error.message;
  return [
    error.message,
    ...(isSame ? [] : problems.map(({ path, message }) => `  ${path}: ${message}`)),
  ].join('\n');
}
