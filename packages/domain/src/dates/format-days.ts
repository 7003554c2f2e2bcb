/** Mean Gregorian month in days. */
const MONTH_DAYS = 30.436875;
/** From two months on, months say more than days. */
const LONGEST_IN_DAYS = 60;
const MINUS = '−';
const UNITS = {
  short: { day: 'd', days: 'd', month: 'mo', months: 'mo' },
  long: { day: 'day', days: 'days', month: 'month', months: 'months' },
} as const;

/**
 * One number of days, or the two ends of a range, in days below two months and in rounded months from there on:
 * `12 d`, `0 to 11 mo`, in long style `24 months`. Ends that read the same are written once.
 */
export function formatDays(days: readonly number[], style: keyof typeof UNITS = 'short'): string {
  const isShort = days.every((value) => Math.abs(value) < LONGEST_IN_DAYS);
  const amounts = days.map((value) => (isShort ? value : Math.round(value / MONTH_DAYS)));
  const texts = [...new Set(amounts.map(signed))];
  return `${texts.join(' to ')} ${unitOf(amounts, isShort, style)}`;
}

function unitOf(amounts: readonly number[], isShort: boolean, style: keyof typeof UNITS): string {
  const isOne = amounts.every((amount) => amount === 1);
  if (isShort) return isOne ? UNITS[style].day : UNITS[style].days;
  return isOne ? UNITS[style].month : UNITS[style].months;
}

function signed(value: number): string {
  return value < 0 ? `${MINUS}${Math.abs(value)}` : String(Math.abs(value));
}
