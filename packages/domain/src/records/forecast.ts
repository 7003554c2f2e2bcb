import { prose, ref, requiredDate, requiredRef, wording } from './field.ts';
import { defineRecord } from './define-record.ts';

/** What somebody expected of a milestone, and when they said so. Added, never overwritten, save to correct a slip of the pen. */
export const forecast = defineRecord({
  type: 'forecast',
  label: 'Forecast',
  plural: 'Forecasts',
  description: 'What somebody expected of a milestone, and when they said so',
  owner: 'milestone',
  fields: {
    milestone: requiredRef('Milestone', ['milestone'], { isFixed: true }),
    expected: requiredDate('Expected', { asksReason: true }),
    expectedWording: wording('expected', 'Expected, as published'),
    statedOn: requiredDate('Stated on', { help: 'When they said so' }),
    statedBy: ref('Stated by', ['party']),
    remark: prose('Remark'),
  },
  columns: ['expected', 'statedOn', 'statedBy', 'remark'],
  title: (fields, titleOf) => `Forecast of ${titleOf(fields.milestone)}`,
});
