/** Sorts the verdicts of a push by what has to be done about them. */
import { splitMutationId, type Mutation, type MutationId, type Verdict } from '@stationkeeper/protocol';
import type { Refusal } from './refusal.ts';

/** What verdicts mean to the client. */
export interface SortedVerdicts {
  /** By id, the seq that has to be reached, or null for a refusal: what the view wants to know. */
  readonly outcomes: ReadonlyMap<MutationId, number | null>;
  readonly accepted: readonly MutationId[];
  readonly refusals: readonly Refusal[];
  /**
   * Clients whose counters the server has lost (a log that was put back from a copy). Their edits were not judged;
   * they go again under a client id that the server has never heard of (SPEC O6).
   */
  readonly misordered: ReadonlySet<string>;
}

/** `waiting` finds the edit of an id; verdicts on what waits no longer are repeats and say nothing new. */
export function sortVerdicts(
  verdicts: readonly Verdict[],
  waiting: (id: MutationId) => Mutation | undefined,
  at: number,
): SortedVerdicts {
  const outcomes = new Map<MutationId, number | null>();
  const accepted: MutationId[] = [];
  const refusals: Refusal[] = [];
  const misordered = new Set<string>();
  for (const verdict of verdicts) {
    const mutation = waiting(verdict.id);
    if (!mutation) continue;
    if (verdict.status === 'accepted') {
      outcomes.set(verdict.id, verdict.seq);
      accepted.push(verdict.id);
    } else if (verdict.status === 'rejected' && verdict.error.code === 'out-of-order') {
      misordered.add(splitMutationId(verdict.id).clientId);
    } else {
      outcomes.set(verdict.id, null);
      refusals.push({ mutation, verdict, at });
    }
  }
  return { outcomes, accepted, refusals, misordered };
}
