import 'fake-indexeddb/auto';
import { SCHEMA_VERSION } from '@stationkeeper/protocol';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { testUuid } from '../../../tests/support/mutations.ts';
import { describeStorage } from '../../../tests/support/storage-contract.ts';
import { openBrowserStorage, openIndexedDbStorage } from './storage-indexeddb.ts';

describeStorage('the storage in IndexedDB', () => {
  const owner = { userId: testUuid(), workspaceId: testUuid() };
  return { openTab: () => openIndexedDbStorage(owner, navigator.locks) };
});

it('keeps users and workspaces apart', async () => {
  const [userId, workspaceId] = [testUuid(), testUuid()];
  const mine = await openIndexedDbStorage({ userId, workspaceId }, navigator.locks);
  const id = `${testUuid()}:1` as const;
  await mine.write({ put: [{ id, groupId: null, reason: null, undoes: null, ops: [] }] });
  mine.close();
  for (const owner of [
    { userId: testUuid(), workspaceId },
    { userId, workspaceId: testUuid() },
  ]) {
    const theirs = await openIndexedDbStorage(owner, navigator.locks);
    expect(await theirs.adopt()).toEqual([]);
    theirs.close();
  }
});

it('[E3] leaves what a newer version wrote to a page of that version', async () => {
  const owner = { userId: testUuid(), workspaceId: testUuid() };
  const clientId = testUuid();
  const ours = await openIndexedDbStorage(owner, navigator.locks);
  await ours.write({ put: [{ id: `${clientId}:1`, groupId: null, reason: null, undoes: null, ops: [] }] });
  const database = await openDB(`stationkeeper:${owner.userId}:${owner.workspaceId}`);
  const row = (await database.get('outbox', [clientId, 1])) as object;
  await database.put('outbox', { ...row, schemaVersion: SCHEMA_VERSION + 1 }, [clientId, 1]);
  expect(await ours.adopt()).toEqual([]);
  await database.put('outbox', row, [clientId, 1]);
  expect(await ours.adopt()).toHaveLength(1);
  database.close();
  ours.close();
});

it('goes on with the next client when one cannot be read, and leaves that one to another tab', async () => {
  const owner = { userId: testUuid(), workspaceId: testUuid() };
  const [good, bad] = [testUuid(), testUuid()];
  const ours = await openIndexedDbStorage(owner, navigator.locks);
  const edit = (clientId: string) =>
    ({ id: `${clientId}:1`, groupId: null, reason: null, undoes: null, ops: [] }) as const;
  await ours.write({ put: [edit(bad), edit(good)] });
  const database = await openDB(`stationkeeper:${owner.userId}:${owner.workspaceId}`);
  await database.put('outbox', { schemaVersion: 0 }, [bad, 2]);
  expect((await ours.adopt()).map(({ clientId }) => clientId)).toEqual([good]);
  await database.delete('outbox', [bad, 2]);
  const theirs = await openIndexedDbStorage(owner, navigator.locks);
  expect((await theirs.adopt()).map(({ clientId }) => clientId)).toEqual([bad]);
  for (const one of [database, ours, theirs]) one.close();
});

it('is in memory where the browser has no Web Locks, or refuses to open a database', async () => {
  const owner = { userId: testUuid(), workspaceId: testUuid() };
  vi.stubGlobal('navigator', {});
  expect((await openBrowserStorage(owner)).kind).toBe('memory');
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('private window', 'InvalidStateError');
    },
  });
  expect((await openBrowserStorage(owner)).kind).toBe('memory');
  vi.unstubAllGlobals();
});
