import { describe, expect, it } from 'vitest';
import { initialsOf, personColour } from './person-colour.ts';

describe('a person', () => {
  it('has the same colour for the same id', () => {
    expect(personColour('0198-a')).toBe(personColour('0198-a'));
    expect(personColour('0198-a')).toMatch(/^var\(--person-([1-9]|10)\)$/);
  });

  it('has initials from the first and the last word', () => {
    expect(initialsOf('Ada King Lovelace')).toBe('AL');
    expect(initialsOf(' Plato ')).toBe('P');
    expect(initialsOf('')).toBe('?');
  });
});
