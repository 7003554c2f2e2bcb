import { number, requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** A party that holds a share of another; the share may be unknown. */
export const ownership = defineRecord({
  type: 'ownership',
  label: 'Ownership',
  plural: 'Ownerships',
  description: 'A share that one party holds of another',
  owner: 'issuer',
  isTie: true,
  fields: {
    issuer: requiredRef('Issuer', ['party'], { isFixed: true }),
    holder: requiredRef('Holder', ['party']),
    share: number('Share', { min: 0, max: 100, unit: '%' }),
    ...tieFields,
  },
  columns: ['holder', 'issuer', 'share', 'from', 'until', 'certainty'],
  title: (fields, titleOf) => `${titleOf(fields.holder)} holds ${titleOf(fields.issuer)}`,
});
