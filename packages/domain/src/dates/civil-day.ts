/*
 * A civil day is a square on the calendar, not an instant: it has no hour and no time zone, so it is an integer
 * (days since 1970-01-01) and never a JavaScript Date, which would show the day before to half of its readers.
 *
 * The two conversions are the era arithmetic of the proleptic Gregorian calendar: years are counted from March, so
 * that the leap day comes last, and in eras of 400 years, which all have 146,097 days.
 */

/** A day of the Gregorian calendar as the number of days since 1970-01-01. No time zone, no hour. */
export type CivilDay = number & { readonly __civilDay: unique symbol };

/** A civil day in the parts people read: month 1 to 12, day 1 to 31. */
export interface CalendarParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01, where the era arithmetic starts, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days the month (1 to 12) of that year has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Whether the calendar has this day: false for 30 February or month 13. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The civil day of a calendar day that is known to exist; ask `isCalendarDay` or `fromIso` first when it is not. */
export function civilDay(year: number, month: number, day: number): CivilDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT) as CivilDay;
}

/** Year, month and day of a civil day: the inverse of `civilDay`. */
export function calendarParts(day: CivilDay): CalendarParts {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The civil day of an ISO text such as `2024-01-12`; null when it is not one or the calendar has no such day. */
export function fromIso(text: string): CivilDay | null {
  const match = ISO_DAY.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCalendarDay(year, month, day) ? civilDay(year, month, day) : null;
}

/** The ISO text of a civil day: `2024-01-12`. */
export function toIso(day: CivilDay): string {
  const { year, month, day: dayOfMonth } = calendarParts(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The civil day so many days later, or earlier when `days` is negative. */
export function addDays(day: CivilDay, days: number): CivilDay {
  return (day + days) as CivilDay;
}

/** The year of a civil day. */
export function yearOf(day: CivilDay): number {
  return calendarParts(day).year;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
