/** Time as the log's parts see it, so that tests can turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970, for intervals only: the log takes its times from the store. */
  now(): number;
  /** Runs something once, later; what comes back calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's clock. Its timers do not keep a process alive that has nothing else to do. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
