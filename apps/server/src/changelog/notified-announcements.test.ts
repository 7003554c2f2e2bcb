import { expect, test } from 'vitest';
import { ManualClock } from '../../../../tests/support/manual-clock.ts';
import { MemoryLogStore } from '../../../../tests/support/memory-log-store.ts';
import { createStation, TestWriter } from '../../../../tests/support/mutations.ts';
import { createChangelog } from './create-changelog.ts';
import { silentLog } from './log.ts';
import { NotifiedAnnouncements } from './notified-announcements.ts';

const WORKSPACE = '00000000-0000-7000-8000-000000000001';

/** A channel on which messages arrive when the test lets them. */
function channel() {
  const said: string[] = [];
  const deliveries: (() => void)[] = [];
  const notify = (_channel: string, payload: string) => {
    said.push(payload);
    return new Promise<void>((resolve) => deliveries.push(resolve));
  };
  return { said, notify, deliver: () => deliveries.shift()?.() };
}

test('[C4] what one process says, another hears, and not itself', () => {
  const { said, notify } = channel();
  const [here, there] = [
    new NotifiedAnnouncements(notify, silentLog),
    new NotifiedAnnouncements(notify, silentLog),
  ];
  const heard: unknown[] = [];
  here.subscribe((...words) => heard.push(['here', ...words]));
  const stop = there.subscribe((...words) => heard.push(['there', ...words]));
  here.publish(WORKSPACE, 7);
  for (const process of [here, there]) process.receive(said[0] ?? '');
  expect(heard).toEqual([['there', WORKSPACE, 7]]);
  stop();
  there.receive(said[0] ?? '');
  expect(heard).toHaveLength(1);
});

test('[C4] heads that come while one is under way are one message after it: the last', async () => {
  const { said, notify, deliver } = channel();
  const here = new NotifiedAnnouncements(notify, silentLog);
  for (const head of [1, 2, 3, 4]) here.publish(WORKSPACE, head);
  deliver();
  await new Promise((resolve) => setImmediate(resolve));
  deliver();
  await here.idle();
  expect(said.map((payload) => (JSON.parse(payload) as { head: number }).head)).toEqual([1, 4]);
});

test('[C4] a channel that fails is not waited for, and garbage on it is passed over', async () => {
  const here = new NotifiedAnnouncements(() => Promise.reject(new Error('away')), silentLog);
  here.subscribe(() => expect.unreachable());
  here.publish(WORKSPACE, 1);
  await here.idle();
  for (const garbage of ['', '{', '{}', '{"origin":"x","workspaceId":"y","head":1}']) here.receive(garbage);
});

test('[C4] a server follows what another has committed as soon as it is announced', async () => {
  const store = new MemoryLogStore();
  store.addWorkspace(WORKSPACE);
  const processes: NotifiedAnnouncements[] = [];
  const notify = (_channel: string, payload: string) => {
    for (const process of processes) process.receive(payload);
    return Promise.resolve();
  };
  const [here, there] = [0, 1].map(() => {
    const announcements = new NotifiedAnnouncements(notify, silentLog);
    processes.push(announcements);
    const changelog = createChangelog({ store, clock: new ManualClock(), log: silentLog, announcements });
    changelog.start();
    return changelog;
  });
  const replica = await here?.replica(WORKSPACE);
  const followed = new Promise((resolve) => replica?.subscribe(resolve));
  const loader = new TestWriter('system');
  await there?.commitAsSystem(WORKSPACE, [{ mutation: loader.mutation([createStation('Alpha')]) }]);
  await followed;
  expect(replica?.head).toBe(1);
});
