import { choice, date, member, prose, ref, refs, requiredRef, requiredText, wording } from './field.ts';
import { defineRecord } from './define-record.ts';

/** What kind of step a milestone is; first crew and last crew decide when a station is crewed. */
export const MILESTONE_KINDS = [
  ['other', 'Other'],
  ['award', 'Award'],
  ['review', 'Review'],
  ['delivery', 'Delivery'],
  ['launch', 'Launch'],
  ['assembly', 'Assembly'],
  ['attachment', 'Attachment'],
  ['detachment', 'Detachment'],
  ['first-crew', 'First crew'],
  ['last-crew', 'Last crew'],
  ['operational', 'Operational'],
  ['opening', 'Opening'],
  ['policy', 'Policy'],
  ['retirement', 'Retirement'],
  ['deorbit', 'Deorbit'],
] as const;

/** Whether the step has happened. */
export const MILESTONE_STATES = [
  ['expected', 'Expected'],
  ['done', 'Done'],
  ['cancelled', 'Cancelled'],
  ['not-known', 'Not known'],
] as const;

/** A person's judgement of an expected step. */
export const ASSESSMENTS = [
  ['not-assessed', 'Not assessed'],
  ['on-track', 'On track'],
  ['at-risk', 'At risk'],
  ['off-track', 'Off track'],
] as const;

/** A dated step of a station or an agreement. What was expected of it and when are its forecasts. */
export const milestone = defineRecord({
  type: 'milestone',
  label: 'Milestone',
  plural: 'Milestones',
  description: 'A dated step of a station or an agreement',
  owner: 'subject',
  fields: {
    name: requiredText('Name'),
    subject: requiredRef('Of', ['station', 'agreement']),
    kind: choice('Kind', MILESTONE_KINDS),
    state: choice('State', MILESTONE_STATES, { asksReason: true }),
    assessment: choice('Assessment', ASSESSMENTS, { asksReason: true }),
    actual: date('Actual date', { asksReason: true }),
    actualWording: wording('actual', 'Actual date, as published'),
    baseline: ref('Baseline', ['forecast'], {
      help: 'The forecast that slip is measured from; the first one unless chosen',
      asksReason: true,
    }),
    responsible: ref('Responsible', ['party']),
    watcher: member('Watched by'),
    dependsOn: refs('Depends on', ['milestone']),
    description: prose('Description'),
  },
  columns: ['name', 'subject', 'kind', 'state', 'assessment', 'actual', 'responsible'],
  title: (fields) => fields.name,
});
