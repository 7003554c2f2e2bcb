/**
 * What waits, in IndexedDB: one database for each user and workspace.
 *
 *   outbox    [clientId, counter] -> edit that has no verdict yet
 *   refusals  [clientId, counter] -> edit that was not accepted, until a person settles it
 *   drafts, snapshots             -> reserved: text that was not sent yet, and the records for a start without a network
 *
 * Each tab takes a *new* client id when it starts and holds a Web Lock of that name for as long as it lives; the
 * lock goes when the tab goes, however it goes. An id whose lock is free and that still has rows belongs to
 * nobody: whoever gets its lock sends its edits, under their old ids. A client id is never used for new edits
 * again. So no counter needs to be stored, and none can be given out twice, not even by a browser profile that
 * was put back from a copy.
 */
import {
  mutationId,
  SCHEMA_VERSION,
  splitMutationId,
  upcastMutation,
  type Mutation,
  type MutationId,
} from '@stationkeeper/protocol';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LeftBehind, Storage, StorageWrite } from './ports.ts';
import type { Refusal } from './refusal.ts';
import { memoryStorage } from './storage-memory.ts';

const DATABASE_VERSION = 1;
const STORES = ['outbox', 'refusals', 'drafts', 'snapshots'] as const;

type Key = [clientId: string, counter: number];

interface Schema extends DBSchema {
  outbox: { key: Key; value: { readonly schemaVersion: number; readonly mutation: Mutation } };
  refusals: { key: Key; value: { readonly schemaVersion: number; readonly refusal: Refusal } };
  drafts: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
}

/** Whose waiting edits these are. */
export interface StorageOwner {
  readonly userId: string;
  readonly workspaceId: string;
}

/** Opens what waits in this browser; in memory where the browser cannot keep it safely. Never fails. */
export async function openBrowserStorage(owner: StorageOwner): Promise<Storage> {
  // Both are missing where a page is served over plain HTTP from another machine, and in some private windows.
  if (!('indexedDB' in globalThis) || !('locks' in navigator)) return memoryStorage();
  try {
    return await openIndexedDbStorage(owner, navigator.locks);
  } catch {
    return memoryStorage();
  }
}

/**
 * As above, with the locks given.
 * @throws DOMException where the database cannot be opened.
 */
export async function openIndexedDbStorage(owner: StorageOwner, locks: LockManager): Promise<Storage> {
  const name = `stationkeeper:${owner.userId}:${owner.workspaceId}`;
  const database = await openDB<Schema>(name, DATABASE_VERSION, {
    upgrade(db) {
      for (const store of STORES) db.createObjectStore(store);
    },
    // A page of a newer version waits to change the layout: let it; this page goes on in memory.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
    },
  });
  return new IndexedDbStorage(name, database, locks);
}

class IndexedDbStorage implements Storage {
  readonly kind = 'persistent';
  readonly #name: string;
  readonly #database: IDBPDatabase<Schema>;
  readonly #locks: LockManager;
  readonly #held = new Map<string, () => void>();

  constructor(name: string, database: IDBPDatabase<Schema>, locks: LockManager) {
    this.#name = name;
    this.#database = database;
    this.#locks = locks;
  }

  async claim(clientId: string): Promise<void> {
    await this.#lock(clientId);
  }

  async adopt(): Promise<readonly LeftBehind[]> {
    const left: LeftBehind[] = [];
    for (const clientId of await this.#clientIds()) {
      if (this.#held.has(clientId) || !(await this.#lock(clientId))) continue;
      // One that cannot be read must not keep the others from being shown and sent.
      const found = await this.#read(clientId).catch(() => null);
      if (found) left.push(found);
      else this.#release(clientId);
    }
    return left;
  }

  giveBack(clientIds: readonly string[]): void {
    for (const clientId of clientIds) this.#release(clientId);
  }

  async write({ put = [], remove = [], refuse = [], settle = [] }: StorageWrite): Promise<void> {
    // Strict: an edit that the person believes to be kept must survive a power cut too.
    const transaction = this.#database.transaction(['outbox', 'refusals'], 'readwrite', {
      durability: 'strict',
    });
    const outbox = transaction.objectStore('outbox');
    const refusals = transaction.objectStore('refusals');
    await Promise.all([
      ...put.map((mutation) => outbox.put({ schemaVersion: SCHEMA_VERSION, mutation }, keyOf(mutation.id))),
      ...[...remove, ...refuse.map(({ mutation }) => mutation.id)].map((id) => outbox.delete(keyOf(id))),
      ...refuse.map((refusal) =>
        refusals.put({ schemaVersion: SCHEMA_VERSION, refusal }, keyOf(refusal.mutation.id)),
      ),
      ...settle.map((id) => refusals.delete(keyOf(id))),
      transaction.done,
    ]);
  }

  async held(): Promise<readonly MutationId[]> {
    return (await this.#keys()).map(([clientId, counter]) => mutationId(clientId, counter));
  }

  async clear(): Promise<void> {
    const ours: string[] = [];
    for (const clientId of await this.#clientIds()) {
      if (this.#held.has(clientId) || (await this.#lock(clientId))) ours.push(clientId);
    }
    const transaction = this.#database.transaction(STORES, 'readwrite');
    await Promise.all([
      ...ours.flatMap((clientId) =>
        (['outbox', 'refusals'] as const).map((store) =>
          transaction.objectStore(store).delete(rangeOf(clientId)),
        ),
      ),
      transaction.objectStore('drafts').clear(),
      transaction.objectStore('snapshots').clear(),
      transaction.done,
    ]);
  }

  close(): void {
    for (const release of this.#held.values()) release();
    this.#held.clear();
    this.#database.close();
  }

  async #clientIds(): Promise<Set<string>> {
    return new Set((await this.#keys()).map(([clientId]) => clientId));
  }

  /** In one transaction: an edit that is being refused is in one of the two. */
  async #keys(): Promise<readonly Key[]> {
    const transaction = this.#database.transaction(['outbox', 'refusals']);
    const keys = await Promise.all([
      transaction.objectStore('outbox').getAllKeys(),
      transaction.objectStore('refusals').getAllKeys(),
    ]);
    return keys.flat();
  }

  /** What a client left, in the present version's words; null where a newer version wrote it, whose page will take it. */
  async #read(clientId: string): Promise<LeftBehind | null> {
    const transaction = this.#database.transaction(['outbox', 'refusals']);
    const range = rangeOf(clientId);
    const [waiting, refused] = await Promise.all([
      transaction.objectStore('outbox').getAll(range),
      transaction.objectStore('refusals').getAll(range),
    ]);
    if ([...waiting, ...refused].some(({ schemaVersion }) => schemaVersion > SCHEMA_VERSION)) return null;
    return {
      clientId,
      mutations: waiting.map(({ mutation, schemaVersion }) => upcastMutation(mutation, schemaVersion)),
      refusals: refused.map(({ refusal, schemaVersion }) => ({
        ...refusal,
        mutation: upcastMutation(refusal.mutation, schemaVersion),
      })),
    };
  }

  #release(clientId: string): void {
    this.#held.get(clientId)?.();
    this.#held.delete(clientId);
  }

  /** True when the lock is ours now; it stays so until `close`, or until the tab is gone. */
  #lock(clientId: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const whileHeld = (lock: Lock | null): Promise<void> => {
        resolve(lock !== null);
        return lock ? new Promise((release) => this.#held.set(clientId, release)) : Promise.resolve();
      };
      this.#locks.request(`${this.#name}:${clientId}`, { ifAvailable: true }, whileHeld).catch(reject);
    });
  }
}

function rangeOf(clientId: string): IDBKeyRange {
  return IDBKeyRange.bound([clientId, 0], [clientId, Infinity]);
}

function keyOf(id: MutationId): Key {
  const { clientId, counter } = splitMutationId(id);
  return [clientId, counter];
}
