import { fieldOf, type Field } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { fieldText, isNotStated } from './field-text.ts';

const names = { titleOf: (id: string) => `record ${id}`, nameOf: (id: string) => `person ${id}` };

function field(name: string): Field {
  const found = fieldOf('agreement', name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

describe('a value in words', () => {
  it('is nothing where nothing is stated', () => {
    expect(fieldText(field('value'), null, names)).toBeNull();
    expect(fieldText(field('purposes'), [], names)).toBeNull();
    expect(fieldText(field('announced'), '2027-35', names)).toBe('Q3 2027');
  });

  it('tells a choice of not stating from a value', () => {
    expect(isNotStated(field('status'), 'not-stated')).toBe(true);
    expect(isNotStated(field('status'), 'signed')).toBe(false);
  });
});
