import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorHandler } from './error-handler.ts';

const lines: string[] = [];
const app = express();
app.use(express.json());
app.get('/api/invitations/:token', () => {
  throw new Error('the database is away');
});
app.use(errorHandler(pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })));
let origin = '';
let server: ReturnType<typeof app.listen>;

beforeAll(async () => {
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a body that is no JSON is refused, and neither answered nor logged with what it holds', async () => {
  lines.length = 0;
  const body = '{"email":"a@b.c","password":"correct horse",}';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/sign-in`, { method: 'POST', headers, body });
  expect(answer.status).toBe(400);
  expect(lines).toHaveLength(1);
  expect(`${await answer.text()}${lines.join('')}`).not.toMatch(/a@b\.c|correct/);
});

test('an invitation’s key is not logged with its address', async () => {
  lines.length = 0;
  const answer = await fetch(`${origin}/api/invitations/very-secret-key?from=mail`);
  expect(answer.status).toBe(500);
  expect(lines.join('')).toContain('/api/invitations/…');
  expect(lines.join('')).not.toContain('very-secret-key');
});
