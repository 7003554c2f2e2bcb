/** The operator's commands about accounts and roles. */
import { ROLES } from '@stationkeeper/domain/access/roles';
import type { Role } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import type { Command } from 'commander';
import { Option } from 'commander';
import * as v from 'valibot';
import { emailAddress, personName } from '../identity/account-input.ts';
import { hasAccounts, insertAccount, resetPassword } from '../identity/accounts.ts';
import type { Account, NewAccount } from '../identity/accounts.ts';
import { insertMember, setMembership } from '../identity/members.ts';
import { hashPassword } from '../identity/password.ts';
import { joinEveryWorkspace } from '../identity/setup.ts';
import { accountOf, withSession, workspaceOf } from './admin-session.ts';
import type { AdminSession, NamedWorkspace } from './admin-session.ts';
import { print, tell } from './output.ts';
import { readPassword } from './read-password.ts';
import type { GivenPassword, PasswordOptions } from './read-password.ts';

interface CreateOptions extends PasswordOptions {
  readonly email: string;
  readonly name: string;
  readonly role?: Role;
  readonly workspace?: string;
}

interface RoleOptions {
  readonly email: string;
  readonly role: Role | 'none';
  readonly workspace?: string;
}

/** Adds `user:create`, `user:role`, `user:password` and `user:list`. */
export function addUserCommands(program: Command): void {
  const create = program
    .command('user:create')
    .description(
      'make an account. The first one becomes admin of every workspace, as with the set-up code; ' +
        'a later one without --role is a member of none',
    )
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'what others see')
    .addOption(new Option('--role <role>', 'their role in the workspace').choices(ROLES))
    .option('--workspace <name>', 'name or slug; not needed when there is only one');
  withPassword(create).action((options: CreateOptions) =>
    withSession((session) => createUser(session, options)),
  );

  program
    .command('user:role')
    .description(
      'give somebody a role in a workspace, or take their membership away; open pages follow at once',
    )
    .requiredOption('--email <address>', 'whose role')
    .addOption(
      new Option('--role <role>', 'none ends the membership')
        .choices([...ROLES, 'none'])
        .makeOptionMandatory(),
    )
    .option('--workspace <name>', 'name or slug; not needed when there is only one')
    .action((options: RoleOptions) => withSession((session) => setRole(session, options)));

  const password = program
    .command('user:password')
    .description('give an account another password and end all its sessions')
    .requiredOption('--email <address>', 'whose password');
  withPassword(password).action((options: PasswordOptions & { email: string }) =>
    withSession((session) => setPassword(session, options)),
  );

  program
    .command('user:list')
    .description('list the accounts and their roles, tab-separated')
    .action(() => withSession(listUsers));
}

function withPassword(command: Command): Command {
  return command
    .option('--password-prompt', 'ask for the password at the terminal')
    .option('--password-stdin', 'read the password from the first line of standard input')
    .addHelpText('after', '\nWithout either, a password is made up and printed once.');
}

function checked<S extends v.GenericSchema>(option: string, schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new AppError('invalid-value', `--${option}: ${result.issues[0].message}`);
}

async function createUser(session: AdminSession, options: CreateOptions): Promise<void> {
  const email = checked('email', emailAddress, options.email);
  const name = checked('name', personName, options.name);
  const place = await placeOf(session, options);
  const given = await readPassword(options);
  const account = await makeAccount(
    session,
    { name, email, passwordHash: await hashPassword(given.password) },
    place,
  );
  tell(
    `${account.name} can sign in as ${account.email}${place ? `, ${place.role} of ${place.workspace.name}` : ''}.`,
  );
  showIfMadeUp(given);
}

interface Place {
  readonly workspace: NamedWorkspace;
  readonly role: Role;
}

/** Where the new account belongs, found before anything is changed. */
async function placeOf(session: AdminSession, { role, workspace }: CreateOptions): Promise<Place | null> {
  if (role !== undefined) return { workspace: await workspaceOf(session, workspace), role };
  if (workspace !== undefined) throw new AppError('invalid-value', '--workspace needs --role.');
  return null;
}

function makeAccount({ identity }: AdminSession, account: NewAccount, place: Place | null): Promise<Account> {
  return identity.database.prisma.$transaction(async (tx) => {
    const isFirst = !(await hasAccounts(tx));
    const made = await insertAccount(tx, account);
    const userId = made.id;
    if (place) await insertMember(tx, { workspaceId: place.workspace.id, userId, actorId: null }, place.role);
    else if (isFirst) await joinEveryWorkspace(tx, userId);
    return made;
  });
}

async function setRole(session: AdminSession, options: RoleOptions): Promise<void> {
  const account = await accountOf(session, options.email);
  const workspace = await workspaceOf(session, options.workspace);
  const role = options.role === 'none' ? null : options.role;
  const target = { workspaceId: workspace.id, userId: account.id, actorId: null };
  await setMembership(session.identity, target, role);
  tell(`${account.name} is ${role ?? 'no longer a member'} of ${workspace.name}.`);
}

async function setPassword(
  session: AdminSession,
  options: PasswordOptions & { email: string },
): Promise<void> {
  const account = await accountOf(session, options.email);
  const given = await readPassword(options);
  await resetPassword(session.identity, account, given.password);
  tell(
    `${account.name} has a new password and is signed out everywhere. Access tokens stay valid: see token:list.`,
  );
  showIfMadeUp(given);
}

/** The password alone goes to standard output, so that a script can take it. */
function showIfMadeUp({ password, isMadeUp }: GivenPassword): void {
  if (!isMadeUp) return;
  tell('The password, shown this once:');
  print(password);
}

async function listUsers({ identity }: AdminSession): Promise<void> {
  const include = { members: { include: { workspace: { select: { slug: true } } } } };
  const users = await identity.database.prisma.user.findMany({ include, orderBy: { email: 'asc' } });
  for (const { email, name, members } of users) {
    const roles = members.map(({ workspace, role }) => `${workspace.slug}:${role}`);
    print([email, name, roles.toSorted().join(' ') || '-'].join('\t'));
  }
}
