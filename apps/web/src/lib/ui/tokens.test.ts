/** Both themes against WCAG 2.2: text 4.5:1 (1.4.3), marks and the edges of controls 3:1 (1.4.11). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function tokensIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
}

const [lightBlock = '', darkBlock = ''] = css.split(":root[data-theme='dark']");
const light = tokensIn(lightBlock);
const themes = { light, dark: { ...light, ...tokensIn(darkBlock) } };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const GROUNDS = [
  '--surface',
  '--canvas',
  '--surface-raised',
  '--surface-hover',
  '--surface-selected',
  '--surface-sunken',
];
const TEXTS = [
  '--text',
  '--text-muted',
  '--text-faint',
  '--accent-text',
  '--attention',
  '--live',
  '--waiting',
  '--status-late',
  '--chart-axis',
];
const MARKS = [
  '--status-done',
  '--status-on-track',
  '--status-not-assessed',
  '--status-at-risk',
  '--status-off-track',
  '--status-cancelled',
  '--line-control',
  '--focus',
];

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  const of = (token: string) => tokens[token] ?? '#000000';

  it.each(TEXTS)('%s reads on every surface', (token) => {
    for (const ground of GROUNDS) expect(contrast(of(token), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s is seen on every surface', (token) => {
    for (const ground of GROUNDS) expect(contrast(of(token), of(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it('keeps initials readable on every person', () => {
    for (let at = 1; at <= 10; at += 1) {
      expect(contrast(of('--on-person'), of(`--person-${String(at)}`)), String(at)).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  it('keeps the words of a filled button readable', () => {
    expect(contrast(of('--text-on-accent'), of('--accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('--accent-text'), of('--accent-soft'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('--attention'), of('--attention-soft'))).toBeGreaterThanOrEqual(4.5);
  });
});
