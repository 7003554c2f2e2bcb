/** Dates of the fictional workspace, more or less exact, in EDTF. */
import { addDays, calendarParts, toIso, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import type { Random } from './random.ts';

/** A day as a date that is exact when near and vague when far away. */
export function dateText(random: Random, day: CivilDay, today: CivilDay): string {
  const away = Math.abs(day - today);
  const iso = toIso(day);
  const { year, month } = calendarParts(day);
  if (away < 90) return iso;
  const [halfYear, quarter] = [40 + Math.floor((month - 1) / 6), 33 + Math.floor((month - 1) / 3)];
  return random.weighted([
    [iso, away < 365 ? 4 : 1],
    [iso.slice(0, 7), 4],
    [`${String(year)}-${String(quarter)}`, 3],
    [`${String(year)}-${String(halfYear)}`, 1],
    [String(year), away < 365 ? 0 : 3],
    [`${iso.slice(0, 7)}/..`, 1],
    [`${String(year)}~`, away < 730 ? 0 : 1],
  ]);
}

/** A day in the past, up to so many years back. */
export function pastDay(random: Random, today: CivilDay, years: number): CivilDay {
  return addDays(today, -random.int(1, Math.round(years * 365)));
}
