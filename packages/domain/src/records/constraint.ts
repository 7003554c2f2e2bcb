import { choice, choices, countries, date, prose, refs, requiredText, wording } from './field.ts';
import { defineRecord } from './define-record.ts';
import { PARTY_KINDS } from './party.ts';

/** What a constraint does; `excludes` says that a matter lies outside its scope and never flags. */
export const CONSTRAINT_EFFECTS = [
  ['prohibits', 'Prohibits'],
  ['requires-authorisation', 'Requires authorisation'],
  ['directs', 'Directs'],
  ['excludes', 'Excludes from its scope'],
] as const;

/**
 * A rule with two sides: whom it binds, and with whom. A party is on a side when it is named there, or
 * when it is of one of the side's countries and kinds (an empty list of either sets no limit; a side
 * with nothing at all matches nobody).
 */
export const constraint = defineRecord({
  type: 'constraint',
  label: 'Constraint',
  plural: 'Constraints',
  description: 'A rule that agreements may run into',
  fields: {
    name: requiredText('Name'),
    effect: choice('Effect', CONSTRAINT_EFFECTS, { asksReason: true }),
    summary: prose('Summary'),
    bindsParties: refs('Binds: parties', ['party']),
    bindsCountries: countries('Binds: countries'),
    bindsKinds: choices('Binds: kinds', PARTY_KINDS),
    withParties: refs('With whom: parties', ['party']),
    withCountries: countries('With whom: countries'),
    withKinds: choices('With whom: kinds', PARTY_KINDS),
    from: date('From'),
    fromWording: wording('from', 'From, as published'),
    until: date('Until'),
    untilWording: wording('until', 'Until, as published'),
    exceptions: prose('Exceptions'),
  },
  columns: ['name', 'effect', 'bindsParties', 'withParties', 'withCountries', 'from', 'until'],
  title: (fields) => fields.name,
});
