import { definitionOf, initialValues, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import type { Records } from '#lib/session/records.svelte.ts';
import { creatableTarget, findTargets } from './find-targets.ts';

function party(id: string, name: string, aliases: readonly string[] = []): AnyRecord {
  const fields = { ...initialValues(definitionOf('party').fields), name, aliases };
  return { id, type: 'party', deletedSeq: null, fields };
}

const parties = [
  party('1', 'Northern Space Agency', ['NSA', 'Élan']),
  party('2', 'Habitats of the North'),
  party('3', 'Transatlantic Habitats'),
];
const records = {
  all: (type: RecordType) => (type === 'party' ? parties : []),
  title: (id: string) => String(parties.find((record) => record.id === id)?.fields['name']),
} as unknown as Pick<Records, 'all' | 'title'>;
const found = (typed: string) => findTargets(records, ['party'], typed, () => false);

describe('a picker', () => {
  it('finds by alias as well, and says which', () => {
    expect(found('nsa')).toEqual([
      { value: '1', label: 'Northern Space Agency', detail: 'NSA' },
      { value: '3', label: 'Transatlantic Habitats' },
    ]);
    expect(found('elan').map(({ value }) => value)).toEqual(['1']);
  });

  it('puts names that begin with what was typed first', () => {
    expect(found('north').map(({ value }) => value)).toEqual(['1', '2']);
  });

  it('leaves out what is taken', () => {
    expect(findTargets(records, ['party'], 'habitats', (id) => id === '2')).toHaveLength(1);
  });

  it('makes on the way only what needs no more than a name', () => {
    expect(creatableTarget(['source'])?.fieldsOf('A release')).toEqual({ title: 'A release' });
    expect(creatableTarget(['station', 'agreement'])?.type).toBe('station');
    expect(creatableTarget(['milestone'])).toBeNull();
  });
});
