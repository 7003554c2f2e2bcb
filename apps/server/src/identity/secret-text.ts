/**
 * Secrets that people or links carry: the set-up code, invitation tokens, generated passwords.
 * Only hashes of them are stored. They are random enough (40 bits behind a limit of attempts, 120 and
 * more without one) that a plain SHA-256 suffices; passwords that people choose go to password.ts.
 */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what is read aloud or copied by hand is not mistaken. */
const READABLE = 'ACDEFGHJKMNPQRTWXY34679';

function readable(length: number): string {
  return Array.from({ length }, () => READABLE.charAt(randomInt(READABLE.length))).join('');
}

/** A code such as `K7RD-3MXQ-HW9`: eleven readable characters, some 49 bits. */
export function makeReadableCode(): string {
  return `${readable(4)}-${readable(4)}-${readable(3)}`;
}

/** A password to hand over once, such as `Q4HM-W7RD-TKX3-9NPC-E6JA`: some 90 bits. */
export function makePassword(): string {
  return Array.from({ length: 5 }, () => readable(4)).join('-');
}

/** The part of a link nobody can guess: 32 characters that need no escaping, 192 bits. */
export function makeLinkToken(): string {
  return randomBytes(24).toString('base64url');
}

/** How a code may be typed: in any case, with or without hyphens and spaces. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}

/** The stored form of a random secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether a secret has this stored form, in a time that does not tell how much of it was right. */
export function matchesSecret(secret: string, stored: string): boolean {
  const actual = Buffer.from(hashSecret(secret));
  const expected = Buffer.from(stored);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
