/** A workspace with one person in each role and one outsider, each in a browser of their own, signed in. */
import type { Role } from '@stationkeeper/domain/access/roles';
import { insertAccount } from '../../apps/server/src/identity/accounts.ts';
import type { Account } from '../../apps/server/src/identity/accounts.ts';
import { insertMember } from '../../apps/server/src/identity/members.ts';
import { hashPassword } from '../../apps/server/src/identity/password.ts';
import type { Browser } from './browser.ts';
import type { IdentityServer } from './identity-server.ts';

export const PASSWORD = 'a password for tests';
// Hashing is slow by design; one hash serves every account of a run.
const passwordHash = hashPassword(PASSWORD);

export interface Person {
  readonly account: Account;
  readonly browser: Browser;
}

export interface Board {
  readonly workspaceId: string;
  readonly slug: string;
}

let made = 0;

/** A workspace with nobody in it. */
export async function makeBoard({ identity }: IdentityServer): Promise<Board> {
  made += 1;
  const data = { slug: `board-${String(made)}`, name: `Board ${String(made)}` };
  const { id, slug } = await identity.database.prisma.workspace.create({ data });
  return { workspaceId: id, slug };
}

/** An account that can sign in with `PASSWORD`; not signed in. */
export async function makeAccount({ identity }: IdentityServer, name: string): Promise<Account> {
  made += 1;
  const email = `${name.toLowerCase()}-${String(made)}@example.org`;
  return insertAccount(identity.database.prisma, { name, email, passwordHash: await passwordHash });
}

/** Signs an account in, in a new browser. */
export async function signedIn(server: IdentityServer, account: Account): Promise<Browser> {
  const browser = server.newBrowser();
  const body = { email: account.email, password: PASSWORD };
  const { status } = await browser.post('/api/auth/sign-in/email', body);
  if (status !== 200) throw new Error(`Signing in was answered with ${String(status)}.`);
  return browser;
}

/** Somebody signed in, with that role in the workspace; null is an outsider. */
export async function makePerson(
  server: IdentityServer,
  { workspaceId }: Board,
  role: Role | null,
): Promise<Person> {
  const account = await makeAccount(server, role ?? 'outsider');
  if (role !== null) {
    const target = { workspaceId, userId: account.id, actorId: null };
    await insertMember(server.identity.database.prisma, target, role);
  }
  return { account, browser: await signedIn(server, account) };
}

/** One of each. */
export async function makePeople(server: IdentityServer, board: Board) {
  const [admin, editor, viewer, outsider] = await Promise.all([
    makePerson(server, board, 'admin'),
    makePerson(server, board, 'editor'),
    makePerson(server, board, 'viewer'),
    makePerson(server, board, null),
  ]);
  return { admin, editor, viewer, outsider };
}
