import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

describe('settings', () => {
  test('nothing set gives a server for this machine with its own database', () => {
    expect(readEnv({})).toEqual({
      mode: 'production',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      trustProxy: false,
      logLevel: 'info',
      start: 'sample',
    });
  });

  test('an empty setting counts as unset', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test('all malformed settings are named at once, each with what is allowed', () => {
    const read = () =>
      readEnv({ PORT: '70000', START: 'full', LOG_LEVEL: 'loud', HOST: 'a b', TRUST_PROXY: 'true' });
    expect(read).toThrow(/5 settings are malformed/);
    expect(read).toThrow(/PORT=70000: a whole number from 1 to 65535/);
    expect(read).toThrow(/START=full: one of sample, empty/);
    expect(read).toThrow(/LOG_LEVEL=loud: one of trace, /);
    expect(read).toThrow(/HOST=a b: an address/);
    expect(read).toThrow(/TRUST_PROXY=true: the number of proxies/);
  });

  test.each(['3e3', '-1', '80.5', '0x50', 'http'])('PORT=%s is refused', (text) => {
    expect(() => readEnv({ PORT: text })).toThrow(/PORT/);
  });

  test.each([
    ['https://board.example.org/', 'https://board.example.org'],
    ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
  ])('PUBLIC_URL=%s is read as %s', (text, origin) => {
    expect(readEnv({ PUBLIC_URL: text }).publicUrl).toBe(origin);
  });

  test.each(['board.example.org', 'ftp://board', 'https://board/path', 'https://me@board'])(
    'PUBLIC_URL=%s is refused',
    (text) => {
      expect(() => readEnv({ PUBLIC_URL: text })).toThrow(/without a path/);
    },
  );

  test('a password in a malformed DATABASE_URL is not repeated', () => {
    const read = () => readEnv({ DATABASE_URL: 'mysql://me:secret@host/name' });
    expect(read).toThrow(/DATABASE_URL=mysql:\/\/…@host\/name/);
    expect(read).not.toThrow(/secret/);
  });

  test.each([
    ['1', 1],
    ['0', false],
    ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
    ['2001:db8::/32', ['2001:db8::/32']],
  ])('TRUST_PROXY=%s is read', (text, trusted) => {
    expect(readEnv({ TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  test.each(['true', 'all', '10.0.0.0/33', '10.0.0.0/8/8'])('TRUST_PROXY=%s is refused', (text) => {
    expect(() => readEnv({ TRUST_PROXY: text })).toThrow(/TRUST_PROXY/);
  });
});
