import { expect, test } from '../support/e2e/test.ts';

// Chromium writes the answers of the API that shut somebody out to the console.
test.use({ expectedErrors: [/status of 40[134]/] });

test('a role that is taken away and given back changes an open page at once', async ({
  shared: { admin, slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement under a role' });
  const editor = await join('editor', 'Editor');
  await editor.goto(`/${slug}/agreements/${agreement}`);
  await expect(editor.button('Edit Summary')).toBeVisible();
  const member = `/api/workspaces/${slug}/members/${editor.account.userId}`;

  await admin.http.patch(member, { role: 'viewer' });
  await expect(editor.button('Edit Summary')).toBeHidden();
  await admin.http.patch(member, { role: 'editor' });

  await expect(editor.button('Edit Summary')).toBeVisible();
  await editor.record.write('Summary', 'Allowed again');
  await expect(editor.record.entry('Allowed again')).toHaveCount(1);
});

test('somebody removed is told on the open page and finds nothing any more', async ({
  shared: { admin, slug },
  join,
}) => {
  const editor = await join('editor', 'Leaving Editor');
  await editor.goto(`/${slug}/agreements`);

  await admin.http.delete(`/api/workspaces/${slug}/members/${editor.account.userId}`);

  await expect(editor.dialog('This page is no longer live')).toBeVisible();
  await expect(editor.connection).toHaveText('Closed');
  const known = await editor.page.goto(`/${slug}`);
  const unknown = await editor.context.request.get('/no-such-workspace');
  expect(known?.status()).toBe(404);
  expect(unknown.status()).toBe(404);
  await expect(editor.page.getByText('There is no such page')).toBeVisible();
});

test('signing out in one tab shuts the other one', async ({ shared: { slug }, join }) => {
  const editor = await join('editor', 'Editor');
  const other = await editor.newTab();
  await editor.goto(`/${slug}`);
  await other.goto(`/${slug}/agreements`);

  await editor.button('Your menu').click();
  await editor.page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(editor.page).toHaveURL('/sign-in');
  await expect(other.dialog('This page is no longer live')).toBeVisible();
  await other.page.goto(`/${slug}/agreements`);
  await expect(other.page).toHaveURL(/\/sign-in\?next=/);
});

test('signing in leads back to where one wanted to go; a wrong password says so', async ({
  shared: { board, slug, admin },
  browser,
  watch,
}) => {
  const { email } = await board.newAccount(admin, 'viewer', 'Returning Viewer');
  const context = await browser.newContext({ baseURL: board.url });
  watch.follow(context, 'Returning Viewer');
  const page = await context.newPage();
  await page.goto(`/${slug}/parties`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.getByLabel('Password').fill('a password for tests');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page).toHaveURL(`/${slug}/parties`);
  await context.close();
});
