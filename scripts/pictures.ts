/**
 * `npm run pictures`: starts the product with the sample workspace in a folder of its own, opens every page on a desk, a
 * phone and (where a wall shows it) a wall, light and dark, and leaves what it saw in docs/pictures/ as
 * `<page>-<size>-<theme>.png`. Words after `--` choose pages by name: `npm run pictures -- overview agreement`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { type AnyRecord, titleOf } from '@stationkeeper/domain';
import { decodeSnapshot, type Snapshot } from '@stationkeeper/protocol';
import { type Account, Board } from '../tests/support/e2e/board.ts';
import { ensureBrowser } from './steps/browser.mjs';
import { ROOT } from './steps/shell.mjs';
import { type Picture, PICTURES, SIZES, type SizeName, THEMES } from './pictures/pages.ts';
import { smallPng } from './pictures/small-png.ts';
import { still } from './pictures/still.ts';

const FOLDER = join(ROOT, 'docs', 'pictures');
const wanted = process.argv.slice(2);
const isWanted = ({ name }: Picture): boolean => wanted.length === 0 || wanted.includes(name);

await mkdir(FOLDER, { recursive: true });
const board = await Board.start();
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])],
});
try {
  await takeAll(browser);
} finally {
  await browser.close();
  await board.close();
}

/** Set-up can only be seen before there is an account, sign-in only without one; so strangers go first. */
async function takeAll(browser: Browser): Promise<void> {
  const pictures = PICTURES.filter(isWanted);
  await takeAs(
    browser,
    null,
    pictures.filter(({ who }) => who === 'before anybody'),
  );
  const admin = await board.makeAdmin('Programme Office');
  await takeAs(
    browser,
    null,
    pictures.filter(({ who }) => who === 'stranger'),
  );
  await takeAs(
    browser,
    admin,
    pictures.filter(({ who }) => who === 'admin'),
  );
}

async function takeAs(
  browser: Browser,
  account: Account | null,
  pictures: readonly Picture[],
): Promise<void> {
  const records = account ? await recordsFor(account) : [];
  const slug = account ? await board.slugFor(account) : '';
  const find = (title: string): string => idOf(records, title);
  for (const size of Object.keys(SIZES) as SizeName[]) {
    for (const theme of THEMES) {
      const context = await contextFor(browser, account, { size, theme });
      for (const picture of pictures.filter(({ sizes }) => sizes.includes(size))) {
        const page = await context.newPage();
        await page.goto(picture.path({ slug, find }));
        await picture.prepare?.(page);
        await shoot(page, `${picture.name}-${size}-${theme}.png`);
        await page.close();
      }
      await context.close();
    }
  }
}

type Look = { readonly size: SizeName; readonly theme: (typeof THEMES)[number] };

async function contextFor(
  browser: Browser,
  account: Account | null,
  { size, theme }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: board.url,
    viewport: SIZES[size],
    colorScheme: theme,
    isMobile: size === 'phone',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  const cookies = [...(account?.http.cookies ?? [])];
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: board.url })));
  return context;
}

async function shoot(page: Page, file: string): Promise<void> {
  await still(page);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await writeFile(join(FOLDER, file), smallPng(png));
  console.log(`docs/pictures/${file}`);
}

async function recordsFor(account: Account): Promise<readonly AnyRecord[]> {
  const slug = await board.slugFor(account);
  const { body } = await account.http.get(`/api/workspaces/${slug}/snapshot`);
  return decodeSnapshot(body as Snapshot);
}

function idOf(records: readonly AnyRecord[], title: string): string {
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = records.find((record) => titleOf(record, (id) => byId.get(id)) === title);
  if (!found) throw new Error(`The sample workspace has no record called "${title}".`);
  return found.id;
}
