import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListState, writeListState, type ListState } from './list-state.ts';

const FILTERABLE = ['status', 'instrument', 'purposes'];
const value = fc.string({ minLength: 1, maxLength: 8 });

const state: fc.Arbitrary<ListState> = fc.record({
  text: fc.string(),
  sort: fc.option(
    fc.record({
      column: fc.constantFrom('name', 'announced'),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    }),
  ),
  filters: fc.dictionary(fc.constantFrom(...FILTERABLE), fc.array(value, { minLength: 1, maxLength: 3 }), {
    noNullPrototype: true,
  }),
  isDeletedShown: fc.boolean(),
});

describe('the address of a list', () => {
  it('round-trips any state', () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(readListState(new URLSearchParams(writeListState(given)), FILTERABLE)).toEqual(given);
      }),
    );
  });

  it('is bare where everything is as by default', () => {
    expect(writeListState({ text: '', sort: null, filters: {}, isDeletedShown: false })).toBe('');
  });

  it('ignores what is no filter', () => {
    const read = readListState(new URLSearchParams('?status=signed&colour=red&q=x'), FILTERABLE);
    expect(read.filters).toEqual({ status: ['signed'] });
  });
});
