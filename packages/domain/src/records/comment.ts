import { flag, member, ref, requiredProse, requiredRef, text } from './field.ts';
import { defineRecord } from './define-record.ts';
import { RECORD_TYPES } from './record-type.ts';

/** Something said about a record or one of its fields. Only its author may change it. */
export const comment = defineRecord({
  type: 'comment',
  label: 'Comment',
  plural: 'Comments',
  description: 'Something said about a record',
  owner: 'record',
  fields: {
    record: requiredRef(
      'Record',
      RECORD_TYPES.filter((type) => type !== 'comment'),
      {
        isFixed: true,
        audience: 'members',
      },
    ),
    field: text('Field', { maxLength: 60, isFixed: true, audience: 'members' }),
    author: member('Author', { isFixed: true }),
    replyTo: ref('Reply to', ['comment'], { isFixed: true, audience: 'members' }),
    body: requiredProse('Comment', { audience: 'members' }),
    isResolved: flag('Resolved', { audience: 'members' }),
  },
  columns: ['body', 'author', 'isResolved'],
  title: (fields, titleOf) => `Comment on ${titleOf(fields.record)}`,
});
