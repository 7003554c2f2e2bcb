import type { ErrorBody } from '@stationkeeper/domain';

/** The refusal of one message too many. */
export function tooManyMessages(retryAfterMs: number): ErrorBody {
  return {
    code: 'rate-limited',
    message: 'Too many messages; this one was not read.',
    details: { retryAfterMs },
  };
}

/** The refusal of more edits than one person may make in a moment. */
export function tooManyEdits(retryAfterMs: number): ErrorBody {
  const message = 'Too many edits at once; they keep waiting and are sent again shortly.';
  return { code: 'rate-limited', message, details: { retryAfterMs } };
}
