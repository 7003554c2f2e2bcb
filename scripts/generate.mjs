/** `npm run generate`: what is generated from other files and not kept in git. */
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { main } from './steps/shell.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureGenerated();
  return 0;
});
