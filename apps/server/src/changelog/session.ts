/**
 * One open window: at most one workspace at a time, and the role held there now.
 *
 *   connected ──open──> inside (seat: room, role) ──open another, removed, signed out, gone──> connected | closed
 *
 * Access may change while an `open` is still asking the database. So each change that concerns the person counts
 * up `#accessVersion`, and an answer that was asked for under an older version is asked for again (SPEC A3).
 */
import type { ErrorBody } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import type { OpenReply, PushReply, Whereabouts } from '@stationkeeper/protocol';
import type { AccessEvent } from '../identity/access-events.ts';
import type { Caller } from './access-port.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { openWorkspace } from './open-workspace.ts';
import { pushMutations } from './push-mutations.ts';
import { refusalOf } from './refusal-of.ts';
import type { Room } from './room.ts';

/** A place in a workspace. `role` is the one held now; null once the person has been put out. */
export interface Seat {
  readonly room: Room;
  role: Role | null;
  /** Whether the door has been shut on what still waits to be judged: signed out, removed, put out. */
  isBarred?: boolean;
}

/** A larger message counts as several: to read it costs as much. */
const BYTES_OF_A_MESSAGE = 10_000;

/** A connection with the person behind it. */
export class Session {
  readonly caller: Caller;
  readonly connection: Connection;
  readonly #hub: Hub;
  #seat: Seat | null = null;
  #accessVersion = 0;
  #isClosed = false;
  #isUnsure = false;

  constructor(hub: Hub, connection: Connection, caller: Caller) {
    this.#hub = hub;
    this.connection = connection;
    this.caller = caller;
  }

  get hub(): Hub {
    return this.#hub;
  }

  get seat(): Seat | null {
    return this.#seat;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether it could not be found out, the last time, what this person may do. */
  get isUnsure(): boolean {
    return this.#isUnsure;
  }

  /** Moves with every change of what this person may do. */
  get accessVersion(): number {
    return this.#accessVersion;
  }

  /** Answers once; then, if opened, the changes follow in order. Never throws. */
  open(request: unknown, reply: (answer: OpenReply) => void): void {
    openWorkspace(this, request).then(
      (opening) => {
        reply(opening.reply);
        opening.start?.();
      },
      (error: unknown) => reply({ status: 'refused', error: this.refusal(error, 'open') }),
    );
  }

  /** Answers once. Never throws. `bytes`: the size of the message. */
  push(request: unknown, reply: (answer: PushReply) => void, bytes = 0): void {
    pushMutations(this, request, bytes).then(reply, (error: unknown) =>
      reply({ status: 'refused', error: this.refusal(error, 'push') }),
    );
  }

  /** Notes where the person is; what cannot be read is passed over, as nothing hangs on it. */
  here(whereabouts: Whereabouts): void {
    this.#seat?.room.presence.move(this.connection.id, whereabouts);
  }

  /** Takes a message, by its size, from the person's allowance: how long to wait, 0 for not at all. */
  takeMessage(bytes = 0): number {
    const cost = Math.max(1, Math.ceil(bytes / BYTES_OF_A_MESSAGE));
    return this.#hub.messageBuckets.take(this.caller.userId, cost, this.#hub.parts.clock.now());
  }

  /** Takes the seat, giving up another. */
  sit(seat: Seat): void {
    this.stand();
    this.#seat = seat;
    seat.room.enter(this.connection);
    const { userId, name } = this.caller;
    const connectionId = this.connection.id;
    seat.room.presence.enter({ connectionId, userId, name, recordId: null, field: null });
  }

  /** Gives up the seat. */
  stand(): void {
    const seat = this.#seat;
    if (!seat) return;
    this.#seat = null;
    seat.room.leave(this.connection);
    this.#hub.giveUpIfEmpty(seat.room);
  }

  /** The connection is gone. */
  disconnected(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.stand();
    this.#hub.forget(this);
  }

  /** Acts at once on a change of what this person may do (SPEC A3). */
  onAccess(event: AccessEvent): void {
    this.#accessVersion += 1;
    switch (event.kind) {
      case 'role-changed':
        this.#onRole(event.workspaceId, event.role);
        return;
      case 'removed':
        this.#onRole(event.workspaceId, null);
        return;
      case 'signed-out':
        this.close(SIGNED_OUT);
        return;
      case 'everything-may-have-changed':
        void this.lookAgain();
        return;
      case 'joined':
        return;
    }
  }

  /** Asks whether the session still stands and which role is held, and acts on it. `isPatient`: with no answer, is asked once more. */
  async lookAgain({ isPatient = false } = {}): Promise<void> {
    const { access } = this.#hub.parts;
    const version = this.#accessVersion;
    try {
      const isSignedIn = await access.isSignedIn(this.caller);
      const seat = this.#seat;
      const role = seat ? await access.roleOf(this.caller.userId, seat.room.workspaceId) : null;
      this.#isUnsure = false;
      if (version !== this.#accessVersion || this.#isClosed) return;
      if (!isSignedIn) this.close(SIGNED_OUT);
      else if (seat) this.#onRole(seat.room.workspaceId, role);
    } catch (error) {
      this.#isUnsure = isPatient;
      // Not knowing is no permission: the window comes back when the database does.
      if (!isPatient) this.close(this.refusal(error, 'access'));
    }
  }

  /** The workspace's log was replaced: what this window shows may never have been. */
  onLost(workspaceId: string): void {
    if (this.#seat?.room.workspaceId === workspaceId) this.close(LOG_REPLACED);
  }

  /** Says why, and ends the connection. */
  close(error: ErrorBody): void {
    if (this.#isClosed) return;
    if (this.#seat) this.#seat.isBarred = true;
    this.connection.send('closed', { error });
    this.disconnected();
    this.connection.close();
  }

  /** An error as it leaves: known ones as they are, others logged whole and sent as `internal`. */
  refusal(error: unknown, during: string): ErrorBody {
    return refusalOf(error, this.#hub.parts.log, { during, userId: this.caller.userId });
  }

  #onRole(workspaceId: string, role: Role | null): void {
    const seat = this.#seat;
    if (seat?.room.workspaceId !== workspaceId || seat.role === role) return;
    seat.role = role;
    if (role === null) this.close(REMOVED);
    else this.connection.send('access', { role });
  }
}

const SIGNED_OUT: ErrorBody = {
  code: 'not-signed-in',
  message: 'You have been signed out. Sign in again to go on; waiting edits are kept in this browser.',
};
const REMOVED: ErrorBody = {
  code: 'not-found',
  message: 'You are no longer a member of this workspace.',
};
const LOG_REPLACED: ErrorBody = {
  code: 'unavailable',
  message: 'The workspace has been replaced, perhaps from a backup. Reload to see it.',
  details: { retryAfterMs: 1_000 },
};
