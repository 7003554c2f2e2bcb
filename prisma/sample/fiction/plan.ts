/** How the records of a fictional workspace are shared out among the types. */
import { RECORD_TYPES, type RecordType } from '@stationkeeper/domain';
import type { Quota } from './world.ts';

/** Parts of a thousand, roughly as in a workspace that a team has kept for years. */
const SHARES: Readonly<Record<RecordType, number>> = {
  source: 30,
  party: 35,
  station: 12,
  agreement: 75,
  participation: 165,
  involvement: 35,
  ownership: 8,
  membership: 8,
  attachment: 4,
  succession: 8,
  establishes: 4,
  milestone: 170,
  forecast: 200,
  statement: 10,
  question: 5,
  constraint: 3,
  'flag-answer': 4,
  citation: 200,
  comment: 24,
};

/** So that every tie finds two ends in the smallest workspace. */
const AT_LEAST: Partial<Record<RecordType, number>> = {
  source: 2,
  party: 5,
  station: 4,
  agreement: 5,
  milestone: 5,
};

/** The smallest workspace in which each type has a record. */
export const MIN_RECORDS = 100;

/** Record type -> how many, together exactly `records`, at least one of each type. */
export function quotaFor(records: number): Quota {
  const total = Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  const quota: Quota = new Map(
    RECORD_TYPES.map((type) => [
      type,
      Math.max(AT_LEAST[type] ?? 1, Math.floor((records * SHARES[type]) / total)),
    ]),
  );
  const planned = [...quota.values()].reduce((sum, count) => sum + count, 0);
  quota.set('citation', (quota.get('citation') ?? 0) + records - planned);
  return quota;
}
