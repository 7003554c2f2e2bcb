/** The operator's commands about access tokens. */
import { AppError } from '@stationkeeper/domain/errors';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { createToken, listTokens, revokeToken } from '../identity/tokens.ts';
import { accountOf, withSession } from './admin-session.ts';
import type { AdminSession } from './admin-session.ts';
import { print, tell } from './output.ts';

const LONGEST_DAYS = 3_650;

interface CreateOptions {
  readonly email: string;
  readonly name: string;
  readonly days?: number;
}

/** Adds `token:create`, `token:list` and `token:revoke`. */
export function addTokenCommands(program: Command): void {
  program
    .command('token:create')
    .description(
      'make an access token that acts as somebody, with whatever roles they have at the time; it is shown once',
    )
    .requiredOption('--email <address>', 'as whom it acts')
    .requiredOption('--name <name>', 'what it is for, at most 100 characters')
    .option(
      '--days <number>',
      `how long it is valid, 1 to ${String(LONGEST_DAYS)}; without it, until revoked`,
      readDays,
    )
    .action((options: CreateOptions) => withSession((session) => create(session, options)));

  program
    .command('token:list')
    .description(
      'list access tokens, tab-separated: id, address, name, first letters, made, last used, valid until',
    )
    .option('--email <address>', 'only those of this account')
    .action((options: { email?: string }) => withSession((session) => list(session, options.email)));

  program
    .command('token:revoke')
    .description('end an access token at once')
    .argument('<id>', 'from token:list')
    .action((id: string) => withSession((session) => revoke(session, id)));
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS) return days;
  throw new InvalidArgumentError(`A whole number from 1 to ${String(LONGEST_DAYS)} is allowed.`);
}

async function create(session: AdminSession, { email, name, days }: CreateOptions): Promise<void> {
  const account = await accountOf(session, email);
  if (name.length > 100) throw new AppError('invalid-value', '--name: At most 100 characters are allowed.');
  const made = await createToken(session.identity, { account, name, days: days ?? null });
  tell(
    `It acts as ${account.email}${made.expiresAt === null ? '' : ` until ${made.expiresAt}`}. The token, shown this once:`,
  );
  print(made.token);
}

async function list(session: AdminSession, email: string | undefined): Promise<void> {
  const account = email === undefined ? null : await accountOf(session, email);
  for (const token of await listTokens(session.identity, account)) {
    const { id, name, start, createdAt, lastUsedAt, expiresAt } = token;
    print(
      [
        id,
        token.email,
        name,
        `${start}…`,
        createdAt,
        lastUsedAt ?? 'never',
        expiresAt ?? 'until revoked',
      ].join('\t'),
    );
  }
}

async function revoke({ identity }: AdminSession, id: string): Promise<void> {
  await revokeToken(identity, id);
  tell('The token is no longer valid.');
}
