/**
 * What waits for a verdict, and what was refused. The lists live in memory and are true at once; the storage follows
 * them, one write after the other, so that what it holds is always a state that the lists have been in.
 *
 *   add ──stored──> (queued: may be pushed) ──> accepted            gone
 *                                           ──> conflict, rejected  a refusal, until somebody settles it
 *
 * An edit is stored before it is pushed. A storage that fails (a full disk) does not stop it: the edit is pushed all
 * the same, the failure shows in `storageKind`, and the next write carries all that earlier ones did not bring about.
 * Only what has been stored is told to the server as settled: until then the edit still lies in the storage, another
 * tab may find it there and ask again, and must get the refusal for an answer (SPEC O5).
 */
import { mutationId, splitMutationId, type Mutation, type MutationId } from '@stationkeeper/protocol';
import type { LeftBehind, Storage, StorageWrite } from './ports.ts';
import type { Refusal } from './refusal.ts';
import { memoryStorage } from './storage-memory.ts';
import type { Waiting } from './sync-event.ts';

/** Gives up on a promise that takes too long: rejects then. */
export type Patience = <T>(promise: Promise<T>) => Promise<T>;

interface Entry {
  readonly mutation: Mutation;
  readonly bytes: number;
  isStored: boolean;
  isQueued: boolean;
}

const NOTHING = { remove: [], refuse: [], settle: [] };

/** The bytes that an edit takes in a push. */
export function bytesOf(mutation: Mutation): number {
  return new TextEncoder().encode(JSON.stringify(mutation)).length + 1;
}

/** Waiting edits and refusals of this tab, its own and adopted ones. */
export class Outbox {
  readonly #patience: Patience;
  #entries: readonly Entry[] = [];
  #refusals: readonly Refusal[] = [];
  /** Refusals up to this counter of each client are kept here: the server may forget them. */
  readonly #settled = new Map<string, number>();
  /** What writes have failed to bring about so far. */
  #owed: Required<Omit<StorageWrite, 'put'>> = NOTHING;
  #storage: Storage | null = null;
  #isFailing = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** How many edits have no verdict. */
  get size(): number {
    return this.#entries.length;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  get storageKind(): 'opening' | 'persistent' | 'memory' {
    if (!this.#storage) return 'opening';
    return this.#isFailing ? 'memory' : this.#storage.kind;
  }

  get(id: MutationId): Mutation | undefined {
    return this.#entries.find(({ mutation }) => mutation.id === id)?.mutation;
  }

  /** Opens the storage and marks this tab's client id as alive. Never rejects: `fallback` is used where it cannot be opened. */
  open(openStorage: () => Promise<Storage>, clientId: string, fallback: Storage): Promise<void> {
    return this.#inOrder(async () => {
      try {
        const storage = await this.#patience(openStorage());
        await this.#patience(storage.claim(clientId));
        this.#storage = storage;
      } catch {
        this.#storage = fallback;
      }
    });
  }

  /** Takes over what closed tabs left. They wait from now on here; the caller queues them. */
  adopt(): Promise<readonly LeftBehind[]> {
    return this.#inOrder(async (storage) => {
      const adopting = storage.adopt();
      const left = await this.#tried(() => adopting);
      for (const one of left ?? []) this.#take(one);
      // What comes too late is neither shown nor sent here: it must not stay locked.
      if (!left)
        adopting
          .then((late) => storage.giveBack(late.map(({ clientId }) => clientId)))
          .catch(() => undefined);
      return left ?? [];
    });
  }

  /** Adds an edit; resolves with all that may be pushed now, in order. */
  add(mutation: Mutation): Promise<readonly Waiting[]> {
    const entry = { mutation, bytes: bytesOf(mutation), isStored: false, isQueued: false };
    this.#entries = [...this.#entries, entry];
    return this.#inOrder(async () => {
      await this.#write({});
      return this.#queue();
    });
  }

  /** The server has these edits for good. */
  accepted(ids: readonly MutationId[]): Promise<void> {
    const remove = ids.filter((id) => this.get(id));
    if (remove.length === 0) return Promise.resolve();
    this.#drop(remove);
    return this.#inOrder(() => this.#write({ remove }));
  }

  /** These edits were refused; they stay as refusals. */
  refused(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return Promise.resolve();
    this.#drop(refusals.map(({ mutation }) => mutation.id));
    this.#refusals = [...this.#refusals, ...refusals];
    return this.#inOrder(() => this.#write({ refuse: refusals }));
  }

  /** A person has settled this refusal. */
  settle(id: MutationId): void {
    this.#refusals = this.#refusals.filter(({ mutation }) => mutation.id !== id);
    void this.#inOrder(() => this.#write({ settle: [id] }));
  }

  /** By client id, the counter up to which the server may forget refusals. */
  get settled(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#settled);
  }

  /** The server was told. */
  forgetSettled(told: Readonly<Record<string, number>>): void {
    for (const [clientId, counter] of Object.entries(told)) {
      if (this.#settled.get(clientId) === counter) this.#settled.delete(clientId);
    }
  }

  /**
   * Gives the waiting edits of a client new ids, of a client that the server has never heard of, counted from 1.
   * `renamed` is true at once; `stored` resolves with all that may be pushed, once it is stored.
   */
  renumber(
    clientId: string,
    newClientId: string,
  ): { renamed: ReadonlyMap<MutationId, MutationId>; stored: Promise<readonly Waiting[]> } {
    const renamed = new Map<MutationId, MutationId>();
    this.#entries = this.#entries.map((entry) => {
      if (splitMutationId(entry.mutation.id).clientId !== clientId) return entry;
      const id = mutationId(newClientId, renamed.size + 1);
      renamed.set(entry.mutation.id, id);
      return { ...entry, mutation: { ...entry.mutation, id }, isStored: false };
    });
    const stored = this.#inOrder(async (storage) => {
      await this.#tried(() => storage.claim(newClientId));
      await this.#write({ remove: [...renamed.keys()] });
      this.#queue();
      return this.#entries.map(waitingOf);
    });
    return { renamed, stored };
  }

  /** How many edits and refusals this tab, and the storage for all tabs of this user and workspace, would lose. */
  async countUnsaved(): Promise<number> {
    const stored = await this.#inOrder((storage) => this.#tried(() => storage.held()));
    const here = [...this.#entries, ...this.#refusals].map(({ mutation }) => mutation.id);
    return new Set([...here, ...(stored ?? [])]).size;
  }

  /** Forgets everything here, and in the storage what no other living tab holds. */
  async clear(): Promise<void> {
    this.#entries = [];
    this.#refusals = [];
    await this.#inOrder((storage) => this.#tried(() => storage.clear()));
  }

  /** Lets go of the storage once all is written. */
  async close(): Promise<void> {
    await this.#inOrder((storage) => {
      storage.close();
      return Promise.resolve();
    });
  }

  #take({ mutations, refusals }: LeftBehind): void {
    const known = new Set(this.#entries.map(({ mutation }) => mutation.id));
    const entries = mutations
      .filter(({ id }) => !known.has(id))
      .map((mutation) => ({ mutation, bytes: bytesOf(mutation), isStored: true, isQueued: true }));
    this.#entries = [...entries, ...this.#entries];
    this.#refusals = [...refusals, ...this.#refusals];
    for (const { mutation } of refusals) this.#noteSettled(mutation.id);
  }

  #noteSettled(id: MutationId): void {
    const { clientId, counter } = splitMutationId(id);
    this.#settled.set(clientId, Math.max(counter, this.#settled.get(clientId) ?? 0));
  }

  #drop(ids: readonly MutationId[]): void {
    const gone = new Set(ids);
    this.#entries = this.#entries.filter(({ mutation }) => !gone.has(mutation.id));
  }

  #queue(): readonly Waiting[] {
    const fresh = this.#entries.filter(
      ({ isQueued, isStored }) => !isQueued && (isStored || this.#isFailing),
    );
    for (const entry of fresh) entry.isQueued = true;
    return fresh.map(waitingOf);
  }

  async #write(write: StorageWrite): Promise<void> {
    this.#owed = {
      remove: [...this.#owed.remove, ...(write.remove ?? [])],
      refuse: [...this.#owed.refuse, ...(write.refuse ?? [])],
      settle: [...this.#owed.settle, ...(write.settle ?? [])],
    };
    const entries = this.#entries.filter(({ isStored }) => !isStored);
    const whole = { ...this.#owed, put: entries.map(({ mutation }) => mutation) };
    if (Object.values(whole).every((list) => list.length === 0)) return;
    if (!(await this.#tried(() => this.#storage?.write(whole).then(() => true) ?? Promise.resolve(true))))
      return;
    this.#owed = NOTHING;
    for (const entry of entries) entry.isStored = true;
    for (const { mutation } of whole.refuse) this.#noteSettled(mutation.id);
  }

  async #tried<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const result = await this.#patience(work());
      this.#isFailing = false;
      return result;
    } catch {
      this.#isFailing = true;
      return null;
    }
  }

  #inOrder<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
    // The first piece of work opens the storage; whatever is asked for before waits behind it.
    const done = this.#work.then(() => work(this.#storage ?? memoryStorage()));
    this.#work = done;
    return done;
  }
}

function waitingOf({ mutation, bytes }: Entry): Waiting {
  return { id: mutation.id, bytes };
}
