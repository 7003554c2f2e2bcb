import { describe, expect, it } from 'vitest';
import {
  hashSecret,
  makeLinkToken,
  makePassword,
  makeReadableCode,
  matchesSecret,
  normalizeCode,
} from './secret-text.ts';

describe('secrets that people carry', () => {
  it('are made of characters that are not mistaken for one another', () => {
    for (let i = 0; i < 200; i += 1) {
      expect(makeReadableCode()).toMatch(
        /^[AC-HJKMNPQRTWXY34679]{4}-[AC-HJKMNPQRTWXY34679]{4}-[AC-HJKMNPQRTWXY34679]{3}$/,
      );
    }
    expect(makePassword()).toMatch(/^([A-Z3-9]{4}-){4}[A-Z3-9]{4}$/);
    expect(makeLinkToken()).toMatch(/^[\w-]{32}$/);
  });

  it('do not repeat', () => {
    const made = new Set(Array.from({ length: 500 }, makeReadableCode));
    expect(made.size).toBe(500);
  });

  it('match however the code is typed', () => {
    const stored = hashSecret(normalizeCode('K7RD-3MXQ-HW9'));
    expect(matchesSecret(normalizeCode(' k7rd 3mxq hw9 '), stored)).toBe(true);
    expect(matchesSecret(normalizeCode('k7rd3mxqhw8'), stored)).toBe(false);
    expect(matchesSecret('', stored)).toBe(false);
    expect(matchesSecret('K7RD3MXQHW9', 'short')).toBe(false);
  });
});
