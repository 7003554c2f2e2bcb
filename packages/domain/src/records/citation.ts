import { choice, claim, date, prose, requiredRef, requiredText, text } from './field.ts';
import { defineRecord } from './define-record.ts';
import { RECORD_TYPES } from './record-type.ts';

/** Records whose fields can be cited: all but citations and comments themselves. */
export const CITABLE_TYPES = RECORD_TYPES.filter((type) => type !== 'citation' && type !== 'comment');

/** Ties a source to one field of one record, and keeps what the source claims there. */
export const citation = defineRecord({
  type: 'citation',
  label: 'Citation',
  plural: 'Citations',
  description: 'What a source says of one field of one record',
  owner: 'record',
  fields: {
    record: requiredRef('Record', CITABLE_TYPES, { isFixed: true }),
    field: requiredText('Field', { maxLength: 60, isFixed: true }),
    source: requiredRef('Source', ['source']),
    locator: text('Locator', { help: 'Page, note or section' }),
    quote: prose('Quote', { help: 'A few words, exact' }),
    stance: choice('Claims', [
      ['value', 'A value'],
      ['none-known', 'None known'],
    ]),
    claimed: claim('Claimed value'),
    asOf: date('As of', { help: 'For “none known”: the date to which that holds' }),
    standing: choice(
      'Standing',
      [
        ['stands', 'Stands'],
        ['set-aside', 'Set aside'],
      ],
      { help: 'A contest is settled by setting a claim aside, with the reason', asksReason: true },
    ),
  },
  columns: ['source', 'field', 'locator', 'quote'],
  title: (fields, titleOf) => `${titleOf(fields.source)} on ${titleOf(fields.record)}`,
});
