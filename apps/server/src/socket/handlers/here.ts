import { whereabouts } from '@stationkeeper/protocol';
import * as v from 'valibot';
import type { Session } from '../../changelog/session.ts';

/** `here`: where the person is. It has no answer, so what cannot be read, or comes too often, is passed over. */
export function onHere(session: Session) {
  return (request: unknown): void => {
    if (session.takeMessage() > 0) return;
    const parsed = v.safeParse(whereabouts, request);
    if (parsed.success) session.here(parsed.output);
  };
}
