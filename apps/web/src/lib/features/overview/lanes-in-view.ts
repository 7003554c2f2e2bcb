/** Which lanes the overview has room for: those that ask for most attention, in the order they had. */
import { dayOf, urgency, type TimelineLane } from '../../charts/timeline-layout.ts';

/** As many as can be taken in at a glance. */
export const MOST_LANES = 12;

/** At most {@link MOST_LANES} lanes. Late and troubled steps weigh most, then being crewed, then having steps ahead. */
export function lanesInView(lanes: readonly TimelineLane[], today: number): readonly TimelineLane[] {
  if (lanes.length <= MOST_LANES) return lanes;
  const byWeight = lanes.toSorted((a, b) => weight(b, today) - weight(a, today));
  const chosen = new Set(byWeight.slice(0, MOST_LANES));
  return lanes.filter((lane) => chosen.has(lane));
}

function weight({ marks, spans }: TimelineLane, today: number): number {
  const ahead = marks.filter(({ date, mark }) => mark !== 'cancelled' && (dayOf(date) ?? today) >= today);
  const troubled = ahead.filter((mark) => urgency(mark) <= 1);
  const isCrewed = spans.some(
    ({ certainty, from, until }) =>
      certainty === 'certain' && (from ?? today) <= today && (until ?? today) >= today,
  );
  return troubled.length * 3 + (isCrewed ? 5 : 0) + (ahead.length > 0 ? 1 : 0);
}
