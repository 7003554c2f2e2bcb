/**
 * Each commit of a workspace to everybody who has it open: in order of seq, without a gap, without a repeat
 * (SPEC C1 to C4). Live windows are in one room and get one message for a batch, encoded once. A window that
 * joins reads from the log until it stands exactly where the room stands, and enters it in that same tick.
 *
 *   replica.advance(n+1 … m) ──> room: changes n+1 … m
 *   follow(since) ──> pieces from memory or store ──> cursor = head? ── yes, same tick ──> enters the room
 */
import { CATCH_UP_PIECE, type Change } from '@stationkeeper/protocol';
import { firstPiece, piecesOf } from './change-size.ts';
import type { Connection, Rooms } from './connection.ts';
import type { LogStore } from './log-store.ts';
import type { Replica } from './replica.ts';

/** The live windows of one workspace. */
export class FanOut {
  readonly room: string;
  readonly #replica: Replica;
  readonly #store: LogStore;
  readonly #rooms: Rooms;
  readonly #live = new Set<Connection>();
  #stop: (() => void) | null = null;

  constructor(replica: Replica, store: LogStore, rooms: Rooms) {
    this.room = `workspace:${replica.workspaceId}`;
    this.#replica = replica;
    this.#store = store;
    this.#rooms = rooms;
  }

  start(): void {
    this.#stop ??= this.#replica.subscribe((changes) => {
      for (const piece of piecesOf(changes)) this.#rooms.emit(this.room, 'changes', { changes: piece });
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Sends what comes after `since`, then everything that happens, until `isWanted` says no or `leave` is called. */
  async follow(connection: Connection, since: number, isWanted: () => boolean): Promise<void> {
    let cursor = since;
    while (isWanted()) {
      if (cursor >= this.#replica.head) {
        this.#enter(connection);
        return;
      }
      const piece = await this.#pieceAfter(cursor);
      if (!isWanted() || piece.length === 0) return;
      connection.send('changes', { changes: piece });
      cursor = piece.at(-1)?.seq ?? cursor;
      await connection.drained();
    }
  }

  leave(connection: Connection): void {
    if (this.#live.delete(connection)) this.#rooms.leave(connection, this.room);
  }

  #enter(connection: Connection): void {
    this.#live.add(connection);
    this.#rooms.enter(connection, this.room);
  }

  /** Never beyond the replica: what comes after that, the room is yet to hear. */
  async #pieceAfter(cursor: number): Promise<readonly Change[]> {
    const recent = this.#replica.recentSince(cursor);
    if (recent) return firstPiece(recent.slice(0, CATCH_UP_PIECE));
    const stored = await this.#store.changesSince(this.#replica.workspaceId, cursor, CATCH_UP_PIECE);
    return firstPiece(stored.filter((change) => change.seq <= this.#replica.head));
  }
}
