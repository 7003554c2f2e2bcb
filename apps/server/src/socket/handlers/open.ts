import type { Session } from '../../changelog/session.ts';
import { replyOf } from '../reply.ts';

/** `open`: the answer first, then the changes that were missed. */
export function onOpen(session: Session) {
  return (request: unknown, reply: unknown): void => session.open(request, replyOf(reply));
}
