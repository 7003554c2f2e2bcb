import { date, prose, requiredText, text, url } from './field.ts';
import { defineRecord } from './define-record.ts';

/** A citable document. Its publication date is not the date of the event it reports. */
export const source = defineRecord({
  type: 'source',
  label: 'Source',
  plural: 'Sources',
  description: 'A citable document',
  fields: {
    title: requiredText('Title', { maxLength: 500 }),
    authors: text('Authors'),
    publisher: text('Publisher'),
    published: date('Published', { help: 'When the document appeared, not when the event took place' }),
    url: url('Address'),
    remark: prose('Remark'),
  },
  columns: ['title', 'publisher', 'published', 'url'],
  title: (fields) => fields.title,
});
