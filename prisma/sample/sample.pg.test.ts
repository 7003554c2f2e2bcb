import { WorkspaceState } from '@stationkeeper/protocol';
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog, type SystemMutation } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { createTestDatabase } from '../../tests/support/postgres.ts';
import { generateFiction } from './fiction/generate.ts';
import { sampleMutations } from './sample-mutations.ts';

const db = await createTestDatabase();
afterAll(() => db.drop());
const store = new PostgresLog(db.pool);

/** A new workspace, filled by the way that every edit takes. */
async function filled(mutations: readonly SystemMutation[]) {
  const id = randomUUID();
  await db.pool.query('insert into workspace (id, slug, name) values ($1, $2, $2)', [id, `w-${id}`]);
  const changelog = createChangelog({ store, clock: systemClock, log: silentLog });
  const verdicts = await changelog.commitAsSystem(id, mutations);
  await changelog.stop();
  return { id, verdicts };
}

describe('the sample in PostgreSQL', () => {
  it('is accepted whole, and its rows are the fold of its log', async () => {
    const { id, verdicts } = await filled(sampleMutations().map((mutation) => ({ mutation })));
    expect(verdicts.filter(({ status }) => status !== 'accepted')).toEqual([]);
    const loaded = await store.load(id);
    const folded = new WorkspaceState();
    for (const change of await store.changesSince(id, 0, 10_000)) folded.apply(change);
    expect(loaded?.head).toBe(folded.head);
    const byId = new Map(loaded?.records.map((record) => [record.id, record]));
    expect(byId.size).toBe(folded.size);
    for (const record of folded.all()) expect(byId.get(record.id)).toEqual(record);
  });

  it('keeps the times of a fictional history', async () => {
    const until = Date.UTC(2026, 0, 1);
    const fiction = [...generateFiction({ records: 300, changes: 600, seed: '3', years: 4, until })];
    const { id, verdicts } = await filled(fiction);
    expect(verdicts.filter(({ status }) => status !== 'accepted')).toEqual([]);
    const changes = await store.changesSince(id, 0, 10_000);
    expect(changes.map(({ at }) => at)).toEqual(fiction.map(({ at }) => at));
  });
});
