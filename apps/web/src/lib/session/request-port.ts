/**
 * The door through which the server's half of the app reads: Express puts it into an AsyncLocalStorage before Kit renders,
 * already bound to the person who asks, so that a page can reach nothing that the gate would refuse.
 */
import type { AnyRecord } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import type { RecordSource } from './records.svelte.ts';

/** The person who asks. */
export type SignedInUser = { readonly id: string; readonly name: string; readonly email: string };

/** A workspace of which the person is a member. */
export type WorkspaceSummary = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
};

/** A member's name, for histories, watchers and avatars. */
export type MemberName = { readonly userId: string; readonly name: string; readonly role: Role };

/** Records at a seq, read-only. */
export type ReadableState = RecordSource & {
  readonly head: number;
  readonly all: () => Iterable<AnyRecord>;
};

/** One workspace as this person may read it. */
export type OpenedWorkspace = WorkspaceSummary & {
  readonly members: readonly MemberName[];
  readonly state: ReadableState;
};

/** What a page may ask of the server. */
export type RequestPort = {
  readonly user: SignedInUser | null;
  /** True until the first account has been made. */
  readonly needsSetup: boolean;
  readonly workspaces: () => Promise<readonly WorkspaceSummary[]>;
  /** Null when there is none or the person is no member: the two look the same. */
  readonly openWorkspace: (slug: string) => Promise<OpenedWorkspace | null>;
};

type Storage = { getStore: () => RequestPort | undefined };

/** The port of the request that is being answered; there is none in the browser. */
export function requestPort(): RequestPort {
  const storage = (globalThis as Record<symbol, unknown>)[Symbol.for('stationkeeper.request')];
  const port = (storage as Storage | undefined)?.getStore();
  if (!port) throw new Error('The app is rendered outside a request: no read port is there.');
  return port;
}
