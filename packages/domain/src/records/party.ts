import { choice, countries, requiredText, tags, text, url } from './field.ts';
import { defineRecord } from './define-record.ts';

/** What a party is; its sector follows from this (`derive/sector.ts`). */
export const PARTY_KINDS = [
  ['state', 'State'],
  ['sub-state-government', 'Sub-state government'],
  ['agency', 'Agency'],
  ['intergovernmental-body', 'Intergovernmental body'],
  ['state-owned-company', 'State-owned company'],
  ['company', 'Company'],
  ['joint-venture', 'Joint venture'],
  ['university-consortium', 'University consortium'],
  ['association', 'Association'],
  ['other', 'Other'],
] as const;

/** The kind of a party. */
export type PartyKind = (typeof PARTY_KINDS)[number][0];

/** Whoever can sign, own or operate. */
export const party = defineRecord({
  type: 'party',
  label: 'Party',
  plural: 'Parties',
  description: 'Whoever can sign, own or operate',
  fields: {
    name: requiredText('Name'),
    kind: choice('Kind', PARTY_KINDS, { initial: 'other' }),
    countries: countries('Countries'),
    aliases: tags('Also known as'),
    seat: text('Seat', { help: 'Where its headquarters are' }),
    website: url('Website'),
  },
  columns: ['name', 'kind', 'countries', 'aliases'],
  title: (fields) => fields.name,
});
