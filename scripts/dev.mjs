/** `npm run dev`: one process serves everything; pages change in the browser as their sources are saved. */
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { inOurPlace, main, NODE } from './steps/shell.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureGenerated();
  return inOurPlace(NODE, ['apps/server/src/main.ts'], { NODE_ENV: 'development' });
});
