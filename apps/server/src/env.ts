/**
 * The settings: the only reader of `process.env`. All problems are reported at once, each with the setting's name,
 * what it held and what is allowed, because an operator who fixes one should not meet the next at the next start.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartupProblem } from './startup-problem.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const STARTS = ['sample', 'empty'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export type Env = {
  /** `production` serves the built pages; `development` lets Vite make them. */
  mode: 'production' | 'development';
  port: number;
  host: string;
  /** How browsers reach the server, without a slash at the end. */
  publicUrl: string;
  /** `undefined`: the built-in PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** What Express's `trust proxy` takes: how many proxies stand in front, or which addresses are theirs. */
  trustProxy: false | number | string[];
  logLevel: LogLevel;
  start: (typeof STARTS)[number];
};

type Values = Record<string, string | undefined>;

/** Reads a setting; throws an `Error` whose message says what is allowed. */
type Read<T> = (text: string) => T;

/** Parses all settings. Throws one `StartupProblem` that names every malformed one. */
export function readEnv(values: Values = process.env): Env {
  const problems: string[] = [];
  const setting = <T>(name: string, fallback: T, read: Read<T>): T => {
    const text = values[name]?.trim();
    if (!text) return fallback;
    try {
      return read(text);
    } catch (error) {
      problems.push(
        `${name}=${shown(name, text)}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return fallback;
    }
  };
  const port = setting('PORT', 3000, readPort);
  const host = setting('HOST', '127.0.0.1', readHost);
  const env: Env = {
    mode: values['NODE_ENV'] === 'development' ? 'development' : 'production',
    port,
    host,
    publicUrl: setting('PUBLIC_URL', localUrl(host, port), readPublicUrl),
    databaseUrl: setting<string | undefined>('DATABASE_URL', undefined, readDatabaseUrl),
    dataDir: setting('DATA_DIR', resolve('.data'), (text) => resolve(text)),
    trustProxy: setting<Env['trustProxy']>('TRUST_PROXY', false, readTrustProxy),
    logLevel: setting('LOG_LEVEL', 'info', oneOf(LOG_LEVELS)),
    start: setting('START', 'sample', oneOf(STARTS)),
  };
  if (problems.length > 0) throw malformed(problems);
  return env;
}

function malformed(problems: string[]): StartupProblem {
  const count = problems.length === 1 ? 'A setting is' : `${problems.length} settings are`;
  return new StartupProblem(
    `${count} malformed:\n${problems.map((line) => `  ${line}`).join('\n')}\n` +
      'Correct or unset them and start again; nothing was changed.',
  );
}

/** Passwords in addresses stay out of terminals and logs. */
function shown(name: string, text: string): string {
  return name === 'DATABASE_URL' ? text.replace(/:\/\/.*@/, '://…@') : text;
}

function localUrl(host: string, port: number): string {
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  return `http://${isLocal ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error('a whole number from 1 to 65535 is allowed (0 takes any free port).');
}

function readHost(text: string): string {
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text;
  throw new Error(
    'an address to listen on is allowed, such as 127.0.0.1 (this machine) or 0.0.0.0 (all networks).',
  );
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url && isWeb && url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin;
  throw new Error('an address without a path is allowed, such as https://board.example.org.');
}

function readDatabaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['postgresql:', 'postgres:'].includes(url.protocol) && url.pathname.length > 1) return text;
  throw new Error(
    'postgresql://user:password@host:5432/database is allowed; unset it for the built-in PostgreSQL.',
  );
}

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

function readTrustProxy(text: string): Env['trustProxy'] {
  if (/^\d$/.test(text)) return text === '0' ? false : Number(text);
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => PROXY_NAMES.includes(part) || isSubnet(part))) return parts;
  throw new Error(
    'the number of proxies in front of the server (1 to 9) is allowed, or their addresses or subnets separated by ' +
      'commas (10.0.0.7, 192.168.0.0/16, loopback, linklocal, uniquelocal).',
  );
}

function isSubnet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function oneOf<const T extends string>(allowed: readonly T[]): Read<T> {
  return (text) => {
    const found = allowed.find((value) => value === text.toLowerCase());
    if (found) return found;
    throw new Error(`one of ${allowed.join(', ')} is allowed.`);
  };
}
