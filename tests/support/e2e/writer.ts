/**
 * Writes to the log of a board over a socket of its own, without a page: to prepare what a test looks at, to be the
 * third person in the room, or to send what no page would send.
 */
import { randomUUID } from 'node:crypto';
import type { FieldsOf, RecordType } from '@stationkeeper/domain';
import {
  mutationId,
  type Op,
  type OpenReply,
  PROTOCOL_VERSION,
  type PushReply,
  SCHEMA_VERSION,
} from '@stationkeeper/protocol';
import { io, type Socket } from 'socket.io-client';
import type { Account, Board } from './board.ts';

export class Writer {
  readonly #socket: Socket;
  readonly #clientId = randomUUID();
  #counter = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async open(board: Board, account: Account): Promise<Writer> {
    const extraHeaders = { cookie: account.http.cookieHeader(), origin: board.url };
    const socket = io(board.url, { transports: ['websocket'], extraHeaders, forceNew: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const workspace = await board.slugFor(account);
    const versions = { protocolVersion: PROTOCOL_VERSION, schemaVersion: SCHEMA_VERSION };
    const reply = (await socket.emitWithAck('open', { workspace, since: 0, ...versions })) as OpenReply;
    if (reply.status !== 'opened') throw new Error(`The workspace did not open: ${JSON.stringify(reply)}`);
    return new Writer(socket);
  }

  /** Makes a record and answers its id. */
  async create<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>): Promise<string> {
    const id = randomUUID();
    await this.mutate([{ op: 'create', type, id, fields } as Op]);
    return id;
  }

  /** Asks for a change and throws unless it is accepted. */
  async mutate(ops: readonly Op[], reason: string | null = null): Promise<void> {
    const reply = await this.push(ops, reason);
    const verdict = reply.status === 'answered' ? reply.verdicts[0] : undefined;
    if (verdict?.status !== 'accepted') throw new Error(`It was not accepted: ${JSON.stringify(reply)}`);
  }

  /** Asks for a change, whatever the answer. */
  push(ops: readonly Op[], reason: string | null = null): Promise<PushReply> {
    this.#counter += 1;
    const mutation = {
      id: mutationId(this.#clientId, this.#counter),
      groupId: null,
      reason,
      undoes: null,
      ops,
    };
    return this.#socket.emitWithAck('push', { mutations: [mutation], settled: {} }) as Promise<PushReply>;
  }

  close(): void {
    this.#socket.disconnect();
  }
}
