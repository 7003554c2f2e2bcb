import { offlineNoise } from '../support/e2e/console-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test.use({ expectedErrors: [offlineNoise] });

test('edits made offline are shown, counted, kept by a closed tab, and sent once', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement in a tunnel' });
  const [traveller, witness] = [await join('editor', 'Traveller'), await join('editor', 'Witness')];
  const path = `/${slug}/agreements/${agreement}`;
  await traveller.goto(path);
  await witness.goto(path);
  await traveller.context.setOffline(true);
  await expect(traveller.connection).toHaveText('Offline');

  await traveller.record.write('Official title', 'Written in the tunnel');
  await expect(traveller.connection).toHaveText('Offline, 1 change waiting');
  await traveller.record.choose('Status', 'Announced', 'said by radio');
  await expect(traveller.connection).toHaveText('Offline, 2 changes waiting');
  await expect(traveller.record.value('Official title')).toContainText('Written in the tunnel');
  await expect(witness.record.value('Official title')).toContainText('not stated');

  await traveller.page.close();
  await traveller.context.setOffline(false);
  const again = await traveller.newTab();
  await again.goto(path);

  await expect(again.record.value('Official title')).toContainText('Written in the tunnel');
  for (const { record } of [witness, again]) {
    await expect(record.entry('Written in the tunnel')).toHaveCount(1);
    await expect(record.entry('said by radio')).toHaveCount(1);
  }
  await again.page.reload();
  await again.isLive();
  await expect(again.record.entry('Written in the tunnel')).toHaveCount(1);
});

test('what others did meanwhile is there when the network is back', async ({
  shared: { slug, writer },
  join,
}) => {
  const agreement = await writer.create('agreement', { name: 'Agreement caught up with' });
  const away = await join('editor', 'Away');
  await away.goto(`/${slug}/agreements/${agreement}`);
  await away.context.setOffline(true);
  await expect(away.connection).toHaveText('Offline');

  const edits = { instrumentTitle: { from: null, to: 'Set meanwhile' } };
  await writer.mutate([{ op: 'update', type: 'agreement', id: agreement, edits }]);
  await away.context.setOffline(false);

  await away.isLive();
  await expect(away.record.value('Official title')).toContainText('Set meanwhile');
  await expect(away.record.entry('Set meanwhile')).toHaveCount(1);
});
