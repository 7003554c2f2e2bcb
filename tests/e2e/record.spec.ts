import { definitionOf, RECORD_TYPES } from '@stationkeeper/domain';
import { onePerType } from '../support/e2e/one-per-type.ts';
import { expect, test } from '../support/e2e/test.ts';

const NAMES = new Set(['name', 'title', 'claim', 'question']);

test('every type of record has a page with all its fields and its history', async ({
  shared: { slug, writer, admin },
  join,
}) => {
  const paths = await onePerType(writer, slug, admin.userId);
  const editor = await join('editor', 'Editor');
  for (const type of RECORD_TYPES) {
    await editor.goto(paths.get(type) ?? '');
    await expect(editor.record.heading).not.toBeEmpty();
    const shown = await editor.page.getByRole('term').allTextContents();
    const rows = Object.entries(definitionOf(type).fields)
      // The field that names the record is the heading; the published wording of a date stands with the date.
      .filter(([name, field]) => !(field.isRequired && NAMES.has(name)) && !('wordingOf' in field))
      .map(([, { label }]) => label);
    expect(
      shown.map((label) => label.trim()),
      type,
    ).toEqual(expect.arrayContaining(rows));
    await expect(editor.record.history.getByRole('listitem')).not.toHaveCount(0);
  }
});

test('each kind of field is edited in place, and the history says who, when, what and why', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('station', { name: 'Station to choose' });
  const chosen = await writer.create('party', { name: 'Party to choose' });
  const station = await writer.create('station', { name: 'Station of kinds' });
  const agreement = await writer.create('agreement', { name: 'Agreement of kinds' });
  const party = await writer.create('party', { name: 'Party of kinds' });
  const milestone = await writer.create('milestone', { name: 'Milestone of kinds', subject: station });
  const ownership = await writer.create('ownership', { issuer: party, holder: chosen });
  const editor = await join('editor', 'Every Editor');
  const { record } = editor;

  await test.step('text, prose, choice, choices, date, money, number, references', async () => {
    await editor.goto(`/${slug}/agreements/${agreement}`);
    await record.write('Official title', 'Its title');
    await expect(record.value('Official title')).toContainText('Its title');
    await record.write('Summary', 'Two lines:\nthis is the second');
    await expect(record.value('Summary')).toContainText('this is the second');
    await record.choose('Instrument', 'Letter of intent');
    await expect(record.value('Instrument')).toContainText('Letter of intent');
    await record.choose('Status', 'Announced', 'from the release');
    await expect(record.value('Status')).toContainText('Announced');
    await record.addTo('Purposes', 'Research');
    await expect(record.value('Purposes')).toContainText('Research');
    await record.write('Announced', 'Q3 2027');
    await expect(record.value('Announced')).toContainText('Q3 2027');
    await record.write('Value', '228,000,000');
    await expect(record.value('Value')).toContainText('228,000,000');
    await record.write('Stated number of parties', '15');
    await expect(record.value('Stated number of parties')).toContainText('15');
    await record.addTo('Stations', 'Station to choose');
    await expect(record.value('Stations')).toContainText('Station to choose');
    await expect(record.entry('from the release')).toContainText('Every Editor');
    await expect(record.entry('Its title')).toContainText(/ago|just now/);
  });

  await test.step('countries, words, address', async () => {
    await editor.goto(`/${slug}/parties/${party}`);
    await record.addTo('Countries', 'Japan');
    await expect(record.value('Countries')).toContainText('Japan');
    await record.addTo('Also known as', 'PK');
    await expect(record.value('Also known as')).toContainText('PK');
    await record.write('Website', 'https://example.org/party');
    await expect(record.value('Website').getByRole('link')).toHaveAttribute(
      'href',
      'https://example.org/party',
    );
  });

  await test.step('one reference, a member, a share', async () => {
    await editor.goto(`/${slug}/milestones/${milestone}`);
    await record.pick('Responsible', 'Party to choose');
    await expect(record.value('Responsible')).toContainText('Party to choose');
    await record.choose('Watched by', 'Every Editor');
    await expect(record.value('Watched by')).toContainText('Every Editor');
    await editor.goto(`/${slug}/ownerships/${ownership}`);
    await record.write('Share', '33.4');
    await expect(record.value('Share')).toContainText('33.4');
  });
});

test('what cannot be stored stays open and says why; Escape leaves the field as it was', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement of mistakes' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/agreements/${agreement}`);

  await record.write('Announced', 'some day in spring');
  await expect(page.getByRole('main').getByLabel('Announced', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByRole('main').getByLabel('Announced', { exact: true })).toHaveValue(
    'some day in spring',
  );
  await page.keyboard.press('Escape');
  await expect(record.value('Announced')).toContainText('not stated');
  await editor.isLive();
});

test('by keys, a closed list stores nothing before Enter, and nothing at all after Escape', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement by keys' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/agreements/${agreement}`);
  const before = await record.history.getByRole('listitem').count();
  const list = page.getByRole('main').getByRole('combobox', { name: 'Instrument', exact: true });

  await editor.button('Edit Instrument').focus();
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
  await expect(list).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  const stated = await list.inputValue();
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const chosen = await list.locator('option:checked').textContent();
  expect(await list.inputValue()).not.toBe(stated);
  await page.keyboard.press('Enter');

  await expect(record.value('Instrument')).toContainText(chosen ?? '');
  await expect(record.history.getByRole('listitem')).toHaveCount(before + 1);
});

test('a source is cited for a field, and contests it once the value is another', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('source', { title: 'Release to cite' });
  const agreement = await writer.create('agreement', { name: 'Cited agreement', announced: '2024-01-12' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/agreements/${agreement}`);

  await editor.button(/^Sources of Announced/).click();
  await editor.button('Cite a source').click();
  const dialog = editor.dialog(/^Cite a source/);
  await dialog.getByRole('combobox', { name: 'Source' }).fill('Release to cite');
  await page.getByRole('option', { name: 'Release to cite' }).first().click();
  await dialog.getByLabel('Locator').fill('para. 2');
  await dialog.getByRole('button', { name: 'Cite', exact: true }).click();

  await expect(editor.button('Sources of Announced: 1')).toBeVisible();
  await record.write('Announced', '13 Jan 2024');
  await expect(editor.button('Sources of Announced: contested')).toBeVisible();
  await editor.button('Sources of Announced: contested').click();
  await expect(page.getByText('contests: 12 Jan 2024')).toBeVisible();
});

test('a new milestone is asked when it is expected, and keeps that as its first forecast', async ({
  shared: { slug, writer },
  join,
}) => {
  const station = await writer.create('station', { name: 'Station with a date' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/stations/${station}`);
  await record.section('Milestones').getByRole('button', { name: 'Add milestone' }).click();
  const dialog = editor.createDialog('milestone');
  await expect(dialog.dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(dialog.dialog.getByLabel('Actual date', { exact: true })).toBeHidden();
  await expect(dialog.dialog.getByLabel('Stated on', { exact: true })).not.toHaveValue('');
  await dialog.write('Expected', 'Q3 2037');

  await test.step('what is wrong has the focus until it is put right', async () => {
    await dialog.dialog.getByRole('button', { name: 'Create' }).click();
    const name = dialog.dialog.getByLabel('Name', { exact: true });
    await expect(name).toBeFocused();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.type('Dated launch');
    await expect(name).toHaveAttribute('aria-invalid', 'false');
  });

  await test.step('Escape loses nothing that was typed', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog.dialog).toBeHidden();
    await record.section('Milestones').getByRole('button', { name: 'Add milestone' }).click();
    await expect(dialog.dialog.getByLabel('Name', { exact: true })).toHaveValue('Dated launch');
  });

  await dialog.create();
  await expect(record.section('Milestones')).toContainText('Q3 2037');
  await record.section('Milestones').getByRole('link', { name: 'Dated launch' }).click();
  await expect(record.section('Forecasts')).toContainText('Q3 2037');
});

test('a party is found by its alias, and made on the way where there is none', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('party', { name: 'Far Eastern Space Agency', aliases: ['FESA'] });
  const agreement = await writer.create('agreement', { name: 'Agreement with new parties' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/agreements/${agreement}`);
  const parties = record.section('Parties');
  const dialog = editor.createDialog('participation');
  for (const [typed, offered] of [
    ['fesa', 'Far Eastern Space Agency'],
    ['Unheard Of Ltd', 'New party “Unheard Of Ltd”'],
  ] as const) {
    await parties.getByRole('button', { name: 'Add participation' }).click();
    await dialog.dialog.getByRole('combobox', { name: 'Party', exact: true }).fill(typed);
    await page.getByRole('option', { name: offered }).click();
    await dialog.create();
  }
  await expect(parties).toContainText('Far Eastern Space Agency');
  await expect(parties).toContainText('Unheard Of Ltd');
});

test('a record is made, deleted with what it owns, and brought back by undo', async ({
  shared: { slug },
  join,
}) => {
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/stations`);
  await editor.button('New station').first().click();
  const dialog = editor.createDialog('station');
  await dialog.write('Name', 'Station come and gone');
  await dialog.create();
  await expect(record.heading).toHaveText('Station come and gone');
  await record.section('Milestones').getByRole('button', { name: 'Add milestone' }).click();
  const child = editor.createDialog('milestone');
  await child.write('Name', 'Milestone come and gone');
  await child.create();
  await expect(record.section('Milestones')).toContainText('Milestone come and gone');

  await editor.button('Delete').click();
  await expect(page).toHaveURL(new RegExp(`/${slug}/stations$`));
  const list = editor.list('Stations');
  await expect(list.row('Station come and gone')).toHaveCount(0);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Take back' }).click();

  await list.row('Station come and gone').getByRole('link').click();
  await expect(record.section('Milestones')).toContainText('Milestone come and gone');
});

test('undo in the history and Ctrl+Z take a change back', async ({ shared: { slug, writer }, join }) => {
  const agreement = await writer.create('agreement', { name: 'Agreement to undo' });
  const editor = await join('editor', 'Editor');
  const { page, record } = editor;
  await editor.goto(`/${slug}/agreements/${agreement}`);
  await record.write('Official title', 'First title');
  await record.write('Official title', 'Second title');
  await expect(record.entry('Second title')).toHaveCount(1);

  await record
    .entry(/First title → ?Second title/)
    .getByRole('button', { name: 'take back' })
    .click();
  await expect(record.value('Official title')).toContainText('First title');
  await expect(record.entry('took back')).toHaveCount(1);
  await expect(record.entry('taken back by')).toHaveCount(1);
  await expect(record.entry('taken back by').getByRole('button')).toHaveCount(0);

  await record.write('Summary', 'Written and regretted');
  await expect(record.entry('Written and regretted')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(record.value('Summary')).toContainText('not stated');
});

test('a deleted record says so on every open page and can be restored there', async ({
  shared: { slug, writer },
  join,
}) => {
  const source = await writer.create('source', { title: 'Source taken away' });
  const [one, other] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  await one.goto(`/${slug}/sources/${source}`);
  await other.goto(`/${slug}/sources/${source}`);

  await one.button('Delete').click();
  await expect(other.page.getByText('This source is deleted.')).toBeVisible();
  await other.button('Restore').click();

  await expect(other.page.getByText('This source is deleted.')).toBeHidden();
  await one.goto(`/${slug}/sources?q=taken`);
  await expect(one.list('Sources').row('Source taken away')).toHaveCount(1);
});
