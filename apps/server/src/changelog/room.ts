/** One workspace as its open windows share it: fan-out, the people in it, the members that a field may name. */
import type { AccessEvent } from '../identity/access-events.ts';
import type { AccessPort } from './access-port.ts';
import type { Changelog } from './create-changelog.ts';
import type { Clock } from './clock.ts';
import type { Connection, Rooms } from './connection.ts';
import { FanOut } from './fan-out.ts';
import type { Log } from './log.ts';
import { Presence } from './presence.ts';
import type { Replica } from './replica.ts';

interface Parts {
  readonly changelog: Changelog;
  readonly access: AccessPort;
  readonly clock: Clock;
  readonly rooms: Rooms;
  readonly log: Log;
}

/** The open windows of one workspace. */
export class Room {
  readonly workspaceId: string;
  readonly replica: Replica;
  readonly presence: Presence;
  readonly #fanOut: FanOut;
  readonly #parts: Parts;
  /** Each window inside, with a token for its present stay: one that opens again begins a new one. */
  readonly #inside = new Map<Connection, symbol>();
  #holders = 0;
  #memberIds: ReadonlySet<string>;

  constructor(replica: Replica, memberIds: ReadonlySet<string>, parts: Parts) {
    this.workspaceId = replica.workspaceId;
    this.replica = replica;
    this.#memberIds = memberIds;
    this.#parts = parts;
    this.#fanOut = new FanOut(replica, parts.changelog.store, parts.rooms);
    this.#fanOut.start();
    this.presence = new Presence(parts.clock, (people) => this.#emitAll('presence', { people }));
  }

  get isEmpty(): boolean {
    return this.#inside.size === 0 && this.#holders === 0;
  }

  /** Keeps the room while somebody is on the way in. */
  hold(): void {
    this.#holders += 1;
  }

  release(): void {
    this.#holders -= 1;
  }

  stop(): void {
    this.#fanOut.stop();
    this.presence.stop();
  }

  isMember = (userId: string): boolean => this.#memberIds.has(userId);

  /** Counts a window in, so that the room stays; `follow` then brings it up to date. */
  enter(connection: Connection): void {
    this.#inside.set(connection, Symbol('stay'));
    this.#parts.rooms.enter(connection, this.#name);
  }

  follow(connection: Connection, since: number): Promise<void> {
    const stay = this.#inside.get(connection);
    const isWanted = () => stay !== undefined && this.#inside.get(connection) === stay;
    return this.#fanOut.follow(connection, since, isWanted);
  }

  leave(connection: Connection): void {
    this.#inside.delete(connection);
    this.#parts.rooms.leave(connection, this.#name);
    this.#fanOut.leave(connection);
    this.presence.leave(connection.id);
  }

  async beat(): Promise<void> {
    try {
      await this.replica.catchUp();
    } catch (error) {
      this.#parts.log.warn({ workspaceId: this.workspaceId, err: error }, 'The head could not be read.');
    }
    this.#emitAll('head', { head: this.replica.head });
  }

  /** Keeps the list of members in step, and tells the windows to read it again. */
  onAccess(event: AccessEvent): void {
    if (event.kind === 'signed-out') return;
    if (event.kind === 'everything-may-have-changed') {
      void this.#readMembers();
      return;
    }
    if (event.workspaceId !== this.workspaceId) return;
    const memberIds = new Set(this.#memberIds);
    if (event.kind === 'removed') memberIds.delete(event.userId);
    else memberIds.add(event.userId);
    this.#memberIds = memberIds;
    this.#emitAll('members');
  }

  async #readMembers(): Promise<void> {
    try {
      this.#memberIds = await this.#parts.access.memberIds(this.workspaceId);
      this.#emitAll('members');
    } catch (error) {
      this.#parts.log.warn({ workspaceId: this.workspaceId, err: error }, 'The members could not be read.');
    }
  }

  /** To every window inside, those that are still catching up too. */
  #emitAll: Connection['send'] = (event, ...message) => {
    this.#parts.rooms.emit(this.#name, event, ...message);
  };

  get #name(): string {
    return `inside:${this.workspaceId}`;
  }
}
