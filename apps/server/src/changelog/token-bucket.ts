/** How much one person may ask for: so much at once, and so much a second in the long run. */

/** The size of a bucket and how fast it fills. */
export interface BucketSize {
  readonly capacity: number;
  readonly perSecond: number;
}

/** One person's bucket. */
export class TokenBucket {
  readonly #size: BucketSize;
  #level: number;
  #at: number;

  constructor(size: BucketSize, now: number) {
    this.#size = size;
    this.#level = size.capacity;
    this.#at = now;
  }

  /** Takes `cost` and answers 0, or takes nothing and answers how many milliseconds to wait before asking again. */
  take(cost: number, now: number): number {
    const { capacity, perSecond } = this.#size;
    this.#level = Math.min(capacity, this.#level + (Math.max(0, now - this.#at) * perSecond) / 1_000);
    this.#at = now;
    if (cost <= this.#level) {
      this.#level -= cost;
      return 0;
    }
    return Math.ceil(((Math.min(cost, capacity) - this.#level) * 1_000) / perSecond);
  }

  /** Whether forgetting it would change nothing. */
  isFull(now: number): boolean {
    const { capacity, perSecond } = this.#size;
    return this.#level + ((now - this.#at) * perSecond) / 1_000 >= capacity;
  }
}

/** A bucket for each person who has asked for something lately. */
export class Buckets {
  readonly #size: BucketSize;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(size: BucketSize) {
    this.#size = size;
  }

  /** As {@link TokenBucket.take}, for this person. */
  take(person: string, cost: number, now: number): number {
    const bucket = this.#buckets.get(person) ?? new TokenBucket(this.#size, now);
    this.#buckets.set(person, bucket);
    return bucket.take(cost, now);
  }

  /** Forgets the ones that are full. */
  sweep(now: number): void {
    for (const [person, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(person);
  }
}
