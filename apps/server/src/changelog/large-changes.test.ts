/** Catch-up and fan-out of changes that hold a lot of text. */
import { MAX_CATCH_UP_BYTES } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { hubFixture, settled } from '../../../../tests/support/hub-fixture.ts';
import { create, TestWriter } from '../../../../tests/support/mutations.ts';

const PROSE = 'x'.repeat(15_000);

/** Makes questions of 15 KB each outside of any window. */
async function grow(fixture: ReturnType<typeof hubFixture>, count: number): Promise<void> {
  const loader = new TestWriter('system');
  const mutations = Array.from({ length: count }, () => ({
    mutation: loader.mutation([create('question', { question: 'Why?', background: PROSE })]),
  }));
  await fixture.changelog.commitAsSystem(fixture.workspaceId, mutations);
}

test('[C2] pieces are cut by size too, so that a slow line takes each before the next ping', async () => {
  const fixture = hubFixture();
  const live = fixture.window();
  await live.open();
  await grow(fixture, 100);
  const late = fixture.window();
  await late.open();
  await settled();
  const elsewhere = fixture.another().window(); // reads them from the store
  await elsewhere.open();
  await settled();
  for (const window of [live, late, elsewhere]) {
    expect(window.changes.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    const sizes = window.messages('changes').map((message) => JSON.stringify(message).length);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  }
});

test('[C5] whoever has missed a few large changes too many is sent for a snapshot', async () => {
  const fixture = hubFixture();
  const many = Math.ceil(MAX_CATCH_UP_BYTES / PROSE.length) + 1;
  await grow(fixture, many);
  for (const server of [fixture, fixture.another()]) {
    expect(await server.window().open(0)).toEqual({ status: 'snapshot-needed' });
    expect(await server.window().open(many - 100)).toMatchObject({ status: 'opened' });
  }
});
