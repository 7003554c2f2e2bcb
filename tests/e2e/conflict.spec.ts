import { offlineNoise } from '../support/e2e/console-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test.use({ expectedErrors: [offlineNoise] });

for (const { choice, stands } of [
  { choice: 'Use mine', stands: 'Title of the second' },
  { choice: /^Keep First Editor/, stands: 'Title of the first' },
]) {
  test(`two set one field: the second sees both values with names and says "${String(choice)}"`, async ({
    shared: { slug, writer },
    join,
  }) => {
    const agreement = await writer.create('agreement', { name: 'Contended agreement' });
    const [first, second] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
    await first.goto(`/${slug}/agreements/${agreement}`);
    await second.goto(`/${slug}/agreements/${agreement}`);
    await second.context.setOffline(true);

    await second.record.write('Official title', 'Title of the second');
    await expect(second.connection).toHaveText('Offline, 1 change waiting');
    await first.record.write('Official title', 'Title of the first');
    await expect(first.record.entry('Title of the first')).toHaveCount(1);
    await second.context.setOffline(false);

    const refused = second.page.getByRole('region', { name: 'Official title: your edit was not accepted' });
    await expect(refused).toContainText('First Editor');
    await expect(refused).toContainText('Title of the first');
    await expect(refused).toContainText('You');
    await expect(refused).toContainText('Title of the second');
    await expect(first.record.value('Official title')).toContainText('Title of the first');

    await refused.getByRole('button', { name: choice }).click();

    await expect(refused).toBeHidden();
    await expect(first.record.value('Official title')).toContainText(stands);
    await expect(second.record.value('Official title')).toContainText(stands);
    await expect(second.connection).toHaveText('Live');
  });
}

test('an edit that was not accepted is still there after the page was closed', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Left agreement' });
  const [first, second] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  const path = `/${slug}/agreements/${agreement}`;
  await first.goto(path);
  await second.goto(path);
  await second.context.setOffline(true);
  await second.record.write('Official title', 'Title of the second');
  await expect(second.connection).toHaveText('Offline, 1 change waiting');
  await first.record.write('Official title', 'Title of the first');
  await expect(first.record.entry('Title of the first')).toHaveCount(1);
  await second.context.setOffline(false);
  const refusal = { name: 'Official title: your edit was not accepted' };
  await expect(second.page.getByRole('region', refusal)).toBeVisible();

  await second.page.close();
  const again = await second.newTab();
  await again.goto(path);

  await expect(again.page.getByRole('region', refusal)).toContainText('Title of the second');
});

test('sets that two people change at once are merged', async ({ shared: { slug, writer }, join }) => {
  const party = await writer.create('party', { name: 'Merged party', aliases: ['Old'] });
  const [first, second] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  await first.goto(`/${slug}/parties/${party}`);
  await second.goto(`/${slug}/parties/${party}`);
  await second.context.setOffline(true);
  await second.record.addTo('Also known as', 'From the second');
  await expect(second.connection).toHaveText('Offline, 1 change waiting');
  await first.record.addTo('Also known as', 'From the first');
  await expect(first.record.entry('From the first')).toHaveCount(1);
  await second.context.setOffline(false);

  for (const { record } of [first, second]) {
    for (const alias of ['Old', 'From the first', 'From the second']) {
      await expect(record.value('Also known as')).toContainText(alias);
    }
  }
});
