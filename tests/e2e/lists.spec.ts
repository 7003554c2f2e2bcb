import { expect, test } from '../support/e2e/test.ts';

test('sorting, filters and words stand in the address, and a link shows the same to another', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('agreement', { name: 'Sorted agreement A', status: 'signed', announced: '2026-03' });
  await writer.create('agreement', { name: 'Sorted agreement B', status: 'signed', announced: '2024' });
  await writer.create('agreement', { name: 'Sorted agreement C', status: 'ended', announced: '2025-01-02' });
  const [one, other] = [await join('editor', 'First Editor'), await join('viewer', 'Second Viewer')];
  const list = one.list('Agreements');
  await one.goto(`/${slug}/agreements`);

  await list.search.fill('Sorted agreement');
  await expect(one.page).toHaveURL(/q=Sorted/);
  await list.sortBy('Announced');
  await expect(one.page).toHaveURL(/sort=announced/);
  await expect
    .poll(() => list.titles())
    .toEqual(['Sorted agreement B', 'Sorted agreement C', 'Sorted agreement A']);
  await list.sortBy('Announced');
  await expect
    .poll(() => list.titles())
    .toEqual(['Sorted agreement A', 'Sorted agreement C', 'Sorted agreement B']);
  await one.button(/^Filter/).click();
  await one.page.getByRole('group', { name: 'Status' }).getByLabel('Signed').check();
  await expect(one.page).toHaveURL(/status=signed/);
  await expect.poll(() => list.titles()).toEqual(['Sorted agreement A', 'Sorted agreement B']);

  await other.goto(new URL(one.page.url()).pathname + new URL(one.page.url()).search);
  await expect
    .poll(() => other.list('Agreements').titles())
    .toEqual(['Sorted agreement A', 'Sorted agreement B']);
  await one.page.goBack();
  await expect.poll(() => list.titles()).toHaveLength(3);
});

test('a cell is edited in place, by double click and by keys, and the other list follows', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('agreement', { name: 'Celled agreement A' });
  await writer.create('agreement', { name: 'Celled agreement B' });
  const [one, other] = [await join('editor', 'First Editor'), await join('viewer', 'Second Viewer')];
  const path = `/${slug}/agreements?q=Celled&sort=name`;
  await one.goto(path);
  await other.goto(path);
  const list = one.list('Agreements');
  const seen = other.list('Agreements');

  await (await list.cell('Celled agreement A', 'Instrument')).dblclick();
  await list.grid.getByRole('combobox', { name: 'Instrument' }).selectOption('Contract');
  await expect(await seen.cell('Celled agreement A', 'Instrument')).toContainText('Contract');

  await list.moveTo('Celled agreement A', 'Announced');
  await one.page.keyboard.press('e');
  await one.page.keyboard.type('Nov 2026');
  await one.page.keyboard.press('Enter');
  await expect(await seen.cell('Celled agreement A', 'Announced')).toContainText('Nov 2026');
});

test('keys alone walk a list, open a record, and jump anywhere', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('party', { name: 'Walked party A' });
  await writer.create('party', { name: 'Walked party B' });
  const viewer = await join('viewer', 'Viewer');
  const { page } = viewer;
  await viewer.goto(`/${slug}/parties?q=Walked&sort=name`);

  await viewer
    .list('Parties')
    .row('Walked party A')
    .getByRole('gridcell')
    .first()
    .click({ position: { x: 200, y: 8 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(viewer.record.heading).toHaveText('Walked party B');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search records and pages' }).fill('walked party a');
  await expect(page.getByRole('option', { name: 'Walked party A' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(viewer.record.heading).toHaveText('Walked party A');

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(`/${slug}/timeline`);
});

test('a list without hits says so and how to go on', async ({ shared: { slug }, join }) => {
  const viewer = await join('viewer', 'Viewer');
  await viewer.goto(`/${slug}/sources?q=no-such-title`);
  await expect(viewer.page.getByText('Nothing matches')).toBeVisible();
  await viewer.button('Clear search and filters').click();
  await expect(viewer.list('Sources').grid).toBeVisible();
});
