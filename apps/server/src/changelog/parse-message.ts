/** Reading what came over a socket: the form of the message, with every problem named. */
import { AppError } from '@stationkeeper/domain';
import * as v from 'valibot';

/** Problems named in one refusal, at most: garbage can hold any number of them. */
const MAX_PROBLEMS = 20;

/**
 * The message as its schema describes it.
 *
 * @throws AppError `malformed`
 */
export function parseMessage<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues
    .slice(0, MAX_PROBLEMS)
    .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new AppError('malformed', 'The message is not in a form that this server reads.', {
    details: { problems },
  });
}
