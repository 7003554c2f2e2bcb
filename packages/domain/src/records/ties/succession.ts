import { choice, requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** An agreement that amends, supersedes or implements an earlier one. */
export const succession = defineRecord({
  type: 'succession',
  label: 'Succession',
  plural: 'Successions',
  description: 'An agreement that amends, supersedes or implements another',
  owner: 'agreement',
  isTie: true,
  fields: {
    agreement: requiredRef('Agreement', ['agreement'], { isFixed: true }),
    relation: choice('Relation', [
      ['amends', 'Amends'],
      ['supersedes', 'Supersedes'],
      ['implements', 'Implements'],
    ]),
    earlier: requiredRef('Earlier agreement', ['agreement']),
    ...tieFields,
  },
  columns: ['agreement', 'relation', 'earlier', 'from'],
  title: (fields, titleOf) => `${titleOf(fields.agreement)} ${fields.relation} ${titleOf(fields.earlier)}`,
});
