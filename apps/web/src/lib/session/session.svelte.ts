/**
 * One open workspace, as every component sees it: the records, who one is and may be, who else is here, whether it is
 * live, and the one way to write. On the server the same class reads the server's own replica and writes nothing.
 */
import type { Change, Op, Person } from '@stationkeeper/protocol';
import { can, type Action, type Role } from '@stationkeeper/domain/access/roles';
import type { Connection } from './connection.ts';
import { Records, type RecordSource } from './records.svelte.ts';
import type { MemberName, SignedInUser } from './request-port.ts';
import { Arrivals } from './arrivals.svelte.ts';
import { Refusals } from './refusals.svelte.ts';

/** The workspace as far as it has a name. */
export type WorkspaceName = { readonly id: string; readonly slug: string; readonly name: string };

/** What a session is made of. */
export type SessionStart = {
  readonly workspace: WorkspaceName;
  readonly user: SignedInUser;
  readonly role: Role;
  readonly members: readonly MemberName[];
  readonly source: RecordSource;
  readonly recent: readonly Change[];
};

/** What may be said of an edit beside what it does. */
export type MutateOptions = {
  readonly reason?: string | null;
  readonly undoes?: number | null;
  readonly groupId?: string | null;
};

/** The writer behind a session: the client of packages/sync, once it runs. */
export type SessionWriter = { readonly mutate: (ops: readonly Op[], options: MutateOptions) => void };

/** How many of the latest changes are kept at hand for the activity list. */
const MOST_RECENT = 50;

export class Session {
  readonly workspace: WorkspaceName;
  readonly user: SignedInUser;
  readonly records: Records;
  readonly arrivals = new Arrivals();
  readonly refusals = new Refusals();
  role = $state.raw<Role>('viewer');
  connection = $state.raw<Connection>({ status: 'connecting', waiting: 0 });
  people = $state.raw<readonly Person[]>([]);
  members = $state.raw<readonly MemberName[]>([]);
  /** The latest changes, newest first. */
  recent = $state.raw<readonly Change[]>([]);
  #writer: SessionWriter | null = null;

  constructor(start: SessionStart) {
    this.workspace = start.workspace;
    this.user = start.user;
    this.role = start.role;
    this.members = start.members;
    this.records = new Records(start.source);
    this.recent = start.recent;
  }

  /** Whether this person's role allows it; controls that would be refused are not shown. */
  can(action: Action): boolean {
    return can(this.role, action);
  }

  /** Asks for a change. It shows at once; the header says until when it waits. */
  mutate(ops: readonly Op[], options: MutateOptions = {}): void {
    this.#writer?.mutate(ops, options);
  }

  /** The name of a person who acted; former members keep a name in the log only as long as the server knows it. */
  nameOf(userId: string): string {
    if (userId === 'system') return 'Stationkeeper';
    if (userId === this.user.id) return this.user.name;
    return this.members.find((member) => member.userId === userId)?.name ?? 'A former member';
  }

  /** Lets a writer in, when the page lives on the log. */
  attach(writer: SessionWriter): void {
    this.#writer = writer;
  }

  /** Keeps a change that has been folded in, for the activity list. */
  remember(changes: readonly Change[]): void {
    const known = new Set(this.recent.map(({ seq }) => seq));
    const fresh = changes.filter(({ seq }) => !known.has(seq)).toReversed();
    if (fresh.length > 0) this.recent = [...fresh, ...this.recent].slice(0, MOST_RECENT);
  }
}
