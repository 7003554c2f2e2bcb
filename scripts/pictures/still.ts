/** Waits until a page has loaded its fonts and looks the same twice: charts are drawn and nothing glides any more. */
import type { Page } from '@playwright/test';

const MOST_LOOKS = 20;

export async function still(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last: Buffer = Buffer.alloc(0);
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (now.equals(last)) return;
    last = now;
  }
}
