/** Several servers on one database, as behind a load balancer: what one does, the other shows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { endServers, type RunningServer, startServer } from '../support/server-process.ts';

let database: TestDatabase;
let servers: RunningServer[];

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { DATABASE_URL: database.url, DATA_DIR: '/nonexistent' };
  servers = [await startServer(settings), await startServer(settings)];
});

afterAll(async () => {
  await endServers();
  await database.drop();
});

test('an account made on one server is known to the other, and signing out ends it on both', async () => {
  const [one, two] = servers.map((server) => new Browser(server.url));
  if (!one || !two) throw new Error('two servers are needed');
  const account = { name: 'Anna', email: 'anna@example.org', password: 'a password for tests' };
  const code = servers[1]?.setupCode;
  expect((await one.post('/api/setup', { code, ...account })).status).toBeLessThan(300);
  for (const [name, value] of one.cookies) two.cookies.set(name, value);
  expect(await two.get('/api/me')).toMatchObject({ body: { user: { name: 'Anna' } } });
  await two.post('/api/auth/sign-out');
  expect(await one.get('/api/me')).toMatchObject({ body: { user: null } });
});

test('one is stopped, and the other serves on', async () => {
  expect(await servers[0]?.stop()).toMatchObject({ code: 0 });
  expect((await fetch(`${servers[1]?.url}/readyz`)).status).toBe(200);
});
