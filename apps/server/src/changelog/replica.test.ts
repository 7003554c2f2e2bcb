import { WorkspaceState } from '@stationkeeper/protocol';
import { expect, test } from 'vitest';
import { commitFixture } from '../../../../tests/support/commit-fixture.ts';
import { createStation, TestWriter } from '../../../../tests/support/mutations.ts';
import { ManualClock } from '../../../../tests/support/manual-clock.ts';
import { MemoryLogStore } from '../../../../tests/support/memory-log-store.ts';
import { Replica } from './replica.ts';
import { Replicas } from './replicas.ts';

async function logOf(count: number) {
  const { commit, log, store, workspaceId } = commitFixture();
  const ann = new TestWriter();
  for (let index = 0; index < count; index++) await commit(ann, ann.asks(createStation(`S${index}`)));
  return { changes: log(), store, workspaceId };
}

test('[C3] changes that are known already are passed over; listeners hear only what is new, in one call', async () => {
  const { changes, store, workspaceId } = await logOf(4);
  const replica = new Replica(workspaceId, store, new WorkspaceState());
  const heard: number[][] = [];
  replica.subscribe((fresh) => heard.push(fresh.map(({ seq }) => seq)));
  replica.advance(changes.slice(0, 2));
  replica.advance(changes);
  replica.advance(changes);
  expect(heard).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(replica.head).toBe(4);
});

test('[S3] a replica refuses a gap', async () => {
  const { changes, store, workspaceId } = await logOf(3);
  const replica = new Replica(workspaceId, store, new WorkspaceState());
  expect(() => replica.advance(changes.slice(1))).toThrow(/invariant/);
  expect(replica.head).toBe(0);
});

test('[C2] what is at hand is handed out from any seq; what is not is left to the store', async () => {
  const { changes, store, workspaceId } = await logOf(5);
  const replica = new Replica(workspaceId, store, new WorkspaceState());
  replica.advance(changes.slice(0, 2));
  const late = new Replica(workspaceId, store, new WorkspaceState(2, replica.state.all()));
  late.advance(changes.slice(2));
  expect(late.recentSince(3)?.map(({ seq }) => seq)).toEqual([4, 5]);
  expect(late.recentSince(2)?.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  expect(late.recentSince(1)).toBeNull();
  expect(late.recentSince(5)).toEqual([]);
});

test('a workspace is loaded once for all who ask, and forgotten when it is idle, unless it is watched or held', async () => {
  const store = new MemoryLogStore();
  const clock = new ManualClock();
  const replicas = new Replicas(store, clock);
  for (const id of ['idle', 'watched', 'held']) store.addWorkspace(id);
  const [one, two] = await Promise.all([replicas.get('idle'), replicas.get('idle')]);
  expect(one).toBe(two);
  (await replicas.get('watched')).subscribe(() => undefined);
  let release: () => void = () => undefined;
  const holding = replicas.hold('held', () => new Promise<void>((resolve) => (release = resolve)));
  await replicas.get('held');
  clock.advance(60 * 60_000);
  replicas.evict();
  expect([...replicas.loaded()].map(({ workspaceId }) => workspaceId).sort()).toEqual(['held', 'watched']);
  release();
  await holding;
});

test('of many workspaces that nobody watches only the last used are kept', async () => {
  const store = new MemoryLogStore();
  const replicas = new Replicas(store, new ManualClock());
  const ids = Array.from({ length: 40 }, (_, index) => `w${index}`);
  for (const id of ids) {
    store.addWorkspace(id);
    await replicas.get(id);
    await replicas.get('w0');
  }
  const kept = [...replicas.loaded()].map(({ workspaceId }) => workspaceId);
  expect(kept).toHaveLength(16);
  expect(kept).toContain('w0');
  expect(kept).toContain('w39');
});
