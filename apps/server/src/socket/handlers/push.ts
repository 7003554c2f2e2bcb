import { MAX_PUSH_BYTES } from '@stationkeeper/protocol';
import type { Session } from '../../changelog/session.ts';
import { replyOf } from '../reply.ts';
import type { SocketConnection } from '../socket-connection.ts';

/** `push`: verdicts. One that is too large is refused by its size alone (SPEC P8). */
export function onPush(session: Session, connection: SocketConnection) {
  return (request: unknown, reply: unknown): void => {
    if (connection.messageBytes <= MAX_PUSH_BYTES)
      session.push(request, replyOf(reply), connection.messageBytes);
    else replyOf(reply)({ status: 'refused', error: TOO_LARGE });
  };
}

const TOO_LARGE = {
  code: 'too-large',
  message: `A push holds at most ${MAX_PUSH_BYTES} bytes. Nothing of it was looked at.`,
  details: { limit: MAX_PUSH_BYTES },
} as const;
