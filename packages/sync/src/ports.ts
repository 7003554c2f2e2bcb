/**
 * What the client half needs from the world. `client.ts` drives the pure machine through these and nothing
 * else, so that the same client runs in a page, in a worker and on a virtual network in the tests.
 */
import type { ErrorBody } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import type {
  Change,
  Mutation,
  MutationId,
  OpenReply,
  OpenRequest,
  Person,
  PushReply,
  PushRequest,
  Snapshot,
  Whereabouts,
} from '@stationkeeper/protocol';
import type { Refusal } from './refusal.ts';

/** What one connection tells. After `disconnected` or `closed` it says nothing more. */
export interface ConnectionListener {
  connected(): void;
  /** The connection failed, or was never made. */
  disconnected(): void;
  /** The server shut the door and said why. */
  closed(error: ErrorBody): void;
  changes(changes: readonly Change[]): void;
  head(head: number): void;
  presence(people: readonly Person[]): void;
  access(role: Role): void;
  members(): void;
}

/** One connection, good until it fails once. A reply that never comes is never called back. */
export interface Connection {
  open(request: OpenRequest, reply: (answer: OpenReply) => void): void;
  push(request: PushRequest, reply: (answer: PushReply) => void): void;
  here(whereabouts: Whereabouts): void;
  close(): void;
}

/** Makes connections. Messages of one connection arrive in order; between two connections nothing is promised. */
export interface Transport {
  connect(listener: ConnectionListener): Connection;
}

/** What is written down together, all or nothing. */
export interface StorageWrite {
  readonly put?: readonly Mutation[];
  /** The server has them for good. */
  readonly remove?: readonly MutationId[];
  /** The server refused them: they leave the waiting mutations and stay as refusals. */
  readonly refuse?: readonly Refusal[];
  /** Refusals that a person has settled. */
  readonly settle?: readonly MutationId[];
}

/** What a client that is gone left behind; its mutations by counter. */
export interface LeftBehind {
  readonly clientId: string;
  readonly mutations: readonly Mutation[];
  readonly refusals: readonly Refusal[];
}

/** What waits in this browser for one user and workspace. Every call may fail: edits are then kept in memory only. */
export interface Storage {
  /** `memory`: what waits is gone with the tab. */
  readonly kind: 'persistent' | 'memory';
  /** Marks a client id as alive for as long as this tab lives. */
  claim(clientId: string): Promise<void>;
  /** Takes over all clients that hold something and whose tab is gone; each goes to one taker. */
  adopt(): Promise<readonly LeftBehind[]>;
  /** Leaves adopted clients to whoever adopts next. */
  giveBack(clientIds: readonly string[]): void;
  write(write: StorageWrite): Promise<void>;
  /** The edits and refusals that all tabs of this user and workspace hold. */
  held(): Promise<readonly MutationId[]>;
  /** Forgets all of this user and workspace but what another living tab holds: sign-out, after the person was warned. */
  clear(): Promise<void>;
  /** Lets go of all client ids. */
  close(): void;
}

/** A moment at which to be called; `cancel` more than once does no harm. */
export interface Alarm {
  cancel(): void;
}

/** Time, in milliseconds. */
export interface Clock {
  now(): number;
  after(delayMs: number, call: () => void): Alarm;
}

/** Chance. */
export interface Random {
  /** A UUID, version 7, so that ids sort by when they were made. */
  uuid(): string;
  /** At least 0, below 1. */
  fraction(): number;
}

/** What the browser says of the network and the page. */
export interface Surroundings {
  isOnline(): boolean;
  /** `resumed`: the page is looked at again, perhaps after a long sleep. Returns how to stop listening. */
  listen(on: { network(isOnline: boolean): void; resumed(): void }): () => void;
}

/** Fetches the present state over HTTP, when the client is too far behind to catch up. */
export type FetchSnapshot = () => Promise<Snapshot>;
