import { defineConfig, devices } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/**
 * Browser tests of the built app. Each worker starts the real server process on a fresh data folder
 * (tests/support/e2e/board.ts); `npm test` finds the browser and builds the pages.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
});
