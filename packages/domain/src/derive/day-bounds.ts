/*
 * A day that is known within bounds: at `earliest` or later, at `latest` or earlier; null is 'not bounded on that side'. The
 * arithmetic of habitation and its gaps is on these, never on one made-up day.
 */
import type { CivilDay } from '../dates/civil-day.ts';

/** Between which days something lies; null = not bounded on that side. */
export interface DayBounds {
  readonly earliest: CivilDay | null;
  readonly latest: CivilDay | null;
}

/** Nothing is known. */
export const UNBOUNDED: DayBounds = Object.freeze({ earliest: null, latest: null });

/** The bounds of whichever of two days comes later. */
export function laterOf(a: DayBounds, b: DayBounds): DayBounds {
  const isOpen = a.latest === null || b.latest === null;
  return {
    earliest: notBefore(a.earliest, b.earliest),
    latest: isOpen ? null : notBefore(a.latest, b.latest),
  };
}

/** The stronger of two lower bounds. */
export function notBefore(a: CivilDay | null, b: CivilDay | null): CivilDay | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The stronger of two upper bounds. */
export function notAfter(a: CivilDay | null, b: CivilDay | null): CivilDay | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** True when the first is before the second whichever way both are read. */
export function isSurelyBefore(a: DayBounds, b: DayBounds): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest;
}
