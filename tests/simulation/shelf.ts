/**
 * The storage of one browser: it outlives its tabs. A write takes time; a tab that dies meanwhile has written all of it
 * or nothing. `tests/support/storage-contract.ts` holds it to the same rules as IndexedDB.
 */
import { splitMutationId, type Mutation, type MutationId } from '@stationkeeper/protocol';
import type { LeftBehind, Storage, StorageWrite } from '../../packages/sync/src/ports.ts';
import type { Refusal } from '../../packages/sync/src/refusal.ts';

/** What lies in a browser for one user and workspace. */
export class Shelf {
  readonly outbox = new Map<MutationId, Mutation>();
  readonly refusals = new Map<MutationId, Refusal>();
  /** Client ids of living tabs. */
  readonly locks = new Set<string>();
  /** Nothing can be written just now; what is there can be read. */
  isFull = false;
  /** Edits may have been pushed that were never stored, as they should be when the disk is full. */
  wasFull = false;
  /** Every edit that was ever stored. */
  readonly everStored = new Set<MutationId>();

  apply({ put = [], remove = [], refuse = [], settle = [] }: StorageWrite): void {
    for (const mutation of put) {
      this.outbox.set(mutation.id, structuredClone(mutation));
      this.everStored.add(mutation.id);
    }
    for (const id of remove) this.outbox.delete(id);
    for (const refusal of refuse) {
      this.outbox.delete(refusal.mutation.id);
      this.refusals.set(refusal.mutation.id, structuredClone(refusal));
    }
    for (const id of settle) this.refusals.delete(id);
  }

  get clientIds(): Set<string> {
    return new Set(
      [...this.outbox.keys(), ...this.refusals.keys()].map((id) => splitMutationId(id).clientId),
    );
  }

  leftBy(clientId: string): LeftBehind {
    const isTheirs = (id: MutationId) => splitMutationId(id).clientId === clientId;
    const byCounter = (a: Mutation, b: Mutation) =>
      splitMutationId(a.id).counter - splitMutationId(b.id).counter;
    return structuredClone({
      clientId,
      mutations: [...this.outbox.values()].filter(({ id }) => isTheirs(id)).sort(byCounter),
      refusals: [...this.refusals.values()].filter(({ mutation }) => isTheirs(mutation.id)),
    });
  }
}

/** A tab's hold on its browser's shelf. */
export class ShelfStorage implements Storage {
  readonly kind = 'persistent';
  readonly #shelf: Shelf;
  readonly #pause: () => Promise<void>;
  readonly #held = new Set<string>();
  readonly #underWay = new Set<StorageWrite>();
  #isOpen = true;

  constructor(shelf: Shelf, pause: () => Promise<void>) {
    this.#shelf = shelf;
    this.#pause = pause;
  }

  async claim(clientId: string): Promise<void> {
    await this.#pause();
    this.#hold(clientId);
  }

  async adopt(): Promise<readonly LeftBehind[]> {
    await this.#pause();
    if (!this.#isOpen) return [];
    const free = [...this.#shelf.clientIds].filter((clientId) => !this.#shelf.locks.has(clientId));
    for (const clientId of free) this.#hold(clientId);
    return free.map((clientId) => this.#shelf.leftBy(clientId));
  }

  giveBack(clientIds: readonly string[]): void {
    if (!this.#isOpen) return;
    for (const clientId of clientIds) {
      if (this.#held.delete(clientId)) this.#shelf.locks.delete(clientId);
    }
  }

  async write(write: StorageWrite): Promise<void> {
    this.#underWay.add(write);
    await this.#pause();
    if (!this.#underWay.delete(write) || !this.#isOpen) return;
    if (this.#shelf.isFull) throw new Error('The disk is full.');
    this.#shelf.apply(write);
  }

  async held(): Promise<readonly MutationId[]> {
    await this.#pause();
    return [...this.#shelf.outbox.keys(), ...this.#shelf.refusals.keys()];
  }

  async clear(): Promise<void> {
    await this.#pause();
    const { outbox, refusals, locks } = this.#shelf;
    for (const id of [...outbox.keys(), ...refusals.keys()]) {
      const { clientId } = splitMutationId(id);
      if (locks.has(clientId) && !this.#held.has(clientId)) continue;
      outbox.delete(id);
      refusals.delete(id);
    }
  }

  close(): void {
    this.#isOpen = false;
    for (const clientId of this.#held) this.#shelf.locks.delete(clientId);
    this.#held.clear();
  }

  /** The tab is gone. Writes that were under way are done, or not, as `isDone` says; later ones never after an undone one. */
  die(isDone: () => boolean): void {
    for (const write of this.#underWay) {
      if (this.#shelf.isFull || !isDone()) break;
      this.#shelf.apply(write);
    }
    this.#underWay.clear();
    this.close();
  }

  #hold(clientId: string): void {
    if (!this.#isOpen) return;
    this.#shelf.locks.add(clientId);
    this.#held.add(clientId);
  }
}
