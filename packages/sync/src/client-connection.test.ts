/** What the client says of its connection, and what it makes of the log as it arrives. */
import { HEARTBEAT_MS } from '@stationkeeper/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testUuid } from '../../../tests/support/mutations.ts';
import { renamed, Stage, STATION } from './testing/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.set();
});

afterEach(() => stage.client.stop());

describe('the word for the connection', () => {
  it('[L2] is live only when opened and caught up', async () => {
    expect(stage.client.status.connection).toBe('connecting');
    const missed = stage.change(renamed('Old', 'New'));
    await stage.open();
    expect(stage.client.status.connection).toBe('connecting');
    stage.line.listener.changes([missed]);
    expect(stage.client.status).toMatchObject({
      connection: 'live',
      waiting: 0,
      storage: 'persistent',
      role: 'editor',
    });
  });

  it('[L2] is no longer live when two heartbeats did not come', async () => {
    await stage.open();
    await stage.pass(HEARTBEAT_MS);
    stage.line.listener.head(stage.server.head);
    await stage.pass(2 * HEARTBEAT_MS - 1);
    expect(stage.client.status.connection).toBe('live');
    await stage.pass(1);
    expect(stage.client.status.connection).toBe('reconnecting');
    expect(stage.line.isClosed).toBe(true);
  });

  it('is offline when the browser says so and no connection proves it wrong', async () => {
    await stage.open();
    stage.network(false);
    await stage.settle();
    expect(stage.client.status.connection).toBe('offline');
    stage.line.listener.disconnected();
    expect(stage.client.status.connection).toBe('offline');
    stage.network(true);
    await stage.open();
    expect(stage.client.status.connection).toBe('live');
  });

  it('is live where the browser says that there is no network and the server answers all the same', async () => {
    await stage.open();
    stage.network(false);
    await stage.open();
    expect(stage.client.status.connection).toBe('live');
  });

  it('is closed, with the reason, when the server shuts the door', async () => {
    await stage.open();
    stage.line.listener.closed({ code: 'not-signed-in', message: 'You have been signed out.' });
    expect(stage.client.status).toMatchObject({ connection: 'closed', closedBy: { code: 'not-signed-in' } });
    await stage.pass(600_000);
    expect(stage.lines).toHaveLength(1);
  });

  it('[O8] is closed when somebody else is signed in by now, and sends nothing in their name', async () => {
    await stage.open();
    stage.line.listener.disconnected();
    stage.rename('Old', 'Mine');
    stage.resumed();
    await stage.open(testUuid());
    expect(stage.client.status).toMatchObject({
      connection: 'closed',
      waiting: 1,
      closedBy: { code: 'not-signed-in' },
    });
    await stage.pass(600_000);
    expect(stage.lines.flatMap(({ pushes }) => pushes)).toEqual([]);
    expect(stage.storage.writes.every(({ remove = [] }) => remove.length === 0)).toBe(true);
  });

  it('comes back at once when the page is looked at again', async () => {
    await stage.open();
    stage.line.listener.disconnected();
    stage.resumed();
    await stage.settle();
    expect(stage.lines).toHaveLength(2);
  });

  it('waits as long as a server that is busy asks for', async () => {
    stage.line.listener.closed({
      code: 'unavailable',
      message: 'Starting.',
      details: { retryAfterMs: 9_000 },
    });
    await stage.pass(8_999);
    expect(stage.lines).toHaveLength(1);
    await stage.pass(1);
    expect(stage.lines).toHaveLength(2);
  });
});

describe('the log as it arrives', () => {
  it('[L3] is read again from the last good seq when a number is missing', async () => {
    await stage.open();
    stage.change(renamed('Old', 'A'));
    stage.line.listener.changes([stage.change(renamed('A', 'B'))]);
    expect(stage.nameShown).toBe('Old');
    await stage.pass(1_000);
    stage.line.listener.connected();
    expect(stage.line.opens.at(-1)?.request.since).toBe(1);
  });

  it('[L4] is replaced by a snapshot when too much is missing, with the waiting edits on top', async () => {
    stage.line.listener.connected();
    stage.change(renamed('Old', 'A'));
    stage.rename('Old', 'Mine');
    stage.line.opens.at(-1)?.reply({ status: 'snapshot-needed' });
    await stage.settle();
    expect(stage.told.some((event) => event.kind === 'records' && event.isReload)).toBe(true);
    expect(stage.nameShown).toBe('Mine');
    await stage.open();
    expect(stage.line.opens.at(-1)?.request.since).toBe(2);
    expect(stage.client.status.connection).toBe('live');
  });

  it('is replaced by a snapshot when a change does not fit the records', async () => {
    await stage.open();
    const odd = stage.change([{ op: 'create', type: 'station', id: testUuid(), fields: { name: 'X' } }]);
    stage.line.listener.changes([{ ...odd, patches: [{ op: 'delete', type: 'station', id: testUuid() }] }]);
    await stage.settle();
    await stage.open();
    expect(stage.client.status.connection).toBe('live');
    expect(stage.client.view.size).toBe(2);
  });

  it('tells each listener which records show something else, and which changes came', async () => {
    await stage.open();
    stage.told.length = 0;
    const arrived = stage.change(renamed('Old', 'New'));
    stage.line.listener.changes([arrived]);
    const [event] = stage.told;
    expect(event).toMatchObject({
      kind: 'records',
      isReload: false,
      changes: [{ change: arrived, isOwn: false }],
    });
    expect(event?.kind === 'records' && [...event.ids]).toEqual([STATION]);
    expect(event?.kind === 'records' && [...event.types]).toEqual(['station']);
  });
});
