import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isDone, markDone } from './fingerprint.mjs';
import { quietly, ROOT } from './shell.mjs';

const SOURCES = [
  'package-lock.json',
  'tsconfig.base.json',
  ...[
    'src',
    'static',
    'package.json',
    'tsconfig.json',
    'svelte.config.js',
    'vite.config.ts',
    'vite.config.js',
  ].map((name) => `apps/web/${name}`),
  ...['domain', 'protocol', 'sync'].map((name) => `packages/${name}`),
];

/** Builds the pages, when their sources or a package they use have changed. */
export async function ensureBuilt() {
  const mark = fingerprint(SOURCES);
  if (isDone('build', mark) && existsSync(join(ROOT, 'apps', 'web', 'build', 'handler.js'))) return;
  await quietly('Building the pages', 'npm', ['run', 'build', '-w', 'apps/web'], { NODE_ENV: 'production' });
  markDone('build', mark);
}
