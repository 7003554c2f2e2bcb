/** `npm start`: from a fresh clone to a running server, repeating only what has changed since. */
import { ensureBuilt } from './steps/build.mjs';
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { inOurPlace, main, NODE } from './steps/shell.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
  return inOurPlace(NODE, ['apps/server/src/main.ts', ...process.argv.slice(2)], {
    NODE_ENV: 'production',
  });
});
