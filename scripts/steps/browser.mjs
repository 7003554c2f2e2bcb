/**
 * Finds a Chromium for the tests, or gets one. In this order, each proved by running it:
 *
 *     $CHROMIUM_PATH ─> one on the PATH ─> the one Playwright has fetched ─> let Playwright fetch it
 *       ─> Debian's, by apt-get, where we are root (a container, a CI machine)
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture, NODE, quietly, ROOT, say, StepFailed } from './shell.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {Promise<string>} the path of a program that runs: Playwright takes no bare name */
export async function ensureBrowser() {
  return (await findBrowser()) ?? (await fetchBrowser()) ?? (await installFromDebian()) ?? refuse();
}

/** @returns {Promise<string | undefined>} */
async function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return (await runs(wanted)) ? wanted : refuseWanted(wanted);
  for (const candidate of [...NAMES.flatMap(onPath), await playwrightsOwn()]) {
    if (await runs(candidate)) return candidate;
  }
  return undefined;
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).filter((file) => existsSync(file));
}

/** @param {string} program */
async function runs(program) {
  const { code, output } = await capture(program, ['--version']);
  return code === 0 && /chrom/i.test(output);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @returns {Promise<string | undefined>} */
async function fetchBrowser() {
  say('No Chromium is on this machine; Playwright tries to fetch one.');
  await capture(NODE, [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const own = await playwrightsOwn();
  return (await runs(own)) ? own : undefined;
}

/** @returns {Promise<string | undefined>} */
async function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await quietly('Reading the list of Debian packages', 'apt-get', ['update', '-q'], quiet);
  const words = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await quietly('Installing Debian’s Chromium', 'apt-get', words, quiet);
  return findBrowser();
}

/**
 * @param {string} wanted
 * @returns {never}
 */
function refuseWanted(wanted) {
  throw new StepFailed(`CHROMIUM_PATH=${wanted} does not run. Correct it, or unset it to let one be found.`);
}

/** @returns {never} */
function refuse() {
  throw new StepFailed(
    'The browser tests need Chromium, and none could be found or fetched.\n' +
      'Install it (Debian and Ubuntu: apt-get install chromium) or name one with CHROMIUM_PATH.',
  );
}
