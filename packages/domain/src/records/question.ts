import { choice, prose, refs, requiredProse } from './field.ts';
import { defineRecord } from './define-record.ts';

/** An open policy question that the team watches. */
export const question = defineRecord({
  type: 'question',
  label: 'Question',
  plural: 'Questions',
  description: 'An open policy question that the team watches',
  fields: {
    question: requiredProse('Question'),
    status: choice(
      'Status',
      [
        ['open', 'Open'],
        ['watching', 'Watching'],
        ['answered', 'Answered'],
      ],
      { asksReason: true },
    ),
    bearsOn: refs('Bears on', ['station', 'party', 'agreement', 'milestone', 'constraint']),
    background: prose('Background'),
    answer: prose('Answer'),
  },
  columns: ['question', 'status', 'bearsOn'],
  title: (fields) => fields.question,
});
