import { definitionOf, initialValues, type AnyRecord } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import type { ListState } from '../../url/list-state.ts';
import type { ListColumn } from './list-columns.ts';
import { filterRows, searchTexts, sortRows } from './list-rows.ts';

function agreement(id: string, fields: AnyRecord['fields']): AnyRecord {
  return {
    id,
    type: 'agreement',
    deletedSeq: null,
    fields: { ...initialValues(definitionOf('agreement').fields), ...fields },
  };
}

const records = [
  agreement('a', { name: 'Élan module', status: 'signed', purposes: ['module'] }),
  agreement('b', { name: 'Boreal seats', status: 'announced', purposes: ['seats'] }),
  agreement('c', { name: 'Austral 10', status: 'signed', purposes: ['seats', 'research'] }),
  agreement('d', { name: 'Austral 9', status: 'not-stated' }),
];
const name: ListColumn = {
  id: 'name',
  label: 'Name',
  width: 1,
  isSortable: true,
  text: (record) => String(record.fields['name']),
  sortKey: (record) => (record.fields['status'] === 'not-stated' ? null : String(record.fields['name'])),
};
const shown = (state: Partial<ListState>) =>
  filterRows(
    sortRows(records, [name], state.sort ?? null),
    { text: '', filters: {}, ...state },
    searchTexts([name]),
  ).map(({ id }) => id);

describe('the rows of a list', () => {
  it('contain every word, without case and accents', () => {
    expect(shown({ text: 'elan MOD' })).toEqual(['a']);
  });

  it('pass every filter with one of its values', () => {
    expect(shown({ filters: { status: ['signed'] } })).toEqual(['a', 'c']);
    expect(shown({ filters: { status: ['signed', 'announced'], purposes: ['seats'] } })).toEqual(['b', 'c']);
  });

  it('have what is not stated last, whichever way they are sorted', () => {
    expect(shown({ sort: { column: 'name', direction: 'asc' } })).toEqual(['c', 'b', 'a', 'd']);
    expect(shown({ sort: { column: 'name', direction: 'desc' } })).toEqual(['a', 'b', 'c', 'd']);
  });
});
