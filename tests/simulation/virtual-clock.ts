/** Time that moves only when told to: everything that is due happens in order, and what it sets off in promises is finished first. */
import type { Clock as ServerClock } from '../../apps/server/src/changelog/clock.ts';
import type { Clock as ClientClock } from '../../packages/sync/src/ports.ts';

interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

/** The clock of one run. */
export class VirtualClock {
  now = Date.UTC(2026, 0, 1);
  #order = 0;
  #appointments: Appointment[] = [];

  /** Calls something once, later; what comes back calls it off. Equal times in the order in which they were asked for. */
  after(delayMs: number, call: () => void): () => void {
    const appointment = { at: this.now + Math.max(0, delayMs), order: this.#order++, call };
    const place = this.#appointments.findLastIndex(({ at }) => at <= appointment.at);
    this.#appointments.splice(place + 1, 0, appointment);
    return () => {
      const index = this.#appointments.indexOf(appointment);
      if (index >= 0) this.#appointments.splice(index, 1);
    };
  }

  /** Resolves after a while of this clock. */
  pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve));
  }

  /** Lets time pass; `afterEach` runs after each thing that happened. */
  async pass(delayMs: number, afterEach: () => void): Promise<void> {
    const until = this.now + delayMs;
    for (;;) {
      await promisesSettled();
      const next = this.#appointments[0];
      if (!next || next.at > until) break;
      this.#appointments.shift();
      this.now = next.at;
      next.call();
      await promisesSettled();
      afterEach();
    }
    this.now = until;
  }

  /** As the client wants it; silent once its tab is dead. */
  forClient(isAlive: () => boolean): ClientClock {
    return {
      now: () => this.now,
      after: (delayMs, call) => ({ cancel: this.after(delayMs, () => isAlive() && call()) }),
    };
  }

  /** As the server wants it; silent once its process is dead. */
  forServer(isAlive: () => boolean): ServerClock {
    return {
      now: () => this.now,
      after: (delayMs, call) => this.after(delayMs, () => isAlive() && call()),
    };
  }
}

/** Everything that promises had still to do is done by then: nothing here waits for the real world. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
