import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { AppError } from '@stationkeeper/domain/errors';
import { type RequestHandler, Router } from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_LIMIT_BYTES, createApp } from './app.ts';
import { Health } from './http/health.ts';

let server: Server;
let url = '';
const logged: string[] = [];
let isDatabaseThere = true;
const health = new Health(() => (isDatabaseThere ? Promise.resolve() : Promise.reject(new Error('gone'))));

const routes = Router()
  .post('/echo', (req, res) => void res.json(req.body))
  .get('/refused', () => {
    throw new AppError('rate-limited', 'Too many.', { details: { retryAfterMs: 1_500 } });
  })
  .get('/away', () => {
    throw Object.assign(new Error('the socket is gone'), { code: 'ECONNREFUSED' });
  })
  .get('/bug', () => Promise.reject(new Error('the secret cause')))
  .get('/address', (req, res) => void res.json({ ip: req.ip, protocol: req.protocol, host: req.host }));

/** Stands for Kit: answers with what a page would read. */
const pages: RequestHandler = (req, res, next) => {
  if (req.path === '/broken') next(new Error('no page'));
  else
    res.json(
      (globalThis as Record<symbol, { getStore: () => unknown } | undefined>)[PORT]?.getStore() ?? null,
    );
};
const PORT = Symbol.for('stationkeeper.request');

beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const portFor = ({ path }: { path: string }) => Promise.resolve({ readBy: path });
  const env = { trustProxy: 1, publicUrl: 'http://localhost:3000' };
  server = createServer(createApp({ env, log, health, api: [routes], portFor, pages })).listen(0);
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

async function post(body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) {
  return fetch(`${url}/api/echo`, { method: 'POST', body, headers });
}

describe('an error answer', () => {
  test('has one form: code, sentence, particulars', async () => {
    const answer = await fetch(`${url}/api/refused`);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('2');
    const error = { code: 'rate-limited', message: 'Too many.', details: { retryAfterMs: 1500 } };
    expect(await answer.json()).toEqual({ error });
  });

  test('for a bug says an id, under which the log has the cause', async () => {
    const answer = await fetch(`${url}/api/bug`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret cause');
    const { error } = JSON.parse(text) as { error: { code: string; details: { errorId: string } } };
    expect(error.code).toBe('internal');
    const line = logged.find((each) => each.includes(error.details.errorId));
    expect(line).toContain('the secret cause');
  });

  test('while the database is away is `unavailable`, to be tried again', async () => {
    const answer = await fetch(`${url}/api/away`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'unavailable' } });
  });

  test('for a page is a sentence', async () => {
    const answer = await fetch(`${url}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/^Something went wrong/);
  });

  test('for an address that is not there is `not-found`', async () => {
    const answer = await fetch(`${url}/api/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('a body', () => {
  test('that is no JSON is `malformed`', async () => {
    const answer = await post('{"a":');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'malformed' } });
  });

  test('above the limit is `too-large`, and the limit is said', async () => {
    const answer = await post(JSON.stringify({ text: 'x'.repeat(BODY_LIMIT_BYTES) }));
    expect(answer.status).toBe(413);
    const error = { code: 'too-large', details: { limit: BODY_LIMIT_BYTES } };
    expect(await answer.json()).toMatchObject({ error });
  });

  test('in an encoding that nobody knows is `malformed`', async () => {
    const answer = await post('{}', { 'Content-Type': 'application/json', 'Content-Encoding': 'rot13' });
    expect(await answer.json()).toMatchObject({ error: { code: 'malformed' } });
  });
});

describe('every answer', () => {
  test('tells browsers not to guess, not to frame and not to pass addresses on', async () => {
    for (const path of ['/api/nowhere', '/', '/api/address']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Referrer-Policy')).toBe('same-origin');
      expect(headers.get('X-Powered-By')).toBeNull();
    }
  });

  test('below /api is no document and is kept nowhere', async () => {
    const { headers } = await fetch(`${url}/api/address`);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});

test('a page reads through the port of its own request', async () => {
  const read = await Promise.all(['/one', '/two'].map(async (path) => (await fetch(url + path)).json()));
  expect(read).toEqual([{ readBy: '/one' }, { readBy: '/two' }]);
});

test('with one proxy trusted, address and protocol are what that proxy says', async () => {
  const headers = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.7', 'X-Forwarded-Proto': 'https' };
  const answer = await fetch(`${url}/api/address`, { headers });
  expect(await answer.json()).toMatchObject({ ip: '198.51.100.7', protocol: 'https' });
});

describe('health', () => {
  test('before it is ready, and while it drains, the server is alive but takes nobody', async () => {
    for (const state of ['starting', 'draining'] as const) {
      health.state = state;
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const answer = await fetch(`${url}/readyz`);
      expect([answer.status, await answer.json()]).toEqual([503, { status: state }]);
    }
  });

  test('readiness follows the database', async () => {
    health.state = 'ready';
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    isDatabaseThere = false;
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});
