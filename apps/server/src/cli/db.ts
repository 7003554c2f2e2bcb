/**
 * The developer's and operator's commands for the database: `npm run db -- <command>`. Settings are the
 * server's: DATABASE_URL or DATA_DIR say which database.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { deployMigrations, MIGRATIONS_FOLDER, migrationStatus } from '../db/migrate.ts';
import { openDatabase, type OpenDatabase } from '../db/open-database.ts';
import { writeRecordsSchema, isRecordsSchemaStale } from '../db/records-schema-file.ts';
import { readEnv } from '../env.ts';
import { StartupProblem } from '../startup-problem.ts';
import { print, tell } from './output.ts';

const program = new Command('npm run db --')
  .description('The schema of the database: new migrations, and applying them.')
  .showHelpAfterError('(--help says what is possible)');

program
  .command('new <name>')
  .description(
    'write the migration that leads from the earlier ones to the schema and the record definitions',
  )
  .action(withDatabase(writeMigration));

program
  .command('check')
  .description('fail when migrations, schema and record definitions do not agree')
  .action(withDatabase(check));

program.command('deploy').description('apply the migrations that are missing').action(withDatabase(deploy));

program
  .command('status')
  .description('say which migrations are applied and which are missing')
  .action(withDatabase(status));

async function writeMigration({ url }: OpenDatabase, name: string): Promise<void> {
  if (await writeRecordsSchema()) tell('prisma/records.prisma was brought up to date.');
  const sql = await draft(url);
  if (sql === '') {
    tell('Nothing has changed: no migration is needed.');
    return;
  }
  const folder = `${timestamp()}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  await mkdir(`${MIGRATIONS_FOLDER}/${folder}`);
  await writeFile(`${MIGRATIONS_FOLDER}/${folder}/migration.sql`, `${sql}\n`);
  tell('Read it before it is committed: a renamed field is written as a lost and a new one.');
  print(`prisma/migrations/${folder}/migration.sql`);
}

async function check({ url }: OpenDatabase): Promise<void> {
  if (await isRecordsSchemaStale())
    throw new StartupProblem('prisma/records.prisma does not match the definitions: npm run generate:schema');
  const sql = await draft(url);
  if (sql !== '')
    throw new StartupProblem(`A migration is missing (npm run db -- new NAME). It would be:\n\n${sql}`);
  print('Migrations, schema and record definitions agree.');
}

async function deploy({ pool }: OpenDatabase): Promise<void> {
  const applied = await deployMigrations(pool);
  for (const name of applied) print(`applied ${name}`);
  if (applied.length === 0) print('Nothing to apply.');
}

async function status({ pool }: OpenDatabase): Promise<void> {
  const { applied, pending } = await migrationStatus(pool);
  for (const name of applied) print(`applied  ${name}`);
  for (const name of pending) print(`missing  ${name}`);
}

/** Prisma's schema engine is there for developers only, so it is loaded only here. */
async function draft(url: string): Promise<string> {
  const { draftMigration } = await import('../db/draft-migration.ts');
  return draftMigration(url);
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}

function withDatabase(command: (database: OpenDatabase, name: string) => Promise<void>) {
  return async (name: unknown): Promise<void> => {
    const database = await openDatabase(readEnv(), { purpose: 'command' });
    try {
      await command(database, typeof name === 'string' ? name : '');
    } finally {
      await database.stop();
    }
  };
}

try {
  await program.parseAsync();
} catch (error) {
  tell(
    error instanceof StartupProblem ? error.message : String(error instanceof Error ? error.stack : error),
  );
  process.exitCode = 1;
}
