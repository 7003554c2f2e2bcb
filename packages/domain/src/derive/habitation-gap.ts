/*
 * The gap between a group of stations that ends and a group that is to follow: from the day on which the last crew leaves the
 * first group to the day on which crew is next aboard the second. Both are known within bounds, so the gap is one of
 *
 *   range             minDays to maxDays; 0 as the minimum is 'perhaps none', null as the maximum 'nobody can say how long'
 *   overlap           whichever way the dates are read, the second is crewed when the first ends
 *   open              the gap begins, and no dated successor ends it
 *   not-computable    the end of the first group is not known
 *
 * Unknown is never zero: what is undated is listed, and gives no number. Dates that become more exact only narrow a range.
 */
import type { CivilDay } from '../dates/civil-day.ts';
import type { CrewedSpan } from './attached-time.ts';
import { certainCover, longestWait, possibleCover, shortestWait, wait } from './coverage.ts';
import type { CrewStep } from './crew-steps.ts';
import type { DayBounds } from './day-bounds.ts';
import type { StationHabitation, UndatedStep } from './habitation.ts';

/** What can be said of the gap. */
export type GapKind = 'range' | 'overlap' | 'open' | 'not-computable';

/** The last crew out of the first group: the bounds over all of its stations, and the step that decides. */
export interface GroupEnd extends DayBounds {
  readonly stationId: string;
  readonly step: CrewStep;
}

/** The gap between two groups of stations. All numbers are days. */
export interface HabitationGap {
  readonly kind: GapKind;
  /** Of a range: the gap; of an overlap: how long both are crewed. Null = not bounded, or nothing to say. */
  readonly minDays: number | null;
  readonly maxDays: number | null;
  /** Null when the first group has no known stay at all. */
  readonly end: GroupEnd | null;
  /** The stays of the second group that are dated, in the order of their first crews. */
  readonly successors: readonly CrewedSpan[];
  /** No crew on any of these days, whichever way the dates are read; for drawing solid. */
  readonly certain: DayBounds | null;
  /** Perhaps no crew on these days; for drawing hatched. */
  readonly possible: DayBounds | null;
  /** What has no date and bears on the answer: it stands in the way of it, or could only shorten the gap. */
  readonly undated: readonly UndatedStep[];
}

/** The gap from the end of `leaving` to the cover by `following`; groups come from `habitation()`, or from a what-if. */
export function habitationGap(
  leaving: readonly StationHabitation[],
  following: readonly StationHabitation[],
): HabitationGap {
  const end = groupEnd(leaving);
  const successors = inOrder(following.flatMap(freeSpans));
  const known = { end, successors, undated: [...undatedEnds(leaving), ...undatedStarts(following)] };
  if (end === null) return { ...known, ...without('not-computable') };
  return { ...known, ...measured(end, successors, undatedEnds(leaving).length > 0) };
}

type Measured = Pick<HabitationGap, 'kind' | 'minDays' | 'maxDays' | 'certain' | 'possible'>;

function measured(end: GroupEnd, successors: readonly CrewedSpan[], hasUnknownEnd: boolean): Measured {
  const from = end.earliest ?? -Infinity;
  const to = hasUnknownEnd ? Infinity : (end.latest ?? Infinity);
  const certain = certainCover(successors);
  const possible = possibleCover(successors);
  const longest = longestWait(from, to, certain);
  if (longest === 0) return overlap({ from, to }, successors);
  if (to === Infinity) return without('not-computable');
  const shortest = shortestWait(from, to, possible);
  const perhaps = { earliest: dayOrNull(from), latest: dayOrNull(to + wait(to, certain)) };
  if (shortest === Infinity) return { ...without('open'), possible: { ...perhaps, latest: null } };
  return {
    kind: 'range',
    minDays: shortest,
    maxDays: dayOrNull(longest),
    certain: shortest === 0 ? null : { earliest: dayOrNull(to), latest: dayOrNull(to + shortest) },
    possible: perhaps,
  };
}

/** How long the second group is crewed before the first ends, by its first span that is still crewed then. */
function overlap(last: { from: number; to: number }, successors: readonly CrewedSpan[]): Measured {
  const bridging = successors.filter(({ end }) => (end.latest ?? Infinity) > last.from);
  const earliest = Math.min(...bridging.map(({ start }) => start.earliest ?? -Infinity));
  const latest = Math.min(...bridging.map(({ start }) => start.latest ?? Infinity));
  return {
    ...without('overlap'),
    minDays: Math.max(0, last.from - latest),
    maxDays: dayOrNull(last.to - earliest),
  };
}

function without(kind: GapKind): Measured {
  return { kind, minDays: null, maxDays: null, certain: null, possible: null };
}

/** The later of all last crews; a station with no known stay leaves the upper bound open. */
function groupEnd(group: readonly StationHabitation[]): GroupEnd | null {
  const spans = group.flatMap(freeSpans);
  const [first, ...others] = spans;
  if (first === undefined) return null;
  const last = others.reduce((a, b) => (endsLater(b, a) ? b : a), first);
  const earliest = Math.max(...spans.map(({ end }) => end.earliest ?? -Infinity));
  const latest = Math.max(...spans.map(({ end }) => end.latest ?? Infinity));
  return {
    stationId: last.stationId,
    step: last.end,
    earliest: dayOrNull(earliest),
    latest: dayOrNull(latest),
  };
}

function endsLater(a: CrewedSpan, b: CrewedSpan): boolean {
  const [endA, endB] = [a.end.latest ?? Infinity, b.end.latest ?? Infinity];
  return endA === endB ? (a.end.earliest ?? -Infinity) > (b.end.earliest ?? -Infinity) : endA > endB;
}

/** Last crews of the first group that have no upper bound: each alone makes the end unknown. Attached stations end with their hosts. */
function undatedEnds(group: readonly StationHabitation[]): readonly UndatedStep[] {
  return group.flatMap((station) => {
    if (station.spans.length === 0) return station.undated;
    const spans = freeSpans(station);
    const isOpen = spans.some(({ end }) => end.latest === null);
    if (!isOpen) return [];
    const missing = station.undated.filter(({ step }) => step === 'last-crew');
    const last = spans.at(-1)?.end.milestoneId ?? null;
    return missing.length > 0
      ? missing
      : [{ stationId: station.stationId, step: 'last-crew', milestoneId: last }];
  });
}

/** Stations of the second group of which no stay is dated: dating them could only shorten the gap. */
function undatedStarts(group: readonly StationHabitation[]): readonly UndatedStep[] {
  return group.flatMap((station) =>
    freeSpans(station).length > 0 ? [] : station.undated.filter(({ step }) => step !== 'last-crew'),
  );
}

function freeSpans({ spans }: StationHabitation): readonly CrewedSpan[] {
  return spans.filter(({ hostId }) => hostId === null);
}

function inOrder(spans: readonly CrewedSpan[]): readonly CrewedSpan[] {
  return [...spans].sort((a, b) => (a.start.earliest ?? -Infinity) - (b.start.earliest ?? -Infinity));
}

function dayOrNull(day: number): CivilDay | null {
  return Number.isFinite(day) ? (day as CivilDay) : null;
}
