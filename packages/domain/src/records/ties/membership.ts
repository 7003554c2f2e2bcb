import { requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** A party that is a member or part of another. */
export const membership = defineRecord({
  type: 'membership',
  label: 'Membership',
  plural: 'Memberships',
  description: 'A party that is a member or part of another',
  owner: 'group',
  isTie: true,
  fields: {
    group: requiredRef('Group', ['party'], { isFixed: true }),
    member: requiredRef('Member', ['party']),
    ...tieFields,
  },
  columns: ['member', 'group', 'from', 'until', 'certainty'],
  title: (fields, titleOf) => `${titleOf(fields.member)} in ${titleOf(fields.group)}`,
});
