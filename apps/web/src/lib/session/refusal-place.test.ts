import type { Mutation } from '@stationkeeper/protocol';
import type { Refusal } from '@stationkeeper/sync';
import { describe, expect, it } from 'vitest';
import { placeOfRefusal, refusalWords } from './refusal-place.ts';

const records = new Map([['a', { type: 'agreement' as const }]]);

function refusal(ops: Mutation['ops']): Refusal {
  const id = '00000000-0000-4000-8000-000000000000:1';
  const error = { code: 'forbidden' as const, message: 'No.' };
  return {
    mutation: { id, groupId: null, reason: null, undoes: null, ops },
    verdict: { id, status: 'rejected', error },
    at: 0,
  };
}

describe('an edit that was not accepted', () => {
  it('is settled on the page of the record that it is about', () => {
    const edits = { instrumentTitle: { from: null, to: 'T' } };
    const refused = refusal([{ op: 'update', type: 'agreement', id: 'a', edits }]);
    expect(placeOfRefusal(refused, records)).toEqual({ type: 'agreement', id: 'a' });
    expect(refusalWords(refused)).toBe('“Official title”');
  });

  it('is settled on the page of the owner where a record was to be made', () => {
    const fields = { agreement: 'a', party: 'p' };
    const refused = refusal([{ op: 'create', type: 'participation', id: 'new', fields }]);
    expect(placeOfRefusal(refused, records)).toEqual({ type: 'agreement', id: 'a' });
    expect(refusalWords(refused)).toBe('Participation');
  });

  it('has no page where a record of its own was to be made', () => {
    const refused = refusal([{ op: 'create', type: 'party', id: 'new', fields: { name: 'P' } }]);
    expect(placeOfRefusal(refused, records)).toBeNull();
  });
});
