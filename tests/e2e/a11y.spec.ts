import { axeFaults } from '../support/e2e/axe-faults.ts';
import { onePerType } from '../support/e2e/one-per-type.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Lists are made alike: these three hold every kind of cell. */
const PAGES = ['', '/timeline', '/members', '/agreements', '/milestones', '/sources'];

/** Pages of records are made from their definitions: these hold every kind of field, and every section. */
const RECORDS = [
  [
    'light',
    ['station', 'agreement', 'party', 'milestone', 'constraint', 'source', 'participation', 'comment'],
  ],
  ['dark', ['agreement', 'milestone', 'party', 'source', 'citation']],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong on any page of the workspace, ${colorScheme}`, async ({
    shared: { board, admin, slug },
    openFor,
  }) => {
    const person = await openFor(admin, board.url, { colorScheme });
    for (const path of PAGES) {
      await person.goto(`/${slug}${path}`);
      expect.soft(await axeFaults(person.page), `/${path}`).toEqual([]);
    }
  });

  test(`axe finds nothing wrong in what opens over a page, ${colorScheme}`, async ({
    shared: { board, admin, slug, writer },
    openFor,
  }) => {
    const agreement = await writer.create('agreement', { name: 'Agreement under an axe' });
    const person = await openFor(admin, board.url, { colorScheme });
    const { page } = person;
    const check = async (what: string): Promise<void> => {
      expect.soft(await axeFaults(page), what).toEqual([]);
    };
    await person.goto(`/${slug}/agreements/${agreement}`);
    await person.button('Your menu').click();
    await check('the menu');
    await page.keyboard.press('Escape');
    await person.button('Search or jump to').click();
    await check('search');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('the list of keys');
    await page.keyboard.press('Escape');
    await person.record.section('Parties').getByRole('button', { name: 'Add participation' }).click();
    await check('a new participation');
    await person.dialog('New participation').getByRole('button', { name: 'Cancel' }).click();
    await person.record.edit('Status');
    await check('a field being edited');
    await page.keyboard.press('Escape');
    await person.goto(`/${slug}/agreements`);
    await person.button('Filter').click();
    await check('filters');
    await page.keyboard.press('Escape');
    await person.button('New agreement').click();
    await check('a new agreement');
  });
}

test('axe finds nothing wrong on records, light and dark', async ({
  shared: { board, admin, slug, writer },
  openFor,
}) => {
  const paths = await onePerType(writer, slug, admin.userId);
  for (const [colorScheme, types] of RECORDS) {
    const person = await openFor(admin, board.url, { colorScheme });
    for (const type of types) {
      await person.goto(paths.get(type) ?? '');
      await expect(person.record.history.getByRole('listitem')).not.toHaveCount(0);
      expect.soft(await axeFaults(person.page), `${type}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('axe finds nothing wrong where people come in', async ({
  shared: { board, admin, slug },
  browser,
  watch,
}) => {
  const answer = await admin.http.post(`/api/workspaces/${slug}/invitations`, { role: 'viewer' });
  const { token } = answer.body as { token: string };
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL: board.url, colorScheme });
    watch.follow(context, 'stranger');
    const page = await context.newPage();
    for (const path of ['/sign-in', `/invitation/${token}`]) {
      await page.goto(path);
      expect.soft(await axeFaults(page), `${path}, ${colorScheme}`).toEqual([]);
    }
    await context.close();
  }
});
