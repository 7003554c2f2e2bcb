/** The client ids of this tab: its own, with the counter of its edits, and those of closed tabs that it speaks for. */
import { mutationId, splitMutationId, type MutationId } from '@stationkeeper/protocol';
import type { Random } from './ports.ts';

/** Gives out mutation ids. Counters are dense and start at 1 (SPEC P2). */
export class ClientIds {
  readonly #all = new Set<string>();
  #current: string;
  #counter = 0;

  constructor(random: Random) {
    this.#current = random.uuid();
    this.#all.add(this.#current);
  }

  get current(): string {
    return this.#current;
  }

  /** The id that the next edit will have. */
  next(): MutationId {
    return mutationId(this.#current, this.#counter + 1);
  }

  /** The next id was used. */
  take(): void {
    this.#counter += 1;
  }

  /** True for edits that came from here. */
  isOwn(id: MutationId): boolean {
    return this.#all.has(splitMutationId(id).clientId);
  }

  adopt(clientId: string): void {
    this.#all.add(clientId);
  }

  /** The waiting edits of a client go on under another id, of which `used` are given out. */
  rename(clientId: string, newClientId: string, used: number): void {
    this.#all.add(newClientId);
    if (clientId !== this.#current) return;
    this.#current = newClientId;
    this.#counter = used;
  }
}
