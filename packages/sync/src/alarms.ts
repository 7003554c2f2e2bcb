/** Named alarms on a clock: setting one replaces the one of that name. */
import type { Alarm, Clock } from './ports.ts';

/** Alarms that are waiting to go off. */
export class Alarms<Name extends string> {
  readonly #clock: Clock;
  readonly #ring: (name: Name) => void;
  readonly #set = new Map<Name, Alarm>();

  constructor(clock: Clock, ring: (name: Name) => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  set(name: Name, delayMs: number): void {
    this.clear(name);
    const alarm = this.#clock.after(delayMs, () => {
      this.#set.delete(name);
      this.#ring(name);
    });
    this.#set.set(name, alarm);
  }

  clear(name: Name): void {
    this.#set.get(name)?.cancel();
    this.#set.delete(name);
  }

  clearAll(): void {
    for (const name of this.#set.keys()) this.clear(name);
  }
}
