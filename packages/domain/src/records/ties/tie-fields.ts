import { choice, date, wording } from '../field.ts';

/** How sure a tie is. `announced` ties are intended and not yet so. */
export const CERTAINTIES = [
  ['not-stated', 'Not stated'],
  ['confirmed', 'Confirmed'],
  ['announced', 'Announced'],
  ['reported', 'Reported by others'],
] as const;

/** The fields that every dated tie has. */
export const tieFields = {
  from: date('From'),
  fromWording: wording('from', 'From, as published'),
  until: date('Until'),
  untilWording: wording('until', 'Until, as published'),
  certainty: choice('Certainty', CERTAINTIES),
};
