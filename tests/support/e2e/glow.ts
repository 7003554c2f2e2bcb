/** Remembers, from before the page loads, every animation that starts and on which words: what glowed. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    animated?: string[];
  }
}

export async function rememberGlow(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    window.animated = [];
    const note = (event: AnimationEvent): void => {
      if (event.target instanceof Element) window.animated?.push(event.target.textContent.trim());
    };
    addEventListener('animationstart', note, true);
  });
  return () => page.evaluate(() => window.animated ?? []);
}
