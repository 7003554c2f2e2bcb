import { fieldOf, type Field } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { draftOf, readDraft } from './field-draft.ts';

function field(type: Parameters<typeof fieldOf>[0], name: string): Field {
  const found = fieldOf(type, name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

describe('a draft', () => {
  it('shows a date as people write it and reads it back as the same date', () => {
    const announced = field('agreement', 'announced');
    expect(draftOf(announced, '2027-35')).toBe('Q3 2027');
    expect(readDraft(announced, 'Q3 2027')).toEqual({ ok: true, value: '2027-35' });
    expect(readDraft(announced, '')).toEqual({ ok: true, value: null });
    expect(readDraft(announced, 'soonish').ok).toBe(false);
  });

  it('takes amounts with or without separators', () => {
    const value = field('agreement', 'value');
    expect(readDraft(value, { amount: '228,000,000', currency: 'usd' })).toEqual({
      ok: true,
      value: { amount: '228000000', currency: 'USD' },
    });
    expect(readDraft(value, { amount: ' ', currency: 'USD' })).toEqual({ ok: true, value: null });
  });

  it('reads amounts as press releases write them, exactly', () => {
    const value = field('agreement', 'value');
    const read = (amount: string) => readDraft(value, { amount, currency: 'USD' });
    expect(read('228 million')).toEqual({ ok: true, value: { amount: '228000000', currency: 'USD' } });
    expect(read('1.5bn')).toEqual({ ok: true, value: { amount: '1500000000', currency: 'USD' } });
    expect(read('0.25 M')).toEqual({ ok: true, value: { amount: '250000', currency: 'USD' } });
    expect(read('about 12')).toEqual({ ok: false, error: expect.stringContaining('12,500,000') as string });
  });

  it('says what is wrong, by the rules of the server', () => {
    const name = field('agreement', 'name');
    expect(readDraft(name, '  ')).toEqual({ ok: false, error: 'Name must be stated.' });
    const share = field('ownership', 'share');
    expect(readDraft(share, '140').ok).toBe(false);
    expect(readDraft(share, '12.5')).toEqual({ ok: true, value: 12.5 });
  });

  it('keeps sets sorted and without repeats', () => {
    expect(readDraft(field('party', 'aliases'), ['b', 'a', 'b'])).toEqual({ ok: true, value: ['a', 'b'] });
  });
});
