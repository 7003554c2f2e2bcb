/**
 * Passwords are kept as argon2id hashes in the PHC text form, so that a hash says how it was made and
 * the cost can be raised later without locking anybody out.
 *
 * 19 MiB, 2 passes, 1 lane is the first choice of the OWASP password storage cheat sheet; it takes some
 * 50 ms here, off the main thread.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2Async = promisify(argon2);

const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** At least this many characters; length is the one rule that helps (NIST SP 800-63B). */
export const PASSWORD_MIN_LENGTH = 12;
/** Longer ones are refused, so that nobody can make the server hash megabytes. */
export const PASSWORD_MAX_LENGTH = 200;

function derive(password: string, salt: Buffer, cost: typeof COST, tagLength: number) {
  // The same letters can be typed as different code points; NFKC makes one password of them.
  const message = password.normalize('NFKC');
  return argon2Async('argon2id', { message, nonce: salt, tagLength, ...cost });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** The text to store for a password; different each time because of its salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive(password, salt, COST, TAG_BYTES);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether this is the password of that hash; false as well for a text that is no hash of ours. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, saltText, tagText] = FORM.exec(stored) ?? [];
  if (saltText === undefined || tagText === undefined) return false;
  const expected = Buffer.from(tagText, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await derive(password, Buffer.from(saltText, 'base64'), cost, expected.length);
  return timingSafeEqual(actual, expected);
}
