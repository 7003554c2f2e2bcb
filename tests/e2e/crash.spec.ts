import { Board } from '../support/e2e/board.ts';
import { offlineNoise } from '../support/e2e/console-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test.use({ expectedErrors: [offlineNoise] });

test('kill -9 while two people edit: what was acknowledged is there, what waited arrives once', async ({
  openFor,
  openWriter,
}) => {
  const board = await Board.start({ START: 'empty' });
  try {
    const admin = await board.makeAdmin();
    const slug = await board.slugFor(admin);
    const prepares = await openWriter(board, admin);
    const agreement = await prepares.create('agreement', { name: 'Agreement in a storm' });
    const editor = await board.newAccount(admin, 'editor', 'Editor');
    const [one, other] = [await openFor(admin, board.url), await openFor(editor, board.url)];
    const path = `/${slug}/agreements/${agreement}`;
    await one.goto(path);
    await other.goto(path);
    await one.record.write('Summary', 'Acknowledged before');
    await expect(other.record.value('Summary')).toContainText('Acknowledged before');

    await board.kill();
    await one.record.write('Official title', 'Typed by one into a dead server');
    await other.record.choose('Status', 'In force', 'typed by the other into a dead server');
    for (const { connection } of [one, other]) {
      await expect(connection).toHaveText('Reconnecting, 1 change waiting');
    }
    await board.restart();

    for (const person of [one, other]) {
      await person.isLive();
      const { record } = person;
      await expect(record.value('Summary')).toContainText('Acknowledged before');
      await expect(record.value('Official title')).toContainText('Typed by one into a dead server');
      await expect(record.value('Status')).toContainText('In force');
      await expect(record.entry('Typed by one into a dead server')).toHaveCount(1);
      await expect(record.entry('typed by the other into a dead server')).toHaveCount(1);
    }
    await one.page.reload();
    await one.isLive();
    await expect(one.record.entry('Acknowledged before')).toHaveCount(1);
    await expect(one.record.entry('Typed by one into a dead server')).toHaveCount(1);
  } finally {
    await board.close();
  }
});
