import type { AnyRecord } from '@stationkeeper/domain';
import { WorkspaceState } from '@stationkeeper/protocol';
import type { Change } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import { exportWorkspace } from '../../apps/server/src/services/export-workspace.ts';
import { MemoryLogStore } from '../support/memory-log-store.ts';
import { create, createStation, setStation, TestWriter, testUuid } from '../support/mutations.ts';

interface Exported {
  readonly workspace: { readonly head: number };
  readonly people: unknown;
  readonly records: readonly (AnyRecord & { title: string })[];
  readonly citations: readonly (AnyRecord & { title: string })[];
  readonly changes: readonly (Omit<Change, 'at'> & { at: string })[];
}

const workspaceId = testUuid();
const [station, source, citation] = [testUuid(), testUuid(), testUuid()];

/** A small log: two stations, one deleted, one with a cited name, and enough edits to need several pages. */
async function makeLog(edits: number): Promise<MemoryLogStore> {
  const store = new MemoryLogStore();
  store.addWorkspace(workspaceId);
  const changelog = createChangelog({ store, clock: systemClock, log: silentLog });
  const writer = new TestWriter();
  const gone = testUuid();
  const asked = [
    writer.asks(createStation('Alpha', station)),
    writer.asks(createStation('Gone', gone)),
    writer.asks({ op: 'delete', type: 'station', id: gone }),
    writer.asks(create('source', { title: 'A document' }, source)),
    writer.asks(
      create(
        'citation',
        { record: station, field: 'name', source, stance: 'value', claimed: 'Alpha' },
        citation,
      ),
    ),
  ];
  for (let i = 0; i < edits; i += 1) {
    asked.push(
      writer.asks(
        setStation(station, 'name', i === 0 ? 'Alpha' : `Alpha ${String(i)}`, `Alpha ${String(i + 1)}`),
      ),
    );
  }
  await changelog.commit(workspaceId, { asked, writer: { actor: writer.userId } });
  return store;
}

async function exported(store: MemoryLogStore): Promise<{ text: string; document: Exported }> {
  const header = {
    workspace: { id: workspaceId, slug: 'board', name: 'The board' },
    people: [{ id: testUuid(), name: 'Anna', role: 'admin' }],
    exportedAt: new Date(0),
  };
  let text = '';
  for await (const piece of exportWorkspace(store, header)) text += piece;
  return { text, document: JSON.parse(text) as Exported };
}

describe('an exported workspace', () => {
  it('holds all records, citations apart, deleted ones marked', async () => {
    const { document } = await exported(await makeLog(0));
    expect(document.records.map(({ title, deletedSeq }) => [title, deletedSeq]).toSorted()).toEqual([
      ['A document', null],
      ['Alpha', null],
      ['Gone', 3],
    ]);
    expect(document.citations).toMatchObject([
      { id: citation, fields: { record: station, source, field: 'name' } },
    ]);
  });

  it('holds every change, and folding them gives its records', async () => {
    const { document } = await exported(await makeLog(2_100));
    expect(document.workspace.head).toBe(2_105);
    expect(document.changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 2_105 }, (_, i) => i + 1));
    const state = new WorkspaceState();
    for (const change of document.changes) state.apply({ ...change, at: Date.parse(change.at) });
    const present = [...document.records, ...document.citations];
    for (const { title: _title, ...record } of present) expect(state.get(record.id)).toEqual(record);
    expect(present).toHaveLength(state.size);
  });

  it('has one line for each record and change, so that two can be compared', async () => {
    const { text } = await exported(await makeLog(3));
    expect(text.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(3 + 1 + 8);
  });

  it('is a document when there is nothing in it', async () => {
    const store = new MemoryLogStore();
    store.addWorkspace(workspaceId);
    const { document } = await exported(store);
    expect(document).toMatchObject({ workspace: { head: 0 }, records: [], citations: [], changes: [] });
  });
});
