/** `npm run db|admin|sample|pictures -- ...`: the operator's commands, on the Node and the packages they need. */
import { ensureBuilt } from './steps/build.mjs';
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { inOurPlace, main, NODE, StepFailed } from './steps/shell.mjs';

/** @type {Record<string, string | undefined>} */
const PROGRAMS = {
  db: 'apps/server/src/cli/db.ts',
  admin: 'apps/server/src/cli/admin.ts',
  sample: 'apps/server/src/cli/sample.ts',
  pictures: 'scripts/pictures.ts',
};

await main(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  const program = PROGRAMS[name];
  if (!program)
    throw new StepFailed(`There is no command "${name}". There are: ${Object.keys(PROGRAMS).join(', ')}.`);
  await ensureInstalled();
  await ensureGenerated();
  if (name === 'pictures') await ensureBuilt();
  return inOurPlace(NODE, ['--disable-warning=ExperimentalWarning', program, ...words]);
});
