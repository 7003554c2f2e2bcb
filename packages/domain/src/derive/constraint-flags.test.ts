import { describe, expect, it } from 'vitest';
import type { FieldsOf, RecordOf } from '../records/registry.ts';
import { agreementFlags, constraintFlags } from './constraint-flags.ts';
import { TestRecords } from './records.test-support.ts';

interface World {
  readonly records: TestRecords;
  readonly nasa: RecordOf<'party'>;
  readonly cmsa: RecordOf<'party'>;
  readonly axiom: RecordOf<'party'>;
}

function world(): World {
  const records = new TestRecords();
  return {
    records,
    nasa: records.party('agency', { name: 'NASA', countries: ['US'] }),
    cmsa: records.party('agency', { name: 'CMSA', countries: ['CN'] }),
    axiom: records.party('company', { name: 'Axiom', countries: ['US'] }),
  };
}

/** NASA with China, as in the law of 2011. */
function rule({ records, nasa }: World, more: Partial<FieldsOf<'constraint'>> = {}): RecordOf<'constraint'> {
  const sides = { bindsParties: [nasa.id], withCountries: ['CN'] };
  return records.add('constraint', { name: 'Rule', effect: 'requires-authorisation', ...sides, ...more });
}

const flagsOf = ({ records }: World, agreement: RecordOf<'agreement'>) => agreementFlags(records, agreement);

describe('a constraint', () => {
  it('flags an agreement when both sides match, and says who', () => {
    const w = world();
    const constraint = rule(w);
    const [flag] = flagsOf(w, w.records.agreement([w.nasa, w.cmsa, w.axiom]));
    expect([flag?.constraint, flag?.binds, flag?.with, flag?.answer]).toEqual([
      constraint,
      [w.nasa.id],
      [w.cmsa.id],
      null,
    ]);
  });

  it('does not flag when only one side matches', () => {
    const w = world();
    rule(w);
    expect(flagsOf(w, w.records.agreement([w.nasa, w.axiom]))).toEqual([]);
    expect(flagsOf(w, w.records.agreement([w.axiom, w.cmsa]))).toEqual([]);
    expect(constraintFlags(w.records).size).toBe(0);
  });

  it('never flags when it excludes', () => {
    const w = world();
    rule(w, { effect: 'excludes' });
    expect(flagsOf(w, w.records.agreement([w.nasa, w.cmsa]))).toEqual([]);
  });

  it('matches nobody on a side that says nothing', () => {
    const w = world();
    rule(w, { withCountries: [] });
    expect(flagsOf(w, w.records.agreement([w.nasa, w.cmsa]))).toEqual([]);
  });

  it('needs country and kind together where both are stated', () => {
    const w = world();
    rule(w, { bindsParties: [], bindsCountries: ['US'], bindsKinds: ['company'] });
    expect(flagsOf(w, w.records.agreement([w.nasa, w.cmsa]))).toEqual([]);
    expect(flagsOf(w, w.records.agreement([w.axiom, w.cmsa]))[0]?.binds).toEqual([w.axiom.id]);
  });

  it('needs two parties even where one stands on both sides', () => {
    const w = world();
    rule(w, { bindsParties: [], bindsCountries: ['US'], withCountries: ['US'] });
    expect(flagsOf(w, w.records.agreement([w.nasa, w.cmsa]))).toEqual([]);
    expect(flagsOf(w, w.records.agreement([w.nasa, w.axiom]))).toHaveLength(1);
  });

  it('reaches whom a party acts for, but not as its own opposite', () => {
    const w = world();
    const state = w.records.party('state', { countries: ['CN'] });
    rule(w, { withCountries: [], withParties: [state.id] });
    const agreement = w.records.agreement([w.nasa]);
    w.records.add('participation', { agreement: agreement.id, party: w.axiom.id, actsFor: state.id });
    expect(flagsOf(w, agreement)[0]?.with).toEqual([w.axiom.id]);
    const alone = w.records.agreement([state]);
    w.records.add('participation', { agreement: alone.id, party: w.nasa.id, actsFor: state.id });
    expect(flagsOf(w, alone)).toEqual([]);
  });

  it.each([
    [{ from: '2011' }, { signed: '1998-01-29', expires: '2005' }, 0],
    [{ from: '2011' }, { signed: '1998-01-29' }, 1],
    [{ from: '2011', until: '2020' }, { signed: '2021' }, 0],
    [{ until: '2020' }, { signed: '2020-06' }, 1],
    [{}, {}, 1],
  ])('in force %j and an agreement of %j give %i flags', (dates, agreed, count) => {
    const w = world();
    rule(w, dates);
    expect(flagsOf(w, w.records.agreement([w.nasa, w.cmsa], agreed))).toHaveLength(count);
  });

  it('does not flag a party that had withdrawn before it was in force', () => {
    const w = world();
    rule(w, { from: '2011' });
    const agreement = w.records.agreement([w.nasa, w.axiom]);
    w.records.add('participation', { agreement: agreement.id, party: w.cmsa.id, withdrawn: '2005' });
    expect(flagsOf(w, agreement)).toEqual([]);
  });

  it('shows the last answer given', () => {
    const w = world();
    const constraint = rule(w).id;
    const agreement = w.records.agreement([w.nasa, w.cmsa]);
    w.records.add('flag-answer', { agreement: agreement.id, constraint, answer: 'applies' });
    w.records.add('flag-answer', { agreement: agreement.id, constraint, answer: 'cleared' });
    expect(constraintFlags(w.records).get(agreement.id)?.[0]?.answer?.fields.answer).toBe('cleared');
  });
});
