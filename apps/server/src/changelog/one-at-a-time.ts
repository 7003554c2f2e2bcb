/** Costly work, one piece at a time in this process, so that everything else gets its turn in between. */
import { AppError } from '@stationkeeper/domain';

/** Runs what it is given in order; whoever comes when too many wait is told to come back. */
export class OneAtATime {
  readonly #maxWaiting: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  /** @throws AppError `rate-limited` when too many wait already; else whatever `work` throws. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#maxWaiting) {
      throw new AppError('rate-limited', 'Too many moments of the past are asked for at once; try again.', {
        details: { retryAfterMs: 2_000 },
      });
    }
    this.#waiting += 1;
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.#waiting -= 1;
    }
  }
}
