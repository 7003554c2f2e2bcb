import { requiredRef } from '../field.ts';
import { defineRecord } from '../define-record.ts';
import { tieFields } from './tie-fields.ts';

/** A station attached to a host station; without one in force it is free-flying. */
export const attachment = defineRecord({
  type: 'attachment',
  label: 'Attachment',
  plural: 'Attachments',
  description: 'A station attached to a host station',
  owner: 'station',
  isTie: true,
  fields: {
    station: requiredRef('Station', ['station'], { isFixed: true }),
    host: requiredRef('Host station', ['station']),
    ...tieFields,
  },
  columns: ['station', 'host', 'from', 'until', 'certainty'],
  title: (fields, titleOf) => `${titleOf(fields.station)} at ${titleOf(fields.host)}`,
});
