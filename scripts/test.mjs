/**
 * `npm test`: gets what is missing, a browser included, and runs everything: Vitest for units, properties, simulation
 * and PostgreSQL, then Playwright for the pages. Words after `--` go to Vitest alone, which then runs only those:
 *
 *     npm test -- packages/domain
 *
 * The last line always is `N passed, N failed`, over both.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './steps/browser.mjs';
import { ensureBuilt } from './steps/build.mjs';
import { ensureGenerated } from './steps/generate.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { inOurPlace, main, NODE, ROOT, say, StepFailed } from './steps/shell.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ status: string, assertionResults: unknown[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: VitestFile[] }} VitestReport
 * @typedef {{ expected: number, flaky: number, unexpected: number }} PlaywrightStats
 * @typedef {{ stats: PlaywrightStats, errors: unknown[] }} PlaywrightReport
 */

const chosen = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'stationkeeper-reports-'));

await main(async () => {
  /** @type {Count[]} */
  const counts = [];
  try {
    await ensureInstalled();
    await ensureGenerated();
    await ensureBuilt();
    counts.push(await runVitest());
    if (chosen.length === 0) counts.push(await runPlaywright());
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message);
    counts.push({ passed: 0, failed: 1 });
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return conclude(counts);
});

/** @param {Count[]} counts */
function conclude(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** @returns {Promise<Count>} */
async function runVitest() {
  const report = join(reports, 'vitest.json');
  const code = await inOurPlace(NODE, [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...chosen,
  ]);
  return counted(
    report,
    code,
    (/** @type {VitestReport} */ { numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that cannot be loaded has no tests that could fail.
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    }),
  );
}

/** @returns {Promise<Count>} */
async function runPlaywright() {
  const report = join(reports, 'playwright.json');
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const code = await inOurPlace(NODE, [cli, 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: await ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return counted(report, code, (/** @type {PlaywrightReport} */ { stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/**
 * A run that fails without a failing test (it could not start, or something broke outside a test) counts as one.
 *
 * @template T
 * @param {string} report
 * @param {number} code
 * @param {(report: T) => Count} read
 * @returns {Count}
 */
function counted(report, code, read) {
  const count = readReport(report, read);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @template T
 * @param {string} report
 * @param {(report: T) => Count} read
 * @returns {Count}
 */
function readReport(report, read) {
  try {
    return read(/** @type {T} */ (JSON.parse(readFileSync(report, 'utf8'))));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
