/** The client half as the rest of the page sees it; `createClient` in client.ts makes one. */
import type { ErrorBody, RecordType } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import type { Change, MutationId, Op, Person, Whereabouts, WorkspaceState } from '@stationkeeper/protocol';
import type { Clock, FetchSnapshot, Random, Storage, Surroundings, Transport } from './ports.ts';
import type { Refusal, Settlement } from './refusal.ts';

/** What a client is made of. */
export interface ClientOptions {
  /** The slug or id by which `open` asks for the workspace. */
  readonly workspace: string;
  readonly userId: string;
  /** The records to start from; from now on the client's own: it folds changes and waiting edits into it, in place. */
  readonly view: WorkspaceState;
  readonly fetchSnapshot: FetchSnapshot;
  readonly transport: Transport;
  /** Opens what waits in this browser; called once, by `start()`. */
  readonly openStorage: () => Promise<Storage>;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly surroundings?: Surroundings;
}

/** What may be said of an edit beside what it does. */
export interface MutateOptions {
  readonly reason?: string | null;
  /** Edits of one act (a paste, an import) share a UUID and are undone together. */
  readonly groupId?: string | null;
  /** The seq of the change that this takes back. */
  readonly undoes?: number | null;
}

/**
 * Where the client stands, truthfully.
 *
 *   connecting    not yet live since start()
 *   live          opened, caught up, and heard of within two heartbeats
 *   reconnecting  was live and tries to be again
 *   offline       not connected, and the browser says that there is no network
 *   closed        stopped, or the server shut the door: `closedBy` says why
 */
export interface ClientStatus {
  readonly connection: 'connecting' | 'live' | 'reconnecting' | 'offline' | 'closed';
  /** Edits that the server has not answered yet. */
  readonly waiting: number;
  /** `memory`: what waits is gone with the tab (private window, full disk, no Web Locks). `opening`: not known yet. */
  readonly storage: 'opening' | 'persistent' | 'memory';
  /** What the server says this person may do; null before it has said so. */
  readonly role: Role | null;
  readonly closedBy: ErrorBody | null;
}

/** A confirmed change that has been folded in. */
export interface SeenChange {
  readonly change: Change;
  readonly ids: readonly string[];
  readonly types: ReadonlySet<RecordType>;
  /** Asked for by this tab. The same person's other tabs are told apart by `change.actor`. */
  readonly isOwn: boolean;
}

/**
 * What a listener is told.
 *
 *   records   `ids` (of `types`) show something else now. `changes`: the confirmed ones that were folded in, oldest
 *             first, also those that changed nothing on screen because it was shown already; empty for one's own new edit.
 *             `isReload`: a whole snapshot replaced the records; `changes` does not tell the difference.
 */
export type ClientEvent =
  | {
      readonly kind: 'records';
      readonly ids: ReadonlySet<string>;
      readonly types: ReadonlySet<RecordType>;
      readonly changes: readonly SeenChange[];
      readonly isReload: boolean;
    }
  | { readonly kind: 'status'; readonly status: ClientStatus }
  | { readonly kind: 'refusals'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'presence'; readonly people: readonly Person[] }
  /** The list of members is another: read it again. */
  | { readonly kind: 'members' };

/** One open workspace: what stands, what waits, and the one way to write. */
export interface SyncClient {
  /** Confirmed changes with the waiting edits on top; always the same object. Read only. */
  readonly view: WorkspaceState;
  readonly status: ClientStatus;
  /** Edits that were not accepted and that nobody has settled, oldest first. */
  readonly refusals: readonly Refusal[];
  readonly people: readonly Person[];
  /** The latest confirmed changes that arrived here, oldest first; at most 500. */
  readonly changesSeen: readonly SeenChange[];
  /** Opens the storage, adopts what closed tabs left, connects. Once. */
  start(): void;
  /** Leaves the workspace; what waits stays stored. */
  stop(): void;
  /**
   * Asks for a change. It shows in `view` before this returns, is stored, and is sent when it can be.
   * @throws AppError `malformed`, `invalid-value` or `too-large`: nothing was changed.
   */
  mutate(ops: readonly Op[], options?: MutateOptions): MutationId;
  /** Asks to take changes back: given newest first or not, the newest goes first, and several are one group. */
  undo(
    changes: Change | readonly Change[],
    options?: { readonly reason?: string | null },
  ): readonly MutationId[];
  /** Whether a change may still come of an edit: false once it has come, was refused, or has turned out to change nothing. */
  isPending(id: MutationId): boolean;
  /** Settles a refusal; the id of the new edit where one was made. An id that is no refusal does nothing. */
  settle(id: MutationId, choice: Settlement): MutationId | null;
  /** Says where this person is; said again after each reconnect. */
  setWhereabouts(whereabouts: Whereabouts): void;
  /** How many edits wait, or were refused and are not settled, in all tabs of this user and workspace. */
  countUnsaved(): Promise<number>;
  /** Sign-out: forgets what waits in this browser for this user and workspace, but for other living tabs', and stops. */
  forget(): Promise<void>;
  /** Returns how to stop listening. */
  subscribe(listener: (event: ClientEvent) => void): () => void;
}
