import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('on a phone nothing is wider than the screen, and the drawer leads everywhere', async ({
  shared: { slug, writer },
  join,
}) => {
  const station = await writer.create('station', { name: 'Station on a phone' });
  const viewer = await join('viewer', 'Walking Viewer', PHONE);
  const lists = ['agreements', 'stations', 'parties', 'milestones', 'sources', 'statements', 'questions'];
  for (const path of ['', '/timeline', ...lists.map((list) => `/${list}`), `/stations/${station}`]) {
    await viewer.goto(`/${slug}${path}`);
    expect(await widthBeyondScreen(viewer.page), `of /${path}`).toBe(0);
  }

  await viewer.button('Open navigation').click();
  await viewer.page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('link', { name: 'Parties' })
    .click();

  await expect(viewer.page).toHaveURL(`/${slug}/parties`);
  await expect(viewer.page.getByRole('button', { name: 'Close navigation' })).toBeHidden();
});
