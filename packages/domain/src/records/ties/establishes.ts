import { requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** An agreement that creates a party, such as a joint venture. */
export const establishes = defineRecord({
  type: 'establishes',
  label: 'Establishment',
  plural: 'Establishments',
  description: 'An agreement that creates a party',
  owner: 'agreement',
  isTie: true,
  fields: {
    agreement: requiredRef('Agreement', ['agreement'], { isFixed: true }),
    party: requiredRef('Party', ['party']),
    ...tieFields,
  },
  columns: ['agreement', 'party', 'from', 'certainty'],
  title: (fields, titleOf) => `${titleOf(fields.agreement)} establishes ${titleOf(fields.party)}`,
});
