/** The present, moved on every half minute while anything on screen shows an age. */
import { createSubscriber } from 'svelte/reactivity';

const STEP_MS = 30_000;

class Now {
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, STEP_MS);
    return () => {
      clearInterval(timer);
    };
  });

  get current(): number {
    this.#subscribe();
    return Date.now();
  }
}

/** Holds no state of anybody's: only the clock. */
export const everyHalfMinute = new Now();
