import { describe, expect, it } from 'vitest';
import type { FieldsOf } from '../records/registry.ts';
import { citedField } from './citation-stance.ts';
import { TestRecords } from './records.test-support.ts';

type Citation = Partial<FieldsOf<'citation'>>;

function stances(fields: Partial<FieldsOf<'agreement'>>, field: string, citations: readonly Citation[]) {
  const records = new TestRecords();
  const agreement = records.add('agreement', { name: 'Agreement', ...fields });
  for (const citation of citations) records.add('citation', { record: agreement.id, field, ...citation });
  records.add('citation', { record: 'another', field, claimed: 'unrelated' });
  const cited = citedField(records, agreement, field);
  return [cited.stance, ...cited.citations.map(({ stance }) => stance)];
}

describe('a citation', () => {
  it.each([
    [{ signed: '1998-01-29' }, 'signed', '1998-01-29', 'supports'],
    [{ signed: '1998-01-29' }, 'signed', '1998', 'contests'],
    [{ signed: '[2021..2022]' }, 'signed', '[2022,2021]', 'supports'],
    [{ instrument: 'contract' }, 'instrument', 'space-act-agreement-funded', 'contests'],
    [{ statedPartyCount: 15 }, 'statedPartyCount', 15, 'supports'],
    [{ value: { amount: '100', currency: 'USD' } }, 'value', { currency: 'USD', amount: '100' }, 'supports'],
    [{ purposes: ['market', 'module'] }, 'purposes', ['module', 'market'], 'supports'],
    [{ purposes: ['module'] }, 'purposes', ['module', 'market'], 'contests'],
    [{ signed: null }, 'signed', '1998', 'contests'],
  ] as const)('of %j for %s claiming %j %s it', (fields, field, claimed, stance) => {
    expect(stances(fields, field, [{ claimed }])[1]).toBe(stance);
  });

  it('counts for nothing once it is set aside', () => {
    const aside = { claimed: 'contract', standing: 'set-aside' } as const;
    expect(stances({ instrument: 'contract' }, 'instrument', [aside])).toEqual(['uncited', 'set-aside']);
  });
});

describe('a field', () => {
  it('is uncited when stated without a source, and not stated when empty', () => {
    expect(stances({ instrument: 'contract' }, 'instrument', [])).toEqual(['uncited']);
    expect(stances({}, 'instrument', [])).toEqual(['not-stated']);
    expect(stances({}, 'purposes', [])).toEqual(['not-stated']);
  });

  it('is contested as soon as one standing claim differs, whatever supports it', () => {
    const claims = [{ claimed: 'contract' }, { claimed: 'space-act-agreement-funded' }];
    expect(stances({ instrument: 'contract' }, 'instrument', claims)).toEqual([
      'contested',
      'supports',
      'contests',
    ]);
  });

  it('is contested after its value was edited, until a source claims the new one', () => {
    expect(stances({ signed: '2025' }, 'signed', [{ claimed: '2024' }])).toEqual(['contested', 'contests']);
  });

  it('is partly cited while an element of a set has no source', () => {
    const purposes = ['market', 'module'] as const;
    expect(stances({ purposes }, 'purposes', [{ claimed: ['module'] }])).toEqual([
      'partly-cited',
      'supports',
    ]);
    expect(stances({ purposes }, 'purposes', [{ claimed: ['module'] }, { claimed: ['market'] }])[0]).toBe(
      'supported',
    );
  });

  it('is none-known by a source that says so, while it is empty', () => {
    const none = { stance: 'none-known', asOf: '2025-09' } as const;
    expect(stances({}, 'expires', [none])).toEqual(['none-known', 'none-known']);
    expect(stances({ expires: '2030' }, 'expires', [none])).toEqual(['contested', 'none-known']);
    expect(stances({ expires: '2030' }, 'expires', [none, { claimed: '2030' }])[0]).toBe('supported');
  });
});
