import { describe, expect, it } from 'vitest';
import type { FieldsOf } from '../records/registry.ts';
import { TestRecords } from './records.test-support.ts';
import { countComparison, statementMatches } from './statement-match.ts';

function world(agreed: Partial<FieldsOf<'agreement'>> = {}, stated: Partial<FieldsOf<'statement'>> = {}) {
  const records = new TestRecords();
  const russia = records.party('state', { countries: ['RU'] });
  const roscosmos = records.party('agency', { countries: ['RU'] });
  const cmsa = records.party('agency', { countries: ['CN'] });
  const tiangong = records.add('station', { name: 'Tiangong' });
  const subjects = [russia.id, cmsa.id, tiangong.id];
  const statement = records.add('statement', { stance: 'none-known', asOf: '2025-09', subjects, ...stated });
  const agreement = records.agreement([roscosmos, cmsa], { stations: [tiangong.id], ...agreed });
  return { records, statement, matches: statementMatches(records, statement), agreement };
}

describe('a statement that none is known', () => {
  it('is matched by a newer agreement that ties all of its subjects; a state is meant by its agency', () => {
    const { matches, agreement } = world({ signed: '2026-02-01' });
    expect(matches).toEqual([{ agreementId: agreement.id, isSurelyNewer: true }]);
  });

  it('is matched, but not for sure, by an undated agreement', () => {
    expect(world().matches.map(({ isSurelyNewer }) => isSurelyNewer)).toEqual([false]);
    expect(world({ signed: '2025' }).matches.map(({ isSurelyNewer }) => isSurelyNewer)).toEqual([false]);
  });

  it('is not matched by what was there before', () => {
    expect(world({ announced: '2024', signed: '2026' }).matches).toEqual([]);
  });

  it('is not matched by an agreement on another station, nor when it asserts', () => {
    expect(world({ signed: '2026-02-01', stations: [] }).matches).toEqual([]);
    expect(world({ signed: '2026-02-01' }, { stance: 'asserted' }).matches).toEqual([]);
  });

  it('is not matched when it names fewer than two subjects', () => {
    expect(world({ signed: '2026-02-01' }, { subjects: [] }).matches).toEqual([]);
  });
});

describe('a stated count', () => {
  it('is compared with the subjects that are still there', () => {
    const { records, statement } = world({}, { statedCount: 6 });
    expect(countComparison(records, statement)).toEqual({ stated: 6, live: 3, isEqual: false });
    expect(countComparison(records, world().statement)).toBeNull();
  });
});
