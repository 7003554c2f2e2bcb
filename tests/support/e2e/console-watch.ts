/** Hears what pages complain about: errors on the console and errors that nothing caught. */
import type { BrowserContext } from '@playwright/test';

export class ConsoleWatch {
  readonly complaints: string[] = [];
  readonly #expected: readonly RegExp[];

  constructor(expected: readonly RegExp[]) {
    this.#expected = expected;
  }

  follow(context: BrowserContext, whose: string): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#hear(`${whose}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      this.#hear(`${whose}: ${error.error().stack ?? error.error().message}`);
    });
  }

  #hear(complaint: string): void {
    if (!this.#expected.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint);
  }
}

/** What Chromium writes to the console when a test cuts a page off or kills its server. */
export const offlineNoise =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|NETWORK_CHANGED|EMPTY_RESPONSE)|WebSocket connection to .* failed/;
