/**
 * `npm run check`: everything that can be said about the code without running it. All parts run even when one finds
 * something, so that one run shows all there is to mend.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { capture, main, NODE, ROOT, say } from './steps/shell.mjs';

/** @param {string[]} path */
const tool = (...path) => join(ROOT, 'node_modules', ...path);
const TSC = tool('typescript', 'bin', 'tsc');

/** @type {{ title: string, words: string[] }[]} */
const PARTS = [
  {
    title: 'lint (ESLint)',
    words: [
      tool('eslint', 'bin', 'eslint.js'),
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      '.cache/eslint/',
    ],
  },
  {
    title: 'types and accessibility of the pages (svelte-check)',
    words: [
      tool('svelte-check', 'bin', 'svelte-check'),
      '--workspace',
      'apps/web',
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  },
  ...['apps/server', '.', 'packages/sync', 'packages/protocol', 'packages/domain'].map((project) => ({
    title: `types of ${project === '.' ? 'tests and scripts' : project} (tsc)`,
    words: [TSC, '--project', project],
  })),
  {
    title: 'format (Prettier)',
    words: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
  },
  {
    title: 'import direction (dependency-cruiser)',
    words: [
      tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      'packages',
      'apps/server',
      'apps/web/src',
      'tests',
    ],
  },
];

await main(async () => {
  await ensureInstalled();
  await ensureGenerated();
  const synced = await capture('npm', ['run', 'sync', '-w', 'apps/web']);
  if (synced.code !== 0) say(synced.output);
  const found = await inParallel(PARTS, Math.min(3, cpus().length));
  const failed = found.filter((code) => code !== 0).length;
  say(failed === 0 ? 'All is well.' : `${failed} of ${PARTS.length} parts found something.`);
  return failed === 0 && synced.code === 0 ? 0 : 1;
});

/**
 * @param {typeof PARTS} parts
 * @param {number} atOnce
 */
async function inParallel(parts, atOnce) {
  const waiting = [...parts];
  /** @type {number[]} */
  const codes = [];
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) codes.push(await run(part));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return codes;
}

/** @param {typeof PARTS[number]} part */
async function run({ title, words }) {
  const started = Date.now();
  const { code, output } = await capture(NODE, words, { FORCE_COLOR: process.stderr.isTTY ? '1' : '0' });
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${title}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) say(output);
  return code;
}
