/**
 * The colour and initials of a person, the same in avatars, field outlines, cursors and history.
 * They follow from the id and the name alone, so every browser shows the same without asking anyone.
 */

const COLOURS = 10;

function spread(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}

/** The token of a person's colour, as a CSS value. */
export function personColour(id: string): string {
  return `var(--person-${(spread(id) % COLOURS) + 1})`;
}

/** One or two letters: first of the first word and first of the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
