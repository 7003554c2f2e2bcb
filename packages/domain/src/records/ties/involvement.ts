import { choice, requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** What a party is to a station. */
export const INVOLVEMENT_ROLES = [
  ['not-stated', 'Not stated'],
  ['owner', 'Owner'],
  ['operator', 'Operator'],
  ['developer', 'Developer'],
  ['module-supplier', 'Module supplier'],
  ['user', 'User'],
] as const;

/** A party in a station. */
export const involvement = defineRecord({
  type: 'involvement',
  label: 'Involvement',
  plural: 'Involvements',
  description: 'A party in a station',
  owner: 'station',
  isTie: true,
  fields: {
    station: requiredRef('Station', ['station'], { isFixed: true }),
    party: requiredRef('Party', ['party']),
    role: choice('Role', INVOLVEMENT_ROLES),
    ...tieFields,
  },
  columns: ['party', 'role', 'from', 'until', 'certainty'],
  title: (fields, titleOf) => `${titleOf(fields.party)} in ${titleOf(fields.station)}`,
});
