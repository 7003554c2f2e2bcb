/**
 * The stretch of time that a chart shows, in civil days, and what wheel, pinch and keys make of it. Pure: pixels and days
 * in, a new window out.
 */

/** From the beginning of `from` to the end of `until`, in days since 1970-01-01 (fractions while zooming). */
export type TimeWindow = { readonly from: number; readonly until: number };

/** A month is the closest, six decades the widest that a window may be. */
export const MIN_DAYS = 28;
export const MAX_DAYS = 61 * 366;
/** Some years before 1900 and after 2199, which is as far as dates go. */
export const EARLIEST = -72 * 366;
export const LATEST = 232 * 366;

/** The day at a place across the chart. */
export function dayAt(window: TimeWindow, x: number, width: number): number {
  return window.from + (x / width) * (window.until - window.from);
}

/** The place of a day across the chart, in pixels. */
export function xOf(window: TimeWindow, day: number, width: number): number {
  return ((day - window.from) / (window.until - window.from)) * width;
}

/** Moves by days, the width kept. */
export function panBy(window: TimeWindow, days: number): TimeWindow {
  const span = window.until - window.from;
  const from = Math.min(Math.max(window.from + days, EARLIEST), LATEST - span);
  return { from, until: from + span };
}

/** Makes the window `factor` times as wide, the day at `pivot` staying where it is. */
export function zoomAt(window: TimeWindow, pivot: number, factor: number): TimeWindow {
  const span = window.until - window.from;
  const wanted = Math.min(Math.max(span * factor, MIN_DAYS), MAX_DAYS);
  const from = pivot - ((pivot - window.from) / span) * wanted;
  return panBy({ from, until: from + wanted }, 0);
}

/** A window that holds all the days with some air on both sides; around `today` where there are none. */
export function fitted(days: Iterable<number>, today: number): TimeWindow {
  let from = Infinity;
  let until = -Infinity;
  for (const day of days) {
    from = Math.min(from, day);
    until = Math.max(until, day);
  }
  if (from > until) return { from: today - 5 * 365, until: today + 5 * 365 };
  const air = Math.max((until - from) * 0.04, 120);
  // More to the right, where the names of what is to come stand.
  return zoomAt({ from: from - air, until: until + air * 3 }, (from + until) / 2, 1);
}

/** The window moved back until it shows something of `content`: nobody is left looking at empty centuries. */
export function keptNear(window: TimeWindow, content: TimeWindow): TimeWindow {
  const seen = Math.min(window.until - window.from, content.until - content.from) / 4;
  if (window.from > content.until - seen) return panBy(window, content.until - seen - window.from);
  if (window.until < content.from + seen) return panBy(window, content.from + seen - window.until);
  return window;
}
