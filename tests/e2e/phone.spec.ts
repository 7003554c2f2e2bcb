import type { Page } from '@playwright/test';
import { offlineNoise } from '../support/e2e/console-watch.ts';
import { expect, test } from '../support/e2e/test.ts';
import { TimelineView } from '../support/e2e/timeline-view.ts';

// One of these phones is cut off on purpose.
test.use({ expectedErrors: [offlineNoise] });

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

test('a phone says in words that it is offline and what waits', async ({
  shared: { slug, writer },
  join,
}) => {
  const station = await writer.create('station', { name: 'Station in a valley' });
  const editor = await join('editor', 'Walking Editor', PHONE);
  await editor.goto(`/${slug}/stations/${station}`);

  await editor.context.setOffline(true);
  await editor.record.write('Orbit', 'low');

  await expect(editor.page.getByRole('banner').getByText('Offline, 1 change waiting')).toBeInViewport();
});

test('a tap on the timeline opens the milestone in sight', async ({ shared: { slug, writer }, join }) => {
  const station = await writer.create('station', { name: 'Tapped Station' });
  const milestone = await writer.create('milestone', { name: 'Tapped launch', subject: station });
  await writer.create('forecast', { milestone, expected: '2034-06-15', statedOn: '2026-01-10' });
  const viewer = await join('viewer', 'Walking Viewer', PHONE);
  const timeline = new TimelineView(viewer.page, '2033-10-01', '2043-10-01');
  await viewer.goto(timeline.path(slug));

  await expect(async () => {
    await timeline.clickAt('Tapped Station', '2034-06-15');
    await expect(timeline.opened).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await expect(timeline.opened.getByRole('link', { name: 'Tapped launch' })).toBeInViewport();
});
