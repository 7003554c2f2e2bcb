import { choice, choices, date, money, number, prose, refs, requiredText, text, wording } from './field.ts';
import { defineRecord } from './define-record.ts';

/** The legal form of an agreement. */
export const INSTRUMENTS = [
  ['not-stated', 'Not stated'],
  ['intergovernmental-agreement', 'Intergovernmental agreement'],
  ['treaty', 'Treaty'],
  ['implementing-arrangement', 'Implementing arrangement'],
  ['memorandum-of-understanding', 'Memorandum of understanding'],
  ['letter-of-intent', 'Letter of intent'],
  ['space-act-agreement-funded', 'Space Act Agreement, funded'],
  ['space-act-agreement-unfunded', 'Space Act Agreement, unfunded'],
  ['contract', 'Contract'],
  ['shareholder-agreement', 'Shareholder agreement'],
  ['other', 'Other'],
] as const;

/** What an agreement is for. */
export const PURPOSES = [
  ['development', 'Development'],
  ['module', 'Module'],
  ['seats', 'Seats'],
  ['barter', 'Barter'],
  ['research', 'Research'],
  ['technology', 'Technology'],
  ['market', 'Market'],
  ['equity', 'Equity'],
] as const;

/** How an agreement stands; never inferred one from another. */
export const AGREEMENT_STATUSES = [
  ['not-stated', 'Not stated'],
  ['under-discussion', 'Under discussion'],
  ['announced', 'Announced'],
  ['signed', 'Signed'],
  ['in-force', 'In force'],
  ['suspended', 'Suspended'],
  ['ended', 'Ended'],
] as const;

/** Why an agreement ended. */
export const END_REASONS = [
  ['not-stated', 'Not stated'],
  ['expired', 'Expired'],
  ['terminated', 'Terminated'],
  ['superseded', 'Superseded'],
  ['completed', 'Completed'],
] as const;

/** The tie itself: who has agreed what. Its parties are participations. */
export const agreement = defineRecord({
  type: 'agreement',
  label: 'Agreement',
  plural: 'Agreements',
  description: 'Who has agreed what with whom',
  fields: {
    name: requiredText('Name'),
    summary: prose('Summary'),
    instrument: choice('Instrument', INSTRUMENTS),
    instrumentTitle: text('Official title', { maxLength: 500 }),
    purposes: choices('Purposes', PURPOSES),
    status: choice('Status', AGREEMENT_STATUSES, { asksReason: true }),
    endReason: choice('Why it ended', END_REASONS),
    announced: date('Announced'),
    announcedWording: wording('announced', 'Announced, as published'),
    signed: date('Signed'),
    signedWording: wording('signed', 'Signed, as published'),
    inEffect: date('In effect from'),
    inEffectWording: wording('inEffect', 'In effect, as published'),
    expires: date('Expires'),
    expiresWording: wording('expires', 'Expires, as published'),
    value: money('Value'),
    statedPartyCount: number('Stated number of parties', {
      min: 0,
      max: 1000,
      unit: 'parties',
      isInteger: true,
    }),
    stations: refs('Stations', ['station']),
  },
  columns: ['name', 'instrument', 'status', 'purposes', 'stations', 'announced', 'signed', 'value'],
  title: (fields) => fields.name,
});
