/** What the hub asks of identity: who may do what now, and the news when that changes. */
import type { Role } from '@stationkeeper/domain/access/roles';
import type { AccessEvent } from '../identity/access-events.ts';

/** The person and the session behind a connection, as the handshake found them. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly sessionId: string;
}

/** Identity, as far as the log is concerned. */
export interface AccessPort {
  /** The workspace of this slug and the caller's role there; null for outsiders, whether it exists or not. */
  membership(
    userId: string,
    workspace: string,
  ): Promise<{ readonly workspaceId: string; readonly role: Role } | null>;
  /** The role somebody has in a workspace now. */
  roleOf(userId: string, workspaceId: string): Promise<Role | null>;
  /** The user ids of all members. */
  memberIds(workspaceId: string): Promise<ReadonlySet<string>>;
  /** Whether this session still stands. */
  isSignedIn(caller: Caller): Promise<boolean>;
  /** Calls the listener, after the fact, for every change of access; the answer ends that. */
  subscribe(listener: (event: AccessEvent) => void): () => void;
}
