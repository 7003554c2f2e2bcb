import { offlineNoise } from '../support/e2e/console-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test.use({ expectedErrors: [offlineNoise] });

test('[O2] what a closed tab left is sent by the other tab, once, without being opened again', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement in two tabs' });
  const [one, witness] = [await join('editor', 'Two Tabs'), await join('editor', 'Witness')];
  const path = `/${slug}/agreements/${agreement}`;
  await one.goto(path);
  const other = await one.newTab();
  await other.goto(path);
  await witness.goto(path);
  await one.context.setOffline(true);

  await one.record.write('Official title', 'From the tab that closes');
  await other.record.write('Summary', 'From the tab that stays');
  for (const { connection } of [one, other]) await expect(connection).toHaveText('Offline, 1 change waiting');
  await one.page.close();
  // The browser lets go of a closed tab's lock a little after the tab: only then may another speak for it.
  const heldLocks = () => other.page.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(heldLocks).toBe(1);
  await one.context.setOffline(false);

  await other.isLive();
  for (const { record } of [other, witness]) {
    await expect(record.value('Official title')).toContainText('From the tab that closes');
    await expect(record.value('Summary')).toContainText('From the tab that stays');
    await expect(record.entry('From the tab that closes')).toHaveCount(1);
    await expect(record.entry('From the tab that stays')).toHaveCount(1);
  }
});

test('two tabs of one person edit at once; each sees the other, and neither answers for the other', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement side by side' });
  const one = await join('editor', 'Side By Side');
  const path = `/${slug}/agreements/${agreement}`;
  await one.goto(path);
  const other = await one.newTab();
  await other.goto(path);

  await one.record.write('Official title', 'Written on the left');
  await other.record.write('Summary', 'Written on the right');

  for (const { record, connection } of [one, other]) {
    await expect(record.value('Official title')).toContainText('Written on the left');
    await expect(record.value('Summary')).toContainText('Written on the right');
    await expect(connection).toHaveText('Live');
  }
  await one.page.close();
  await other.record.write('Summary', 'Written on the right, later');
  await expect(other.record.entry('Written on the right, later')).toHaveCount(1);
  await other.isLive();
});
