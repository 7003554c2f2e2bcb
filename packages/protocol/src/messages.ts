/**
 * What travels between browser and server over Socket.IO, and the order in which it may (SPEC.md).
 *
 *   browser                         server
 *     open {workspace, since} ────────>  joins the workspace, answers with head and role
 *     <──────────── changes, changes …   catch-up: since+1 … head, in pieces, in order
 *     <──────────────────── changes      from then on each commit, in order, without gaps
 *     push {mutations, settled} ──────>  one verdict for each mutation, in order (the ack)
 *     <─────────────────────── head      heartbeat: a lost last message shows
 *     here {recordId, field} ─────────>
 *     <──────────────────── presence
 *     <────────── access | closed        the role changed, or the door is shut
 */
import { isRecordId, type ErrorBody } from '@stationkeeper/domain';
import type { Role } from '@stationkeeper/domain/access/roles';
import * as v from 'valibot';
import type { Change } from './change.ts';
import type { Conflict } from './judge.ts';
import { MAX_MUTATIONS_PER_PUSH, type Mutation, type MutationId } from './mutation.ts';
import { atMost } from './problems.ts';

/** How often the server says its head to every open workspace. A client that hears nothing for twice as long reconnects. */
export const HEARTBEAT_MS = 15_000;
/** A client further behind than this fetches a snapshot instead of the changes. */
export const MAX_CATCH_UP = 5_000;
/** The same by size, in bytes of JSON: so much takes a slow line some seconds. */
export const MAX_CATCH_UP_BYTES = 4_000_000;
/** Changes in one `changes` message during catch-up, at most. */
export const CATCH_UP_PIECE = 500;

/** Clients that one push can call settled, at most; the others wait for the next push. */
export const MAX_SETTLED = 200;

/** Asks for a workspace. `since`: the client has everything up to this seq. */
export interface OpenRequest {
  readonly workspace: string;
  readonly since: number;
  readonly protocolVersion: number;
  readonly schemaVersion: number;
}

/** The answer to `open`. `snapshot-needed`: too far behind, or ahead of a log that was restored from a backup. */
export type OpenReply =
  | {
      readonly status: 'opened';
      readonly workspaceId: string;
      readonly head: number;
      readonly role: Role;
      readonly userId: string;
    }
  | { readonly status: 'snapshot-needed' }
  | { readonly status: 'refused'; readonly error: ErrorBody };

/** Hands over waiting mutations, oldest first. `settled`: refusals up to this counter have reached the client. */
export interface PushRequest {
  readonly mutations: readonly unknown[];
  readonly settled: Readonly<Record<string, number>>;
}

/** What became of one mutation. The first answer stands: a repeat gets the same (SPEC P3). */
export type Verdict =
  | { readonly id: MutationId; readonly status: 'accepted'; readonly seq: number }
  | { readonly id: MutationId; readonly status: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly id: MutationId; readonly status: 'rejected'; readonly error: ErrorBody };

/**
 * The ack of `push`. `answered`: one verdict for each mutation, in order. `refused`: none was looked at
 * (not signed in, flooded, database away); they keep waiting, and may be sent again after `retryAfterMs`.
 */
export type PushReply =
  | { readonly status: 'answered'; readonly verdicts: readonly Verdict[] }
  | { readonly status: 'refused'; readonly error: ErrorBody };

/** Changes in order of seq, without gaps, beginning right after what this client was sent before. */
export interface ChangesMessage {
  readonly changes: readonly Change[];
}

/** Where a person is. */
export interface Whereabouts {
  readonly recordId: string | null;
  readonly field: string | null;
}

/** One open window of a person in the workspace. */
export interface Person extends Whereabouts {
  readonly connectionId: string;
  readonly userId: string;
  readonly name: string;
}

/** Browser to server, with acks. */
export interface ClientToServer {
  open: (request: OpenRequest, reply: (answer: OpenReply) => void) => void;
  push: (request: PushRequest, reply: (answer: PushReply) => void) => void;
  here: (whereabouts: Whereabouts) => void;
}

/** Server to browser. */
export interface ServerToClient {
  changes: (message: ChangesMessage) => void;
  head: (message: { readonly head: number }) => void;
  presence: (message: { readonly people: readonly Person[] }) => void;
  access: (message: { readonly role: Role }) => void;
  members: () => void;
  closed: (message: { readonly error: ErrorBody }) => void;
}

/** The form of `open`. */
export const openRequest: v.GenericSchema<unknown, OpenRequest> = v.strictObject({
  workspace: v.pipe(v.string(), v.maxLength(100)),
  since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  protocolVersion: v.pipe(v.number(), v.safeInteger()),
  schemaVersion: v.pipe(v.number(), v.safeInteger()),
});

/** The form of `push`; the mutations are read one by one with `parseMutation`, so that one bad one harms no other. */
export const pushRequest: v.GenericSchema<unknown, PushRequest> = v.strictObject({
  mutations: v.pipe(v.array(v.unknown()), v.maxLength(MAX_MUTATIONS_PER_PUSH)),
  settled: v.pipe(
    atMost(MAX_SETTLED),
    v.record(
      v.custom<string>(isRecordId, 'must be a client id'),
      v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    ),
  ),
});

/** The form of `here`. */
export const whereabouts: v.GenericSchema<unknown, Whereabouts> = v.strictObject({
  recordId: v.nullable(v.custom<string>(isRecordId, 'must be a record id')),
  field: v.nullable(v.pipe(v.string(), v.maxLength(60))),
});

/** A push as the browser makes it. */
export function pushOf(
  mutations: readonly Mutation[],
  settled: Readonly<Record<string, number>>,
): PushRequest {
  return { mutations, settled };
}
