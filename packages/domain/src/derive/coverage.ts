/*
 * How long after a day is somebody next aboard? Asked of spans whose dates are fixed, once read as early and long as they may
 * be (possible cover), once as late and short (certain cover). Between the two lies every real course of events.
 *
 *   wait at t     t ....[=====]      the days to the next span, 0 inside one that goes on after t, Infinity if none comes
 */
import type { CrewedSpan } from './attached-time.ts';

/** A span with fixed ends, in civil days; `to` is the day on which the last crew leaves, Infinity where no end is stated. */
export interface Cover {
  readonly from: number;
  readonly to: number;
}

/** The most that the spans can cover: first crews as early, last crews as late as they may be. */
export function possibleCover(spans: readonly CrewedSpan[]): readonly Cover[] {
  return spans.map(({ start, end }) => ({ from: start.earliest ?? -Infinity, to: end.latest ?? Infinity }));
}

/**
 * The least that they can cover. A last crew for which nothing is stated is taken never to leave: nobody announces the end of
 * a station that has not begun, and to take the end for 'at once' would make every successor useless.
 */
export function certainCover(spans: readonly CrewedSpan[]): readonly Cover[] {
  return spans.flatMap(({ start, end }) => {
    if (start.latest === null) return [];
    const isEndless = end.basis === 'none' && !end.isDone;
    return [{ from: start.latest, to: isEndless ? Infinity : (end.earliest ?? -Infinity) }];
  });
}

/** Days from `day` until somebody is aboard and stays; Infinity if nobody comes. */
export function wait(day: number, cover: readonly Cover[]): number {
  return Math.min(
    Infinity,
    ...cover.map(({ from, to }) => {
      if (from > day) return from - day;
      return to > day ? 0 : Infinity;
    }),
  );
}

/** The shortest wait for any day in `from` to `to`. */
export function shortestWait(from: number, to: number, cover: readonly Cover[]): number {
  const isMet = cover.some((span) => span.from <= to && span.to > from);
  return isMet ? 0 : wait(to, cover);
}

/** The longest wait for any day in `from` to `to`: it can only be at the beginning, or just when somebody leaves. */
export function longestWait(from: number, to: number, cover: readonly Cover[]): number {
  const departures = cover.map((span) => span.to).filter((day) => day >= from && day <= to);
  const days = [from, ...departures, ...(to === Infinity ? [] : [to])];
  return Math.max(...days.filter((day) => day !== Infinity).map((day) => wait(day, cover)));
}
