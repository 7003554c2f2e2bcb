import { choice, prose, requiredRef } from './field.ts';
import { defineRecord } from './define-record.ts';

/** What a person answered to the flag that a constraint raised on an agreement. */
export const flagAnswer = defineRecord({
  type: 'flag-answer',
  label: 'Answer to a flag',
  plural: 'Answers to flags',
  description: 'What a person answered to a flag',
  owner: 'agreement',
  fields: {
    agreement: requiredRef('Agreement', ['agreement'], { isFixed: true }),
    constraint: requiredRef('Constraint', ['constraint'], { isFixed: true }),
    answer: choice(
      'Answer',
      [
        ['applies', 'Applies'],
        ['does-not-apply', 'Does not apply'],
        ['cleared', 'Cleared'],
      ],
      { asksReason: true },
    ),
    explanation: prose('Explanation', { help: 'For “cleared”: by whom or what' }),
  },
  columns: ['constraint', 'answer', 'explanation'],
  title: (fields, titleOf) => `${titleOf(fields.constraint)} on ${titleOf(fields.agreement)}`,
});
