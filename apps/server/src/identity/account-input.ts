/** What people type about themselves, as it is checked wherever it comes in: over HTTP and from the operator. */
import * as v from 'valibot';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password.ts';

// Control characters never belong in a line of text; U+0000 cannot even be stored by Postgres. Bidi marks
// and zero-width characters would let one person's name be drawn as another's. A lone surrogate is no text.
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** One line that a person typed: trimmed, NFC, 1 to `maxLength` characters, nothing invisible in it. */
export function lineOfText(maxLength: number) {
  return v.pipe(
    v.string('A text is expected.'),
    v.trim(),
    v.normalize('NFC'),
    v.minLength(1, 'This is needed.'),
    v.maxLength(maxLength, `At most ${maxLength} characters are allowed.`),
    v.check((text) => !UNPRINTABLE.test(text), 'Control, zero-width and direction marks are not allowed.'),
  );
}

export const personName = lineOfText(100);

/** An address as accounts keep it: lower case. */
export const emailAddress = v.pipe(
  lineOfText(254),
  v.toLowerCase(),
  v.email('This is not an e-mail address.'),
);

const password = v.pipe(
  v.string('A text is expected.'),
  v.maxLength(PASSWORD_MAX_LENGTH, `At most ${PASSWORD_MAX_LENGTH} characters are allowed.`),
);

/** A password somebody chooses now. */
export const newPassword = v.pipe(
  password,
  v.minLength(PASSWORD_MIN_LENGTH, `At least ${PASSWORD_MIN_LENGTH} characters are needed.`),
);

/** A password somebody chose at some time; the rules for new ones do not apply to it. */
export const presentPassword = v.pipe(password, v.minLength(1, 'This is needed.'));
