/** SPEC.md and the tests hold each other to their word. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SPEC = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');

/** The text of every test and story of the project. */
function testTexts(): string[] {
  const patterns = ['{packages,apps}/*/src/**/*.test.ts', 'tests/**/*.ts'];
  return globSync(patterns, { cwd: ROOT }).map((file) => readFileSync(`${ROOT}${file}`, 'utf8'));
}

/** The rules named in titles, such as '[P3] a repeat …'. */
function rulesIn(text: string): string[] {
  const titles = text.match(/['`](\[[A-Z]\d\] ?)+/g) ?? [];
  return titles.flatMap((title) => title.match(/[A-Z]\d/g) ?? []);
}

const stated = [...SPEC.matchAll(/^- \*\*([A-Z]\d)\*\*/gm)].map(([, rule]) => rule ?? '');
const proven = new Set(testTexts().flatMap(rulesIn));

test('every rule is stated once', () => {
  expect(new Set(stated).size).toBe(stated.length);
  expect(stated.length).toBeGreaterThan(40);
});

test('every rule has a test that names it', () => {
  expect(stated.filter((rule) => !proven.has(rule))).toEqual([]);
});

test('every rule that a test names is stated', () => {
  expect([...proven].filter((rule) => !stated.includes(rule)).sort()).toEqual([]);
});
