/**
 * One open workspace, as every component sees it: the records, who one is and may be, who else is here, whether it is
 * live, and the one way to write. On the server the same class reads the server's own replica and writes nothing; in the
 * browser `connect()` hands it the client of packages/sync, which from then on owns the truth.
 */
import type { Change, Op, Person, Whereabouts } from '@stationkeeper/protocol';
import { AppError, type ErrorBody, type Names } from '@stationkeeper/domain';
import { can, type Action, type Role } from '@stationkeeper/domain/access/roles';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import type {
  ClientEvent,
  ClientStatus,
  MutateOptions,
  Refusal,
  Settlement,
  SyncClient,
} from '@stationkeeper/sync';
import { Arrivals } from './arrivals.svelte.ts';
import type { Connection } from './connection.ts';
import { OwnEdits } from './own-edits.ts';
import { Records, type RecordSource } from './records.svelte.ts';
import type { MemberName, SignedInUser } from './request-port.ts';
import { Today } from './today.svelte.ts';

/** The workspace as far as it has a name. */
export type WorkspaceName = { readonly id: string; readonly slug: string; readonly name: string };

/** What a session is made of. */
export type SessionStart = {
  readonly workspace: WorkspaceName;
  readonly user: SignedInUser;
  readonly role: Role;
  readonly members: readonly MemberName[];
  readonly source: RecordSource;
};

/** What came of asking for a change: on its way, or not even asked for, with the reason. */
export type Asked = { readonly ok: true } | { readonly ok: false; readonly error: ErrorBody };

/** How many of the latest changes are kept at hand for the activity list. */
const MOST_RECENT = 200;

export class Session {
  readonly workspace: WorkspaceName;
  readonly user: SignedInUser;
  readonly records: Records;
  readonly arrivals = new Arrivals();
  role = $state.raw<Role>('viewer');
  connection = $state.raw<Connection>({ status: 'connecting', waiting: 0 });
  /** Why the server shut the door, once it has. */
  closedBy = $state.raw<ErrorBody | null>(null);
  /** On the way out by one's own wish: the door that shuts then is no news. */
  isLeaving = $state(false);
  people = $state.raw<readonly Person[]>([]);
  members = $state.raw<readonly MemberName[]>([]);
  /** Edits that were not accepted and that nobody has settled, oldest first. */
  refusals = $state.raw<readonly Refusal[]>([]);
  /** The latest changes, newest first. */
  recent = $state.raw<readonly Change[]>([]);
  readonly #own = new OwnEdits();
  #client: SyncClient | null = null;
  /** A record's page says where one is before the client has been connected. */
  #whereabouts: Whereabouts | null = null;
  readonly #onMembers: () => void;
  readonly #clock = new Today();
  /** How records and people are called, for everything that puts values into words. */
  readonly names: Names = {
    titleOf: (recordId) => this.records.title(recordId),
    nameOf: (userId) => this.nameOf(userId),
  };

  constructor(start: SessionStart, onMembers: () => void = () => undefined) {
    this.workspace = start.workspace;
    this.user = start.user;
    this.role = start.role;
    this.members = start.members;
    this.records = new Records(start.source);
    this.#onMembers = onMembers;
  }

  /** Lives on the log from now on; gives back how to stop. */
  connect(client: SyncClient): () => void {
    this.#client = client;
    const unsubscribe = client.subscribe((event) => {
      this.#take(event);
    });
    client.start();
    if (this.#whereabouts) client.setWhereabouts(this.#whereabouts);
    return () => {
      unsubscribe();
      client.stop();
      this.#client = null;
    };
  }

  /** The day that lateness is judged by; moves on at midnight. */
  get today(): CivilDay {
    return this.#clock.day;
  }

  /** Whether this person's role allows it; controls that would be refused are not shown. */
  can(action: Action): boolean {
    return can(this.role, action);
  }

  /** Asks for a change. It shows at once; the header says until when it waits. */
  mutate(ops: readonly Op[], options: MutateOptions = {}): Asked {
    return this.#ask((client) => {
      this.#own.asked(client.mutate(ops, options));
    });
  }

  /** Asks to take a change back. */
  undo(change: Change): Asked {
    return this.#ask((client) => client.undo(change));
  }

  /** Takes one's own last edit of this page back, at once or as soon as it has an answer; false where there is none. */
  undoLast(): boolean {
    const last = this.#own.takeLast((id) => this.#client?.isPending(id) ?? false);
    if (last === null) return false;
    return last === 'coming' || this.undo(last).ok;
  }

  /** Settles an edit that was not accepted. */
  settle(refusal: Refusal, choice: Settlement): Asked {
    return this.#ask((client) => client.settle(refusal.mutation.id, choice));
  }

  /** Tells the others where one is. */
  setWhereabouts(whereabouts: Whereabouts): void {
    this.#whereabouts = whereabouts;
    this.#client?.setWhereabouts(whereabouts);
  }

  /** How many of one's changes in this browser are not saved or not settled, in all tabs of this workspace. */
  async countUnsaved(): Promise<number> {
    return (await this.#client?.countUnsaved()) ?? 0;
  }

  /** Forgets what waits in this browser: only on the way out. */
  async forget(): Promise<void> {
    await this.#client?.forget();
  }

  /** Takes in changes that were made before this page was opened, for the activity list. */
  remember(changes: readonly Change[]): void {
    const bySeq = new Map([...changes, ...this.recent].map((change) => [change.seq, change]));
    this.recent = [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, MOST_RECENT);
  }

  /** The name of a person who acted. */
  nameOf(userId: string): string {
    if (userId === 'system') return 'Stationkeeper';
    if (userId === this.user.id) return this.user.name;
    return this.members.find((member) => member.userId === userId)?.name ?? 'A former member';
  }

  /** The others who are in this record, and in this field of it where one is named. */
  othersAt(recordId: string, field?: string): readonly Person[] {
    return this.people.filter(
      (person) =>
        person.userId !== this.user.id &&
        person.recordId === recordId &&
        (field === undefined || person.field === field),
    );
  }

  #ask(run: (client: SyncClient) => unknown): Asked {
    if (!this.#client) return refused('unavailable', 'The page is still loading. Try again in a moment.');
    try {
      run(this.#client);
      return { ok: true };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toBody() };
      throw error;
    }
  }

  #take(event: ClientEvent): void {
    switch (event.kind) {
      case 'records':
        this.#takeRecords(event);
        break;
      case 'status':
        this.#takeStatus(event.status);
        break;
      case 'refusals':
        this.refusals = event.refusals;
        break;
      case 'presence':
        this.people = event.people;
        break;
      case 'members':
        this.#onMembers();
        break;
    }
  }

  #takeRecords(event: Extract<ClientEvent, { kind: 'records' }>): void {
    if (event.isReload) this.records.touchAll();
    else this.records.touch(event.types);
    const newestFirst = event.changes.map(({ change }) => change).toReversed();
    if (newestFirst.length === 0) return;
    this.recent = [...newestFirst, ...this.recent].slice(0, MOST_RECENT);
    const own = event.changes.filter(({ isOwn }) => isOwn).map(({ change }) => change);
    const wished = this.#own.seen(own);
    // Not from inside the client's own announcement.
    queueMicrotask(() => wished.forEach((change) => this.undo(change)));
    this.arrivals.note(event.changes.filter(({ isOwn }) => !isOwn).map(({ change }) => change));
  }

  #takeStatus(status: ClientStatus): void {
    this.connection = { status: status.connection, waiting: status.waiting };
    this.closedBy = status.closedBy;
    if (status.role !== null) this.role = status.role;
  }
}

function refused(code: ErrorBody['code'], message: string): Asked {
  return { ok: false, error: { code, message } };
}
