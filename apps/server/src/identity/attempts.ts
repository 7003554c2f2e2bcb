/**
 * Limits on guessing: so many attempts under a key in a window of time, counted in Postgres, so that
 * several servers share one count and a restart forgives nothing.
 *
 * An attempt is counted *before* the guess is checked; a hundred guesses at once therefore count as a
 * hundred. Success takes its own attempt back, so that people who sign in often are never slowed.
 */
import { AppError } from '@stationkeeper/domain/errors';
import type { IdentityDatabase } from './database.ts';
import { hashSecret } from './secret-text.ts';

/** How many attempts a key has in its window. */
export interface AttemptRule {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** One rule applied to one address, account or the like. */
export interface AttemptKey {
  readonly rule: AttemptRule;
  readonly subject: string;
}

const MINUTE_MS = 60_000;

/** A person mistypes a few times; five guesses in five minutes for one account from one place. */
export const SIGN_IN_HERE: AttemptRule = { name: 'sign-in', limit: 5, windowMs: 5 * MINUTE_MS };
/** All guesses at one account, wherever from. High, since strangers could lock its owner out with it. */
export const SIGN_IN_ACCOUNT: AttemptRule = { name: 'account', limit: 50, windowMs: 15 * MINUTE_MS };
/** All guesses from one address, at whatever account: an office behind one address still gets in. */
export const SIGN_IN_ADDRESS: AttemptRule = { name: 'address', limit: 30, windowMs: MINUTE_MS };
/** Guesses at the set-up code from one address. */
export const SETUP: AttemptRule = { name: 'setup', limit: 10, windowMs: MINUTE_MS };
/** Openings of unknown invitation links from one address. */
export const INVITATION: AttemptRule = { name: 'invitation', limit: 30, windowMs: MINUTE_MS };
/** Guesses at the present password by somebody who holds a session. */
export const PASSWORD_CHANGE: AttemptRule = { name: 'password', limit: 5, windowMs: 5 * MINUTE_MS };

/** Subjects are hashed: the table would else be a list of the addresses people tried. */
function storedKey({ rule, subject }: AttemptKey): string {
  return `${rule.name}:${hashSecret(subject)}`;
}

interface Counted {
  readonly count: number;
  readonly remaining_ms: number;
}

async function countOne(database: IdentityDatabase, key: AttemptKey): Promise<Counted> {
  const seconds = key.rule.windowMs / 1000;
  const rows = await database.prisma.$queryRaw<Counted[]>`
    insert into attempt as a (key, count, window_start) values (${storedKey(key)}, 1, now())
    on conflict (key) do update set
      count = case when a.window_start <= now() - make_interval(secs => ${seconds}::float8) then 1 else a.count + 1 end,
      window_start = case when a.window_start <= now() - make_interval(secs => ${seconds}::float8) then now() else a.window_start end
    returning count, (extract(epoch from window_start - now()) * 1000 + ${key.rule.windowMs}::float8)::float8 as remaining_ms`;
  return rows[0] ?? { count: 1, remaining_ms: 0 };
}

/** Whoever adds a key takes away those whose window is long over, so the table stays small by itself. */
async function forgetOld({ prisma }: IdentityDatabase): Promise<void> {
  const longAgo = new Date(Date.now() - 60 * MINUTE_MS);
  await prisma.attempt.deleteMany({ where: { windowStart: { lt: longAgo } } });
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError('rate-limited', `Too many attempts. Try again in ${String(seconds)} s.`, {
    details: { retryAfterMs: seconds * 1000 },
  });
}

/** Counts one attempt under each key. @throws AppError `rate-limited` when one of them has had enough. */
export async function countAttempt(database: IdentityDatabase, keys: readonly AttemptKey[]): Promise<void> {
  let waitMs = 0;
  let isNew = false;
  for (const key of keys) {
    const counted = await countOne(database, key);
    isNew ||= counted.count === 1;
    if (counted.count > key.rule.limit) waitMs = Math.max(waitMs, counted.remaining_ms);
  }
  if (isNew) await forgetOld(database);
  if (waitMs > 0) throw tooMany(waitMs);
}

/** Takes the attempt back that turned out to be right. */
export async function forgiveAttempt(database: IdentityDatabase, keys: readonly AttemptKey[]): Promise<void> {
  await database.prisma.attempt.updateMany({
    where: { key: { in: keys.map(storedKey) }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}
