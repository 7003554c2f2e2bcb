/**
 * `npm run sample -- [options]`: makes a plainly fictional workspace in the server's database, beside a running
 * server or without one. It takes the same way in as every edit, in batches that let people's edits through.
 */
import { AppError } from '@stationkeeper/domain/errors';
import { fromIso } from '@stationkeeper/domain/dates/civil-day';
import { Command, InvalidArgumentError, Option } from 'commander';
import { checkFiction, generateFiction } from '../../../../prisma/sample/fiction/generate.ts';
import { withSession, explain, type AdminSession } from './admin-session.ts';
import { print, tell } from './output.ts';
import { fillWorkspace, fictionalWorkspace } from './sample-workspace.ts';

const DAY_MS = 86_400_000;
/** Fixed, so that the same command makes the same workspace on any day. */
const LAST_DAY = '2026-10-01';

interface SampleOptions {
  readonly records: number;
  readonly changes: number;
  readonly seed: string;
  readonly years: number;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly workspace?: string;
}

const EXAMPLES = `
Examples:
  npm run sample -- --records 10000 --changes 50000 --seed 7
  npm run sample -- --records 500 --changes 2000 --seed 1 --workspace "Training board"

The same options make the same workspace. Everybody who is admin of some workspace becomes admin of it. When
the command is interrupted, run it again as it was: it goes on where it stopped.
Settings are the server's: DATA_DIR or DATABASE_URL say which database.`;

const program = new Command('npm run sample --')
  .description('Makes a plainly fictional workspace of any size, with years of history, from a seed.')
  .option(
    '--records <count>',
    'records of all types, citations and deleted ones included',
    wholeNumber,
    10_000,
  )
  .option('--changes <count>', 'changes that make and edit them', wholeNumber, 50_000)
  .option('--seed <text>', 'which of all the fictional workspaces', '7')
  .option('--years <count>', 'how long the history is', wholeNumber, 6)
  .addOption(
    new Option('--until <day>', 'the day before which it ends')
      .argParser(dayInMs)
      .default(dayInMs(LAST_DAY), LAST_DAY),
  )
  .option('--workspace <name>', 'its name (default: "Fictional workspace" with the seed)')
  .showHelpAfterError('(--help says what is possible)')
  .addHelpText('after', EXAMPLES)
  .action(async (options: SampleOptions) => {
    checkOptions(options);
    await withSession((session) => makeSample(session, options));
  });

try {
  await program.parseAsync();
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}

/** Before anything is opened or made. */
function checkOptions(options: SampleOptions): void {
  checkFiction(options);
  if (options.until <= Date.now()) return;
  throw new AppError('invalid-value', 'The history cannot end in the future: choose an earlier --until.');
}

async function makeSample(session: AdminSession, options: SampleOptions): Promise<void> {
  const { records, changes, seed, years, until } = options;
  const fiction = { records, changes, seed, years, until };
  const startedAt = performance.now();
  const workspace = await fictionalWorkspace(
    session,
    options.workspace ?? `Fictional workspace ${seed}`,
    fiction,
  );
  await fillWorkspace(session, workspace, generateFiction(fiction), (done) => {
    tell(`${String(done)} of ${String(changes)} changes`);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  print(
    `${workspace.name} (${workspace.slug}): ${String(records)} records, ${String(changes)} changes, ${seconds} s.`,
  );
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number above zero is allowed.');
}

function dayInMs(text: string): number {
  const day = fromIso(text);
  if (day === null) throw new InvalidArgumentError('A day such as 2026-10-01 is allowed.');
  return day * DAY_MS;
}
