import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnOrigin } from './security.ts';

const LOCAL = { publicUrl: 'http://localhost:3000', trustsProxy: false };
const PUBLIC = { publicUrl: 'https://board.example.org', trustsProxy: true };

const asks = (headers: IncomingMessage['headers'], rule = LOCAL): boolean => isOwnOrigin({ headers }, rule);

test('our own pages may ask, by the public address or by the one in the address bar', () => {
  expect(asks({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true);
  expect(asks({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true);
  expect(asks({ origin: 'https://board.example.org', host: 'server:3000' }, PUBLIC)).toBe(true);
});

test('behind a proxy that is trusted, the name it was asked for counts', () => {
  const headers = {
    origin: 'https://intern.example.org',
    host: 'server:3000',
    'x-forwarded-host': 'intern.example.org',
  };
  expect(asks(headers, PUBLIC)).toBe(true);
  expect(asks(headers, { ...PUBLIC, trustsProxy: false })).toBe(false);
});

test('tools ask without an origin', () => {
  expect(asks({ host: 'localhost:3000' })).toBe(true);
  expect(asks({ host: 'localhost:3000', 'sec-fetch-site': 'cross-site' })).toBe(false);
});

test.each([
  ['another site', 'https://evil.example'],
  ['another port', 'http://localhost:4000'],
  ['the public name without TLS', 'http://board.example.org'],
  ['a sandboxed frame', 'null'],
  ['nonsense', 'http://'],
])('%s may not ask', (_what, origin) => {
  expect(asks({ origin, host: 'board.example.org' }, PUBLIC)).toBe(false);
});
