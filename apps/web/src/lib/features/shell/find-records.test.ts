import { definitionOf, initialValues, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { findRecords, type Searchable } from './find-records.ts';

function party(id: string, name: string, aliases: readonly string[] = []): AnyRecord {
  const fields = { ...initialValues(definitionOf('party').fields), name, aliases };
  return { id, type: 'party', deletedSeq: null, fields };
}

const parties = [
  party('1', 'Boreal Habitats'),
  party('2', 'Habitats of the North', ['HN']),
  party('3', 'Élan Orbital'),
];
const records: Searchable = {
  all: (type: RecordType) => (type === 'party' ? parties : []),
  title: (id) => String(parties.find((record) => record.id === id)?.fields['name']),
};
const found = (typed: string) => findRecords(records, typed, 10).map(({ record }) => record.id);

describe('search by title', () => {
  it('puts titles that begin with what was typed first', () => {
    expect(found('hab')).toEqual(['2', '1']);
  });

  it('matches words from their beginning, in any order, without accents and case', () => {
    expect(found('orbital elan')).toEqual(['3']);
    expect(found('bitats')).toEqual([]);
  });

  it('knows aliases', () => {
    expect(found('hn')).toEqual(['2']);
  });

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
  });
});
