/** What a run has met: a simulation that never saw a conflict has proved nothing about conflicts. */
export const SIGHTS = [
  'acceptances',
  'conflicts',
  'rejections',
  'reconnects',
  'silent cuts',
  'lost messages',
  'repeated messages',
  'late messages',
  'server restarts',
  'deaths after commit',
  'deaths before commit',
  'commits without answer',
  'store away',
  'full disks',
  'killed tabs',
  'adopted edits',
  'snapshots in place of catch-up',
  'undone changes',
  'settled refusals',
] as const;

/** Something worth having seen. */
export type Sight = (typeof SIGHTS)[number];

/** Counts. */
export class Tally {
  readonly counts = new Map<Sight, number>();

  saw(sight: Sight, times = 1): void {
    this.counts.set(sight, (this.counts.get(sight) ?? 0) + times);
  }

  add(other: Tally): void {
    for (const [sight, times] of other.counts) this.saw(sight, times);
  }

  get unseen(): Sight[] {
    return SIGHTS.filter((sight) => !this.counts.has(sight));
  }
}
