import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { emailAddress, newPassword, personName } from './account-input.ts';

describe('a name', () => {
  it.each([
    ['  Anna Berg ', 'Anna Berg'],
    ['Zu\u0308rich', 'Z\u00fcrich'],
    ['علی‌رضا', 'علی‌رضا'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(v.parse(personName, typed)).toBe(kept);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['U+0000', 'An\u0000na'],
    ['a line break', 'Anna\nBerg'],
    ['an escape', 'Anna\u001b[31m'],
    ['a direction mark', 'Anna\u202egreB'],
    ['a zero-width space', 'An\u200bna'],
    ['half a character', 'Anna\ud800'],
    ['a line separator', 'Anna\u2028Berg'],
    ['101 characters', 'x'.repeat(101)],
    ['a number', 7],
  ])('%s is refused', (_title, typed) => {
    expect(v.safeParse(personName, typed).success).toBe(false);
  });
});

describe('an address', () => {
  it('is kept in lower case', () => {
    expect(v.parse(emailAddress, ' Anna.Berg@Example.ORG ')).toBe('anna.berg@example.org');
  });

  it.each(['anna', 'anna@', '@example.org', 'anna@exa mple.org', `${'x'.repeat(250)}@example.org`])(
    '%.20s is refused',
    (typed) => {
      expect(v.safeParse(emailAddress, typed).success).toBe(false);
    },
  );
});

describe('a new password', () => {
  it('has 12 to 200 characters and is taken as it is', () => {
    expect(v.parse(newPassword, '  spaces count  ')).toBe('  spaces count  ');
    expect(v.safeParse(newPassword, 'x'.repeat(11)).success).toBe(false);
    expect(v.safeParse(newPassword, 'x'.repeat(201)).success).toBe(false);
  });
});
