import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { listenTo } from './listen.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

test('notifications arrive, also after the connection broke, and the listener is told of the gap', async () => {
  const heard: string[] = [];
  let connections = 0;
  const listener = {
    onNotification: (channel: string, payload: string) => void heard.push(`${channel} ${payload}`),
    onConnected: () => void (connections += 1),
  };
  const listening = await listenTo(database.url, ['one', 'Two'], listener, pino({ level: 'silent' }));
  await database.pool.query(`select pg_notify('one', 'a'), pg_notify('Two', 'b')`);
  await expect.poll(() => heard).toEqual(['one a', 'Two b']);

  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'stationkeeper listener' and datname = current_database()`,
  );
  await expect.poll(() => connections).toBe(2);
  await database.pool.query(`select pg_notify('one', 'c')`);
  await expect.poll(() => heard).toContain('one c');
  await listening.stop();
});
