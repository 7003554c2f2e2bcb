/** A small generator of pseudo-random numbers (sfc32), so that a seed makes the same workspace on every machine. */
import { createHash } from 'node:crypto';
import { assert } from '@stationkeeper/domain';

const TWO_TO_32 = 2 ** 32;
/** Rounds after which the state no longer shows the seed. */
const WARM_UP = 12;

/** Numbers and choices that follow from a seed alone. */
export class Random {
  readonly #state: Uint32Array;

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.#state = new Uint32Array([0, 4, 8, 12].map((offset) => digest.readUInt32LE(offset)));
    for (let round = 0; round < WARM_UP; round += 1) this.#next();
  }

  /** A whole number between the two, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.#next() / TWO_TO_32) * (max - min + 1));
  }

  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.#next() / TWO_TO_32 < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    assert(list.length > 0, 'picked from an empty list');
    return list[this.int(0, list.length - 1)] as T;
  }

  /** One of the choices, each as likely as its weight says. At least one weight is above zero. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = (this.#next() / TWO_TO_32) * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    assert(false, 'no choice has a weight');
  }

  /** A UUID of version 7 for that moment, in milliseconds since 1970. */
  uuid(at: number): string {
    const time = at.toString(16).padStart(12, '0');
    const [a, b] = [this.#hex(), this.#hex()];
    const variant = ((Number.parseInt(b.charAt(0), 16) & 0x3) | 0x8).toString(16);
    const tail = `${b.slice(4)}${this.#hex()}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${b.slice(1, 4)}-${tail}`;
  }

  #hex(): string {
    return this.#next().toString(16).padStart(8, '0');
  }

  #next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state;
    const sum = (a + b + counter) >>> 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = c + (c << 3);
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.#state[3] = counter + 1;
    return sum;
  }
}
