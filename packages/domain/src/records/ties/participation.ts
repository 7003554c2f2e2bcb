import { choice, date, ref, requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** The part that a party plays in an agreement. */
export const PARTICIPATION_ROLES = [
  ['not-stated', 'Not stated'],
  ['signatory', 'Signatory'],
  ['founder', 'Founder'],
  ['awarding-party', 'Awarding party'],
  ['recipient', 'Recipient'],
  ['provider', 'Provider'],
  ['customer', 'Customer'],
  ['partner', 'Partner'],
  ['equity-holder', 'Equity holder'],
  ['issuer', 'Issuer of equity'],
  ['observer', 'Observer'],
] as const;

/** A party in an agreement, with its own signature, effect and withdrawal. */
export const participation = defineRecord({
  type: 'participation',
  label: 'Participation',
  plural: 'Participations',
  description: 'A party in an agreement',
  owner: 'agreement',
  isTie: true,
  fields: {
    agreement: requiredRef('Agreement', ['agreement'], { isFixed: true }),
    party: requiredRef('Party', ['party']),
    role: choice('Role', PARTICIPATION_ROLES),
    actsFor: ref('Acts for', ['party']),
    signed: date('Signed'),
    inEffect: date('In effect from'),
    withdrawn: date('Withdrawn'),
    ...tieFields,
  },
  columns: ['party', 'role', 'actsFor', 'signed', 'inEffect', 'withdrawn'],
  title: (fields, titleOf) => `${titleOf(fields.party)} in ${titleOf(fields.agreement)}`,
});
