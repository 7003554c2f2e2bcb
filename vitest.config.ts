import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * node  everything that needs neither a database nor a browser, beside its code or in tests/
 * pg    `*.pg.test.ts`: one real PostgreSQL for the run, a fresh database for each file that asks for one
 * web   the web app's plain modules and state classes, compiled as Svelte compiles them
 *
 * Pages are tested by Playwright: playwright.config.ts.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,apps/server,tests,scripts,prisma}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.pg.test.ts'],
          testTimeout: 60_000, // some start real servers
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pg',
          include: ['{packages,apps/server,tests,scripts,prisma}/**/*.pg.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
    ],
  },
});
