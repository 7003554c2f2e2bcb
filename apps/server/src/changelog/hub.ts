/**
 * Open windows and what they may do: the server's side of the protocol without a transport. The gateway puts
 * Socket.IO in front of it, the simulation a virtual network.
 *
 *   const session = hub.connect(connection, caller)      after the handshake has found who it is
 *   session.open(request, reply)                         reply first, then catch-up, then live
 *   session.push(request, reply)                         one verdict for each mutation
 *   session.here(whereabouts)
 *   session.disconnected()                               the connection is gone
 *
 * Requests come as they arrived: nothing in them is trusted before it has been read.
 */
import { HEARTBEAT_MS } from '@stationkeeper/protocol';
import { concerns, type AccessEvent } from '../identity/access-events.ts';
import type { AccessPort, Caller } from './access-port.ts';
import type { Changelog } from './create-changelog.ts';
import type { Clock } from './clock.ts';
import { PlainRooms, type Connection, type Rooms } from './connection.ts';
import type { Log } from './log.ts';
import { Room } from './room.ts';
import { Session, type Seat } from './session.ts';
import { Buckets, type BucketSize } from './token-bucket.ts';

/** What the hub is made of. */
export interface HubParts {
  readonly changelog: Changelog;
  readonly access: AccessPort;
  readonly clock: Clock;
  readonly log: Log;
  /** By default one `send` for each connection. */
  readonly rooms?: Rooms;
  readonly limits?: Partial<Limits>;
}

/** How much one person may ask for, over all of their windows. */
export interface Limits {
  /** Mutations. */
  readonly mutations: BucketSize;
  /** Messages of any kind. */
  readonly messages: BucketSize;
}

const LIMITS: Limits = {
  // A paste of some thousand cells at once; in the long run, more than any person types or drags.
  mutations: { capacity: 5_000, perSecond: 500 },
  // Several windows of one person, each pushing as fast as it is answered; a page by itself sends a few a second.
  messages: { capacity: 600, perSecond: 200 },
};

/** Each window is looked at again after so many heartbeats: five minutes. */
const RECHECK_EVERY_BEATS = 20;

/** A push that is not answered yet, and the seat that it was made from. */
interface Pushing {
  readonly session: Session;
  readonly seat: Seat;
}

/** All open windows of this process. */
export class Hub {
  readonly parts: Omit<HubParts, 'limits' | 'rooms'> & { readonly rooms: Rooms };
  readonly mutationBuckets: Buckets;
  readonly messageBuckets: Buckets;
  /** Each window with its turn to be looked at again. */
  readonly #sessions = new Map<Session, number>();
  readonly #rooms = new Map<string, Room>();
  readonly #pushing = new Set<Pushing>();
  readonly #stops: (() => void)[] = [];
  #cancelHeartbeat: (() => void) | null = null;
  #beats = 0;
  #nextTurn = 0;
  #accessVersion = 0;

  constructor(parts: HubParts) {
    this.parts = { ...parts, rooms: parts.rooms ?? new PlainRooms() };
    this.mutationBuckets = new Buckets(parts.limits?.mutations ?? LIMITS.mutations);
    this.messageBuckets = new Buckets(parts.limits?.messages ?? LIMITS.messages);
  }

  start(): void {
    this.#stops.push(this.parts.access.subscribe((event) => this.#onAccess(event)));
    this.#stops.push(this.parts.changelog.onLost((workspaceId) => this.#closeRoom(workspaceId)));
    this.#scheduleHeartbeat();
  }

  /** Ends timers and subscriptions; connections are the transport's to close. */
  stop(): void {
    this.#cancelHeartbeat?.();
    for (const stop of this.#stops.splice(0)) stop();
    for (const room of this.#rooms.values()) room.stop();
    this.#rooms.clear();
  }

  /** Takes in a connection whose person is known. */
  connect(connection: Connection, caller: Caller): Session {
    const session = new Session(this, connection, caller);
    this.#sessions.set(session, this.#nextTurn++ % RECHECK_EVERY_BEATS);
    return session;
  }

  /** The session's connection is gone. */
  forget(session: Session): void {
    this.#sessions.delete(session);
  }

  /** The workspace's room, made when the first window opens it, and held until `release`. */
  async holdRoom(workspaceId: string): Promise<Room> {
    const version = this.#accessVersion;
    const memberIds = this.#rooms.has(workspaceId) ? null : await this.parts.access.memberIds(workspaceId);
    // Asked for last: a room must watch the replica before that can be forgotten.
    const replica = await this.parts.changelog.replica(workspaceId);
    const known = this.#rooms.get(workspaceId);
    // It was given up meanwhile, or somebody has joined or gone since its members were read.
    if (!known && (!memberIds || version !== this.#accessVersion)) return this.holdRoom(workspaceId);
    const room = known ?? new Room(replica, memberIds ?? new Set(), this.parts);
    this.#rooms.set(workspaceId, room);
    room.hold();
    return room;
  }

  release(room: Room): void {
    room.release();
    this.giveUpIfEmpty(room);
  }

  /** A room that nobody is in is given up. */
  giveUpIfEmpty(room: Room): void {
    if (!room.isEmpty || this.#rooms.get(room.workspaceId) !== room) return;
    room.stop();
    this.#rooms.delete(room.workspaceId);
  }

  /** How many windows are open, for the operator. */
  get sessionCount(): number {
    return this.#sessions.size;
  }

  #scheduleHeartbeat(): void {
    this.#cancelHeartbeat = this.parts.clock.after(HEARTBEAT_MS, () => {
      this.#beat();
      this.#scheduleHeartbeat();
    });
  }

  /** Says each head, having looked first whether another process has moved it (SPEC H1). */
  #beat(): void {
    const now = this.parts.clock.now();
    this.mutationBuckets.sweep(now);
    this.messageBuckets.sweep(now);
    this.parts.changelog.evict();
    for (const room of this.#rooms.values()) void room.beat();
    this.#recheckSome();
  }

  /** Sessions run out without an event: each window is looked at again once in a while, some with each beat. */
  #recheckSome(): void {
    this.#beats += 1;
    const turn = this.#beats % RECHECK_EVERY_BEATS;
    for (const [session, its] of this.#sessions) {
      if (session.isUnsure) void session.lookAgain();
      else if (its === turn) void session.lookAgain({ isPatient: true });
    }
  }

  /** Runs a push; what happens to the person's access meanwhile reaches its seat, though the window may be gone (SPEC A2). */
  async whilePushing<T>(pushing: Pushing, run: () => Promise<T>): Promise<T> {
    this.#pushing.add(pushing);
    try {
      return await run();
    } finally {
      this.#pushing.delete(pushing);
    }
  }

  #onAccess(event: AccessEvent): void {
    this.#accessVersion += 1;
    for (const room of this.#rooms.values()) room.onAccess(event);
    for (const session of this.#sessions.keys()) {
      if (concerns(event, session.caller)) session.onAccess(event);
    }
    for (const { session, seat } of this.#pushing) {
      if (session.seat !== seat && concerns(event, session.caller)) keepInStep(seat, event);
    }
  }

  #closeRoom(workspaceId: string): void {
    const room = this.#rooms.get(workspaceId);
    for (const session of this.#sessions.keys()) session.onLost(workspaceId);
    if (room) this.giveUpIfEmpty(room);
  }
}

/** A seat that its window has left hears of access here alone. Where the news may have been missed, nothing is known. */
function keepInStep(seat: Seat, event: AccessEvent): void {
  if (event.kind === 'signed-out' || event.kind === 'everything-may-have-changed') seat.isBarred = true;
  else if (event.workspaceId !== seat.room.workspaceId) return;
  else if (event.kind === 'removed') seat.isBarred = true;
  else if (event.kind === 'role-changed') seat.role = event.role;
}
