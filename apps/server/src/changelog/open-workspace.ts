/** `open`: from a slug and a seq to a seat in a room and the changes that were missed (SPEC C1 to C4, A1). */
import { AppError, type ErrorBody } from '@stationkeeper/domain';
import { can, type Role } from '@stationkeeper/domain/access/roles';
import {
  MAX_CATCH_UP,
  MAX_CATCH_UP_BYTES,
  openRequest,
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  type OpenReply,
  type OpenRequest,
} from '@stationkeeper/protocol';
import { sizeOf } from './change-size.ts';
import { parseMessage } from './parse-message.ts';
import { tooManyMessages } from './rate-limited.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';

/** How often access may change under an `open` before the client is told to ask again. */
const MAX_TRIES = 5;

interface Admitted {
  readonly room: Room;
  readonly role: Role;
  readonly canFollow: boolean;
}

/** The answer to an `open`; `start` begins the catch-up and is to be called after the reply has been sent. */
export interface Opening {
  readonly reply: OpenReply;
  readonly start?: () => void;
}

/** Looks at an `open`, and takes the seat if there is one for the caller. */
export async function openWorkspace(session: Session, request: unknown): Promise<Opening> {
  const waitMs = session.takeMessage();
  if (waitMs > 0) return refused(tooManyMessages(waitMs));
  const asked = parseMessage(openRequest, request);
  const mismatch = versionProblem(asked);
  if (mismatch) return refused(mismatch);
  const admitted = await admit(session, asked);
  const { room } = admitted;
  try {
    if (session.isClosed || !admitted.canFollow) return { reply: { status: 'snapshot-needed' } };
    session.sit({ room, role: admitted.role });
    return { reply: openedReply(session, admitted), start: () => startFollowing(session, room, asked.since) };
  } finally {
    session.hub.release(room);
  }
}

function refused(error: ErrorBody): Opening {
  return { reply: { status: 'refused', error } };
}

function openedReply(session: Session, { room, role }: Admitted): OpenReply {
  const { workspaceId, replica } = room;
  return { status: 'opened', workspaceId, head: replica.head, role, userId: session.caller.userId };
}

function startFollowing(session: Session, room: Room, since: number): void {
  room.follow(session.connection, since).catch((error: unknown) => {
    // A window that cannot be brought up to date must not go on showing what is old.
    session.close(session.refusal(error, 'catch-up'));
  });
}

/** Where the caller may sit now, held until it is released; asked again while access moves under the question (SPEC A3). */
async function admit(session: Session, { workspace, since }: OpenRequest): Promise<Admitted> {
  const { access } = session.hub.parts;
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const version = session.accessVersion;
    const membership = await access.membership(session.caller.userId, workspace);
    if (!membership || !can(membership.role, 'read')) throw noSuchWorkspace();
    const room = await session.hub.holdRoom(membership.workspaceId);
    const isReachable = await canFollow(session, room, since);
    if (version === session.accessVersion) return { room, role: membership.role, canFollow: isReachable };
    session.hub.release(room);
  }
  throw new AppError('unavailable', 'Access is being changed; try again.', {
    details: { retryAfterMs: 1_000 },
  });
}

/** Whether the changes after `since` are there and few enough to be sent one by one (SPEC C5). */
async function canFollow(session: Session, room: Room, since: number): Promise<boolean> {
  const { replica } = room;
  if (since > replica.head) await replica.catchUp();
  const behind = replica.head - since;
  if (behind < 0 || behind > MAX_CATCH_UP) return false;
  const recent = replica.recentSince(since);
  const bytes = recent
    ? recent.reduce((sum, change) => sum + sizeOf(change), 0)
    : await session.hub.parts.changelog.store.bytesSince(replica.workspaceId, since);
  return bytes <= MAX_CATCH_UP_BYTES;
}

function versionProblem({ protocolVersion, schemaVersion }: OpenRequest): ErrorBody | null {
  if (protocolVersion === PROTOCOL_VERSION && schemaVersion === SCHEMA_VERSION) return null;
  const message = 'This page is of another version than the server. Reload it; waiting edits are kept.';
  return { code: 'version-mismatch', message, details: {} };
}

function noSuchWorkspace(): AppError {
  return new AppError('not-found', 'There is no such workspace, or you are not a member of it.');
}
