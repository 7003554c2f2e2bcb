/**
 * The operator's commands: `npm run admin -- <command>`. They work on the database directly, beside a
 * running server or without one, with the same settings (DATA_DIR, DATABASE_URL). A running server hears of
 * what they change.
 */
import { Command } from 'commander';
import { addExportCommand } from './admin-export.ts';
import { explain } from './admin-session.ts';
import { addTokenCommands } from './admin-tokens.ts';
import { addUserCommands } from './admin-users.ts';
import { tell } from './output.ts';

const EXAMPLES = `
Examples:
  npm run admin -- user:create --email anna@example.org --name "Anna Berg" --role editor
  npm run admin -- user:role --email anna@example.org --role admin
  npm run admin -- user:password --email anna@example.org --password-prompt
  npm run admin -- token:create --email anna@example.org --name "weekly report" --days 90
  npm run admin -- workspace:export --output board.json

Settings are the server's: DATA_DIR or DATABASE_URL say which database. See docs/operations.md.`;

const program = new Command('npm run admin --')
  .description('Accounts, roles, access tokens and exports, for whoever operates the server.')
  .showHelpAfterError('(--help says what is possible)')
  .addHelpText('after', EXAMPLES);

addUserCommands(program);
addTokenCommands(program);
addExportCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}
