/** The life of an edit in the client: shown, stored, pushed, answered, settled, taken back. */
import type { Mutation } from '@stationkeeper/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStation, setStation, testUuid } from '../../../tests/support/mutations.ts';
import { renamed, Stage, STATION } from './testing/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.set();
});

afterEach(() => stage.client.stop());

describe('an edit', () => {
  it('[O1] shows at once, is stored before it is pushed, and waits until it is answered', async () => {
    const id = stage.rename('Old', 'New');
    expect(stage.nameShown).toBe('New');
    expect(stage.client.status.waiting).toBe(1);
    expect(stage.told.at(-1)).toMatchObject({ kind: 'status' });
    await stage.open();
    expect(stage.storage.writes[0]?.put?.map((mutation) => mutation.id)).toEqual([id]);
    expect(stage.pushed).toEqual([[id]]);
    stage.line.listener.changes([stage.change(renamed('Old', 'New'), id)]);
    expect(stage.client.status.waiting).toBe(0);
    expect(stage.client.changesSeen.at(-1)).toMatchObject({ isOwn: true, ids: [STATION] });
  });

  it('[R3] stays on screen between its verdict and its change', async () => {
    await stage.open();
    const id = stage.rename('Old', 'New');
    await stage.settle();
    await stage.answer({ id, status: 'accepted', seq: stage.server.head + 1 });
    expect(stage.client.status.waiting).toBe(0);
    expect(stage.nameShown).toBe('New');
    stage.line.listener.changes([stage.change(renamed('Old', 'New'), id)]);
    expect(stage.nameShown).toBe('New');
  });

  it('[R2] stays on screen over what somebody else has set, until the verdict; then both values are kept', async () => {
    await stage.open();
    const id = stage.rename('Old', 'Mine');
    await stage.settle();
    stage.line.listener.changes([stage.change(renamed('Old', 'Theirs'))]);
    expect(stage.nameShown).toBe('Mine');
    const conflict = { recordId: STATION, field: 'name', seen: 'Old', wanted: 'Mine', present: 'Theirs' };
    await stage.answer({ id, status: 'conflict', conflicts: [conflict] });
    expect(stage.nameShown).toBe('Theirs');
    expect(stage.client.refusals).toMatchObject([{ mutation: { id }, verdict: { conflicts: [conflict] } }]);
    expect(stage.storage.writes.at(-1)?.refuse?.map(({ mutation }) => mutation.id)).toEqual([id]);
    expect(stage.told.some((event) => event.kind === 'refusals')).toBe(true);
  });

  it('[O3] is sent again, the same, when its answer does not come', async () => {
    await stage.open();
    const id = stage.rename('Old', 'New');
    await stage.pass(9_999);
    expect(stage.pushed).toEqual([[id]]);
    await stage.pass(10);
    expect(stage.pushed).toEqual([[id], [id]]);
  });

  it('[O3] is sent again after a reconnect, with those that came later behind it', async () => {
    await stage.open();
    const first = stage.rename('Old', 'New');
    await stage.settle();
    stage.line.listener.disconnected();
    const second = stage.rename('New', 'Newer');
    await stage.pass(1_000);
    await stage.open();
    expect(stage.pushed).toEqual([[first, second]]);
  });

  it('[O4] waits when the server refuses a whole push for now, as long as it asks for', async () => {
    await stage.open();
    const id = stage.rename('Old', 'New');
    await stage.settle();
    const error = { code: 'rate-limited', message: 'Slow down.', details: { retryAfterMs: 4_000 } } as const;
    await stage.refuse(error);
    await stage.pass(3_999);
    expect(stage.pushed).toHaveLength(1);
    expect(stage.client.status).toMatchObject({ connection: 'live', waiting: 1 });
    await stage.pass(1);
    expect(stage.pushed).toEqual([[id], [id]]);
  });

  it('[O4] that the server cannot read becomes a refusal and lets the others through', async () => {
    const [bad, good] = [stage.rename('Old', 'Bad'), stage.rename('Bad', 'Good')];
    await stage.open();
    const error = { code: 'malformed', message: 'What is this?' } as const;
    await stage.refuse(error);
    await stage.settle();
    expect(stage.pushed).toEqual([[bad, good], [bad]]);
    await stage.refuse(error);
    await stage.settle();
    expect(stage.client.refusals.map(({ mutation }) => mutation.id)).toEqual([bad]);
    expect(stage.pushed.at(-1)).toEqual([good]);
  });

  it('is refused here when it is malformed or too large, and changes nothing', () => {
    expect(() => stage.client.mutate([])).toThrow('not in a form');
    expect(() => stage.client.mutate([setStation(STATION, 'nonsense', null, 1)])).toThrow();
    const long = 'x'.repeat(19_000);
    const ops = Array.from({ length: 60 }, () => createStation('A'));
    expect(() =>
      stage.client.mutate(
        ops.map((op) => (op.op === 'create' ? { ...op, fields: { ...op.fields, aims: long } } : op)),
      ),
    ).toThrow('too much');
    expect(stage.client.status.waiting).toBe(0);
  });

  it('[O6] gets a new client id when the server has lost count', async () => {
    await stage.open();
    const ids = [stage.rename('Old', 'New'), stage.rename('New', 'Newer')];
    await stage.settle();
    await stage.answer(
      ...ids
        .slice(0, 1)
        .map((id) => ({ id, status: 'rejected', error: { code: 'out-of-order', message: '' } }) as const),
    );
    const again = stage.pushed.at(-1) ?? [];
    expect(again).toHaveLength(2);
    expect(again.map((id) => id.split(':')[1])).toEqual(['1', '2']);
    expect(again.some((id) => ids.includes(id))).toBe(false);
    expect(stage.nameShown).toBe('Newer');
    expect(stage.rename('Newer', 'Newest').endsWith(':3')).toBe(true);
  });
});

describe('a storage that fails', () => {
  it('[O7] is told, and does not keep edits from being sent', async () => {
    await stage.open();
    stage.storage.fails = true;
    const id = stage.rename('Old', 'New');
    await stage.settle();
    expect(stage.client.status.storage).toBe('memory');
    expect(stage.pushed).toEqual([[id]]);
  });

  it('[O5] keeps the server from forgetting a refusal that is not stored here', async () => {
    await stage.open();
    const id = stage.rename('Old', 'Mine');
    await stage.settle();
    stage.storage.fails = true;
    await stage.answer({ id, status: 'conflict', conflicts: [] });
    expect(stage.client.refusals).toHaveLength(1);
    const next = stage.rename('Old', 'Again');
    await stage.settle();
    expect(stage.line.pushes.at(-1)?.request.settled).toEqual({});
    stage.storage.fails = false;
    await stage.answer({ id: next, status: 'accepted', seq: 9 });
    expect(stage.storage.writes.at(-1)).toMatchObject({ remove: [next], refuse: [{ mutation: { id } }] });
    expect(stage.line.pushes.at(-1)?.request.settled).toEqual({ [id.split(':')[0] ?? '']: 1 });
  });

  it('gets what it missed when it works again', async () => {
    stage.storage.fails = true;
    const first = stage.rename('Old', 'New');
    await stage.settle();
    stage.storage.fails = false;
    const second = stage.rename('New', 'Newer');
    await stage.settle();
    expect(stage.storage.writes.at(-1)?.put?.map(({ id }) => id)).toEqual([first, second]);
    expect(stage.client.status.storage).toBe('persistent');
  });
});

describe('what a closed tab left', () => {
  it('[O2] is shown, and pushed first, under its own ids', async () => {
    stage.client.stop();
    const left: Mutation = {
      id: `${testUuid()}:7`,
      groupId: null,
      reason: null,
      undoes: null,
      ops: [setStation(STATION, 'name', 'Old', 'Left')],
    };
    stage.storage.left = [{ clientId: left.id.slice(0, 36), mutations: [left], refusals: [] }];
    stage.client = stage.startClient();
    const own = stage.rename('Old', 'Mine');
    await stage.settle();
    expect(stage.client.status.waiting).toBe(2);
    await stage.open();
    expect(stage.pushed).toEqual([[left.id, own]]);
  });

  it('[O2] is taken over by a tab that is open already, when it is looked at', async () => {
    await stage.open();
    const left: Mutation = {
      id: `${testUuid()}:1`,
      groupId: null,
      reason: null,
      undoes: null,
      ops: [setStation(STATION, 'name', 'Old', 'Left')],
    };
    stage.storage.left = [{ clientId: left.id.slice(0, 36), mutations: [left], refusals: [] }];
    stage.resumed();
    await stage.settle();
    expect(stage.nameShown).toBe('Left');
    expect(stage.pushed).toEqual([[left.id]]);
  });
});

describe('a person who settles a refusal', () => {
  it('retries over what stands now', async () => {
    const id = await stage.conflict();
    await stage.answer();
    const next = stage.client.settle(id, 'retry');
    await stage.settle();
    const [asked] = stage.lastPush;
    expect(asked).toMatchObject({ id: next, ops: [{ edits: { name: { from: 'Theirs', to: 'Mine' } } }] });
    expect(stage.client.refusals).toEqual([]);
  });

  it('discards it', async () => {
    const id = await stage.conflict();
    expect(stage.client.settle(id, 'discard')).toBeNull();
    await stage.settle();
    expect(stage.client.refusals).toEqual([]);
    expect(stage.storage.writes.at(-1)?.settle).toEqual([id]);
    expect(stage.nameShown).toBe('Theirs');
  });

  it('restores the record that was deleted, and edits it', async () => {
    await stage.open();
    const id = stage.rename('Old', 'Mine');
    await stage.settle();
    stage.line.listener.changes([stage.change([{ op: 'delete', type: 'station', id: STATION }])]);
    await stage.answer({
      id,
      status: 'rejected',
      error: { code: 'record-deleted', message: '', details: { recordId: STATION } },
    });
    stage.client.settle(id, 'restore');
    expect(stage.client.view.get(STATION)).toMatchObject({ deletedSeq: null, fields: { name: 'Mine' } });
  });

  it('[O5] lets the server forget the refusal once it is stored here', async () => {
    const id = await stage.conflict();
    expect(stage.line.pushes.at(-1)?.request).toEqual({
      mutations: [],
      settled: { [id.split(':')[0] ?? '']: 1 },
    });
  });
});

it('takes changes back newest first, as one group', async () => {
  await stage.open();
  const [one, two] = [stage.change(renamed('Old', 'A')), stage.change(renamed('A', 'B'))];
  stage.line.listener.changes([one, two]);
  stage.client.undo([one, two]);
  expect(stage.nameShown).toBe('Old');
  await stage.settle();
  const asked = stage.lastPush;
  expect(asked.map(({ undoes }) => undoes)).toEqual([3, 2]);
  expect(new Set(asked.map(({ groupId }) => groupId)).size).toBe(1);
});

it('[O2] leaves to other tabs what the storage hands over too late', async () => {
  const left = { clientId: testUuid(), mutations: [], refusals: [] };
  stage.storage.adopt = () => stage.clock.pause(9_000).then(() => [left]);
  await stage.open();
  await stage.pass(8_999);
  expect(stage.storage.givenBack).toEqual([]);
  await stage.pass(1);
  expect(stage.storage.givenBack).toEqual([left.clientId]);
});

it('counts what would be lost in all tabs, waiting and refused, each once', async () => {
  const id = await stage.conflict();
  stage.storage.held = () => Promise.resolve([id, `${testUuid()}:1`]);
  stage.rename('Theirs', 'Again');
  expect(await stage.client.countUnsaved()).toBe(3);
});

it('says of an edit whether a change may still come of it', async () => {
  await stage.open();
  const [done, same] = [stage.rename('Old', 'New'), stage.rename('New', 'New')];
  await stage.settle();
  expect([done, same].map((id) => stage.client.isPending(id))).toEqual([true, true]);
  stage.line.listener.changes([stage.change(renamed('Old', 'New'), done)]);
  await stage.answer({ id: same, status: 'accepted', seq: stage.server.head });
  expect([done, same].map((id) => stage.client.isPending(id))).toEqual([false, false]);
  stage.client.stop();
  stage = await Stage.set();
  expect(stage.client.isPending(await stage.conflict())).toBe(false);
});
