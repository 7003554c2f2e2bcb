import type { Page } from '@playwright/test';
import { Board, PASSWORD } from '../support/e2e/board.ts';
import { expect, test } from '../support/e2e/test.ts';

// The wrong code is answered with 422, which Chromium writes to the console.
test.use({ expectedErrors: [/status of 422/] });

async function fillAccount(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
}

/** A page answers to clicks from when it is live. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live');
}

test('from the printed code to a board, and by links to a second and a third account', async ({
  browser,
  watch,
}) => {
  const board = await Board.start();
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext({ baseURL: board.url })));
  contexts.forEach((context, at) => {
    watch.follow(context, `person ${String(at + 1)}`);
  });
  const [admin, editor, viewer] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!admin || !editor || !viewer) throw new Error('three pages were opened');
  try {
    await test.step('a wrong code is refused at its field', async () => {
      await admin.goto('/');
      await expect(admin).toHaveURL('/setup');
      await admin.getByLabel('Set-up code').fill('AAAA-BBBB-CCC');
      await fillAccount(admin, 'Admin', 'admin@example.org');
      await admin.getByRole('button', { name: 'Make the account' }).click();
      await expect(admin.getByText('This is not the set-up code.')).toBeVisible();
    });

    await test.step('the right one leads to the overview of the sample workspace', async () => {
      await admin.getByLabel('Set-up code').fill(await board.setupCode());
      await admin.getByRole('button', { name: 'Make the account' }).click();
      await expect(admin.getByRole('heading', { name: 'Programme timeline' })).toBeVisible();
      await expect(admin.getByRole('status', { name: 'Connection' })).toHaveText('Live');
      await expect(
        admin.getByRole('main').getByRole('link', { name: 'Axiom Station', exact: true }),
      ).toBeVisible();
    });

    const invited = async (page: Page, role: string, name: string): Promise<void> => {
      await admin.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role);
      await admin.getByRole('button', { name: 'Make a link' }).click();
      const link = admin.getByLabel('Invitation link');
      await expect(link).toHaveValue(/\/invitation\//);
      await page.goto(await link.inputValue());
      await fillAccount(page, name, `${role}@example.org`);
      await page.getByRole('button', { name: 'Make an account and join' }).click();
      await expect(page.getByRole('heading', { name: 'Programme timeline' })).toBeVisible();
    };

    await test.step('links let an editor and a viewer in, each with the role of the link', async () => {
      await admin.getByRole('button', { name: 'Your menu' }).click();
      await admin.getByRole('menuitem', { name: 'Members' }).click();
      await invited(editor, 'editor', 'Editor');
      await reload(admin);
      await invited(viewer, 'viewer', 'Viewer');
      await reload(admin);
      await expect(admin.getByLabel('Role of Editor')).toHaveValue('editor');
      await expect(admin.getByLabel('Role of Viewer')).toHaveValue('viewer');
      for (const [page, isAllowed] of [
        [editor, true],
        [viewer, false],
      ] as const) {
        await page.getByRole('link', { name: 'Stations' }).first().click();
        await expect(page.getByRole('grid', { name: 'Stations' })).toBeVisible();
        await expect(page.getByRole('button', { name: 'New station' })).toHaveCount(isAllowed ? 1 : 0);
      }
    });

    await test.step('set-up is over, and a used link is not good any more', async () => {
      await editor.goto('/setup');
      await expect(editor).not.toHaveURL('/setup');
    });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await board.close();
  }
});
