import { choice, date, number, refs, requiredProse } from './field.ts';
import { defineRecord } from './define-record.ts';

/** A claim that is about no single field, such as how many there are, or that none is known. */
export const statement = defineRecord({
  type: 'statement',
  label: 'Statement',
  plural: 'Statements',
  description: 'A claim that is about no single field',
  fields: {
    claim: requiredProse('Claim'),
    subjects: refs('About', ['station', 'party', 'agreement', 'milestone']),
    stance: choice('Stance', [
      ['asserted', 'Asserted'],
      ['none-known', 'None known'],
    ]),
    statedCount: number(
      'Stated count',
      { min: 0, max: 100_000, unit: 'records', isInteger: true },
      {
        help: 'Compared with the number of live records that it is about',
      },
    ),
    asOf: date('As of'),
    reviewBy: date('Review by'),
  },
  columns: ['claim', 'stance', 'asOf', 'reviewBy', 'subjects'],
  title: (fields) => fields.claim,
});
