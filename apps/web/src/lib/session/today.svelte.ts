/** The civil day by the clock of whoever looks, which rolls over at midnight while the page stays open. */
import { civilDay, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { createSubscriber } from 'svelte/reactivity';

/** How often the calendar is looked at; a timer until midnight would sleep through a suspended laptop. */
const LOOK_EVERY_MS = 30_000;

/** Today. Read `day` in a `$derived` to follow it. */
export class Today {
  readonly #subscribe: () => void;

  constructor() {
    this.#subscribe = createSubscriber((update) => {
      let last = localDay();
      const timer = setInterval(() => {
        if (localDay() === last) return;
        last = localDay();
        update();
      }, LOOK_EVERY_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  /** Days since 1970-01-01. */
  get day(): CivilDay {
    this.#subscribe();
    return localDay();
  }
}

function localDay(): CivilDay {
  const now = new Date();
  return civilDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
