/** `push`: from a message to verdicts. Who may write is asked when each mutation's turn comes (SPEC A2, P1 to P6). */
import { AppError, type ErrorBody } from '@stationkeeper/domain';
import { can } from '@stationkeeper/domain/access/roles';
import { isMutationId, mayDo, pushRequest, type PushReply, type PushRequest } from '@stationkeeper/protocol';
import { parseMessage } from './parse-message.ts';
import { tooManyEdits, tooManyMessages } from './rate-limited.ts';
import type { Seat, Session } from './session.ts';
import { readAsked, type Asked, type Writer } from './verdicts.ts';

/** The verdicts on a push, or why none of it was looked at. */
export async function pushMutations(session: Session, request: unknown): Promise<PushReply> {
  const waitMs = session.takeMessage();
  if (waitMs > 0) return { status: 'refused', error: tooManyMessages(waitMs) };
  const push = parseMessage(pushRequest, request);
  const asked = push.mutations.map(readMutation);
  const seat = session.seat;
  if (!seat) return { status: 'refused', error: NOT_OPEN };
  const { hub, caller } = session;
  const editWaitMs = hub.mutationBuckets.take(caller.userId, asked.length, hub.parts.clock.now());
  if (editWaitMs > 0) return { status: 'refused', error: tooManyEdits(editWaitMs) };
  const verdicts = await hub.parts.changelog.commit(seat.room.workspaceId, {
    asked,
    writer: writerOf(session, seat),
    settled: settledOf(push),
  });
  return { status: 'answered', verdicts };
}

/** One unreadable mutation is refused by itself; without an id it cannot be answered, and the push is refused (SPEC P6). */
function readMutation(input: unknown, index: number): Asked {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  if (!isMutationId(id)) {
    throw new AppError('malformed', 'A mutation has no id that could be answered.', {
      details: { problems: [{ path: `mutations.${index}.id`, message: 'must be <client id>:<counter>' }] },
    });
  }
  return readAsked(id, input);
}

/** The person with the role held when the verdict is passed, not when the message came (SPEC A2). */
function writerOf(session: Session, seat: Seat): Writer {
  const actor = session.caller.userId;
  return {
    actor,
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
