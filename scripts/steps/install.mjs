import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, outsidePath, quietly, ROOT, StepFailed } from './shell.mjs';

const OLDEST_NODE = 20;

/** Installs the packages of package-lock.json, unless what lies in node_modules is just that. */
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new StepFailed(
      `This is Node ${process.versions.node}. Stationkeeper needs Node ${OLDEST_NODE} or later.`,
    );
  }
  if (isInstalled()) return;
  // Development packages are needed to build the pages, whatever NODE_ENV says.
  await quietly(
    'Installing packages (about a minute)',
    'npm',
    ['ci', '--include=dev', '--no-fund', '--no-audit'],
    {
      PATH: outsidePath(),
    },
  );
  if (!existsSync(NODE)) {
    throw new StepFailed(
      `The packages are installed, but ${NODE} is missing: the package "node" brings it with an install script.\n` +
        'See that npm may run scripts (npm config get ignore-scripts) and start again.',
    );
  }
}

/**
 * npm notes what it has installed in node_modules/.package-lock.json when it is through. Comparing that with the lock
 * file also respects an `npm install` by hand, and repeats an install that was interrupted.
 */
export function isInstalled() {
  const done = packagesIn(join('node_modules', '.package-lock.json'));
  const wanted = packagesIn('package-lock.json');
  if (!done || !wanted || !existsSync(NODE)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    if (!done[path]) return optional === true || devOptional === true;
    return done[path].version === version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 * @param {string} path
 * @returns {Record<string, Locked> | undefined}
 */
function packagesIn(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return undefined;
  const lock = /** @type {{ packages: Record<string, Locked> }} */ (JSON.parse(readFileSync(full, 'utf8')));
  return lock.packages;
}
