/**
 * Steps are repeated only when what they read has changed. Each leaves a stamp in .cache/: the hash of its sources.
 * Times of files are not looked at, because a checkout changes them without changing anything.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './shell.mjs';

const SKIPPED = /(^|\/)(node_modules|build|generated|\.svelte-kit|\.DS_Store)$|\.test\.[cm]?[jt]s$|\.md$/;

/**
 * @param {string[]} paths files and folders, from the project's root
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const full = join(ROOT, path);
  if (SKIPPED.test(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesIn(`${path}/${name}`));
}

/** @param {string} step */
const stampOf = (step) => join(ROOT, '.cache', 'stamps', step);

/**
 * @param {string} step
 * @param {string} mark
 */
export function isDone(step, mark) {
  return existsSync(stampOf(step)) && readFileSync(stampOf(step), 'utf8') === mark;
}

/**
 * @param {string} step
 * @param {string} mark
 */
export function markDone(step, mark) {
  mkdirSync(dirname(stampOf(step)), { recursive: true });
  writeFileSync(stampOf(step), mark);
}
