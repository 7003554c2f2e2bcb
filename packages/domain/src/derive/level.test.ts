import { describe, expect, it } from 'vitest';
import { PARTY_KINDS } from '../records/party.ts';
import { agreementLevel, levelBetween } from './level.ts';
import { partyCount } from './party-count.ts';
import { TestRecords, TODAY } from './records.test-support.ts';
import { sectorOf } from './sector.ts';

const kinds = PARTY_KINDS.map(([kind]) => kind);

describe('the sector of a party', () => {
  it('counts state-owned companies as public and joint ventures as commercial', () => {
    const sectors = Object.fromEntries(kinds.map((kind) => [kind, sectorOf(kind)]));
    expect(sectors).toEqual({
      state: 'public',
      'sub-state-government': 'public',
      agency: 'public',
      'intergovernmental-body': 'public',
      'state-owned-company': 'public',
      company: 'commercial',
      'joint-venture': 'commercial',
      'university-consortium': 'non-profit',
      association: 'non-profit',
      other: 'undetermined',
    });
  });
});

describe('the level of an agreement', () => {
  it.each([
    [['agency', 'state'], 'public-public'],
    [['agency', 'company'], 'public-commercial'],
    [['state-owned-company', 'company'], 'public-commercial'],
    [['company', 'joint-venture'], 'commercial-commercial'],
    [['company', 'university-consortium'], 'with-non-profit'],
    [['association', 'other'], 'with-non-profit'],
    [['company', 'other'], 'undetermined'],
    [['agency', 'company', 'other'], 'undetermined'],
    [['agency'], 'undetermined'],
    [[], 'undetermined'],
  ] as const)('between %j is %s', (of, level) => {
    const records = new TestRecords();
    expect(levelBetween(of.map((kind) => records.party(kind)))).toBe(level);
  });

  it('counts a party once however many roles it has', () => {
    const records = new TestRecords();
    const company = records.party('company');
    expect(agreementLevel(records, records.agreement([company, company]).id, TODAY)).toBe('undetermined');
  });

  it('follows a withdrawal once it is wholly past', () => {
    const records = new TestRecords();
    const agreement = records.agreement([records.party('company'), records.party('joint-venture')]);
    const left = { agreement: agreement.id, party: records.party('agency').id };
    records.add('participation', { ...left, withdrawn: '2026' });
    expect(agreementLevel(records, agreement.id, TODAY)).toBe('public-commercial');
    const later = new TestRecords();
    const other = later.agreement([later.party('company'), later.party('joint-venture')]);
    later.add('participation', { agreement: other.id, party: later.party('agency').id, withdrawn: '2025' });
    expect(agreementLevel(later, other.id, TODAY)).toBe('commercial-commercial');
  });

  it('stays what it was when fewer than two are left', () => {
    const records = new TestRecords();
    const agreement = records.agreement([records.party('company')]);
    records.add('participation', {
      agreement: agreement.id,
      party: records.party('agency').id,
      until: '2020',
    });
    expect(agreementLevel(records, agreement.id, TODAY)).toBe('public-commercial');
  });

  it('leaves out parties that are deleted', () => {
    const records = new TestRecords();
    const agreement = records.agreement([records.party('company'), records.party('agency')]);
    records.add('participation', { agreement: agreement.id, party: 'a-deleted-party' });
    expect(agreementLevel(records, agreement.id, TODAY)).toBe('public-commercial');
  });
});

describe('the party count', () => {
  it('sets the stated number beside the named ones', () => {
    const records = new TestRecords();
    const parties = [records.party('state'), records.party('agency')];
    expect(partyCount(records, records.agreement(parties, { statedPartyCount: 15 }), TODAY).words).toBe(
      '15 stated, 2 named',
    );
    expect(partyCount(records, records.agreement(parties), TODAY).words).toBe('2 named');
  });
});
