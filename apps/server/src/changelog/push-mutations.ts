/** `push`: from a message to verdicts. Who may write is asked when each mutation's turn comes (SPEC A2, P1 to P6). */
import { AppError, type ErrorBody } from '@stationkeeper/domain';
import { can } from '@stationkeeper/domain/access/roles';
import {
  isMutationId,
  mayDo,
  pushRequest,
  type MutationId,
  type PushReply,
  type PushRequest,
} from '@stationkeeper/protocol';
import { parseMessage } from './parse-message.ts';
import { tooManyEdits, tooManyMessages } from './rate-limited.ts';
import type { Seat, Session } from './session.ts';
import { BARRED, readAsked, type Asked, type Writer } from './verdicts.ts';

/** The verdicts on a push, or why none of it was looked at. `bytes`: its size. */
export async function pushMutations(session: Session, request: unknown, bytes: number): Promise<PushReply> {
  const waitMs = session.takeMessage(bytes);
  if (waitMs > 0) return refused(tooManyMessages(waitMs));
  const { hub, caller, seat } = session;
  if (!seat) return refused(NOT_OPEN);
  const push = parseMessage(pushRequest, request);
  const editWaitMs = hub.mutationBuckets.take(caller.userId, push.mutations.length, hub.parts.clock.now());
  if (editWaitMs > 0) return refused(tooManyEdits(editWaitMs));
  return hub.whilePushing({ session, seat }, () => commit(session, seat, push));
}

async function commit(session: Session, seat: Seat, push: PushRequest): Promise<PushReply> {
  // What a viewer sends is refused anyway, whatever it holds: reading it would be work for nothing.
  const read = can(seat.role, 'edit') ? readAsked : unread;
  const verdicts = await session.hub.parts.changelog.commit(seat.room.workspaceId, {
    asked: push.mutations.map((input, index) => read(idOf(input, index), input)),
    writer: writerOf(session, seat),
    settled: settledOf(push),
  });
  const isShutOut = verdicts.some((verdict) => verdict.status === 'rejected' && verdict.error === BARRED);
  return isShutOut ? refused(BARRED) : { status: 'answered', verdicts };
}

function refused(error: ErrorBody): PushReply {
  return { status: 'refused', error };
}

function unread(id: MutationId): Asked {
  return { id, mutation: null, error: READ_ONLY };
}

/** One unreadable mutation is refused by itself; without an id it cannot be answered, and the push is refused (SPEC P6). */
function idOf(input: unknown, index: number): MutationId {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  if (isMutationId(id)) return id;
  throw new AppError('malformed', 'A mutation has no id that could be answered.', {
    details: { problems: [{ path: `mutations.${index}.id`, message: 'must be <client id>:<counter>' }] },
  });
}

/** The person with the role held when the verdict is passed, not when the message came (SPEC A2). */
function writerOf(session: Session, seat: Seat): Writer {
  const actor = session.caller.userId;
  return {
    actor,
    isBarred: () => seat.isBarred === true,
    refusal: () => (can(seat.role, 'edit') ? null : READ_ONLY),
    mayDo: (op, record) => mayDo(actor, op, record),
    isMember: seat.room.isMember,
  };
}

function settledOf({ settled }: PushRequest) {
  return Object.entries(settled).map(([clientId, upTo]) => ({ clientId, upTo }));
}

/** Passing, as a client that has just lost its seat will open again: its edits must go on waiting. */
const NOT_OPEN: ErrorBody = {
  code: 'unavailable',
  message: 'No workspace is open on this connection; say `open` first.',
  details: { retryAfterMs: 1_000 },
};
const READ_ONLY: ErrorBody = {
  code: 'forbidden',
  message: 'You may read this workspace but not edit it. An admin can change your role.',
  details: {},
};
