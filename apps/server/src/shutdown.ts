/**
 * The way down: what was opened last is closed first. Each part adds how it is closed as soon as it is open, so a
 * start that fails half way leaves nothing behind either.
 */
import type { Log } from './log.ts';

export type Closer = () => Promise<unknown>;

export class Shutdown {
  readonly #closers: { name: string; close: Closer }[] = [];
  #running: Promise<boolean> | undefined;

  add(name: string, close: Closer): void {
    this.#closers.push({ name, close });
  }

  /** Closes everything, once. False when a part failed to close or the time was up. */
  run(log: Log, withinMs: number): Promise<boolean> {
    this.#running ??= Promise.race([this.#closeAll(log), after(withinMs).then(() => false)]);
    return this.#running;
  }

  async #closeAll(log: Log): Promise<boolean> {
    let isClean = true;
    for (const { name, close } of this.#closers.reverse()) {
      log.debug(`closing ${name}`);
      try {
        await close();
      } catch (error) {
        isClean = false;
        log.error({ err: error }, `${name} could not be closed`);
      }
    }
    return isClean;
  }
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}
