/** Reading what came over a socket: the form of the message, with the first problems named. */
import { AppError } from '@stationkeeper/domain';
import { problemsOf } from '@stationkeeper/protocol';
import * as v from 'valibot';

/**
 * The message as its schema describes it.
 *
 * @throws AppError `malformed`
 */
export function parseMessage<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new AppError('malformed', 'The message is not in a form that this server reads.', {
    details: { problems: problemsOf(parsed.issues) },
  });
}
