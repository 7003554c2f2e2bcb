import { RECORD_TYPES, definitionOf } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { relationColumns, relationsOf } from './relations.ts';

describe('relations', () => {
  it('of a party to its agreements begin with the agreement', () => {
    const agreements = relationsOf('party').find(
      ({ type, field }) => type === 'participation' && field === 'party',
    );
    expect(agreements && relationColumns(agreements)[0]).toBe('agreement');
  });

  it('of an agreement are its parties first, and what points at it', () => {
    const headings = relationsOf('agreement').map(({ heading }) => heading);
    expect(headings.slice(0, 3)).toEqual(['Parties', 'Earlier agreements', 'Parties it establishes']);
    expect(headings).toContain('Later agreements');
  });

  it('include every owned type once, at its owner', () => {
    for (const type of RECORD_TYPES.filter(
      (name) => !['citation', 'comment', 'flag-answer'].includes(name),
    )) {
      const owner = definitionOf(type).owner;
      if (owner === null) continue;
      const owners = RECORD_TYPES.filter((other) =>
        relationsOf(other).some((relation) => relation.type === type && relation.isOwned),
      );
      expect(owners.length, type).toBeGreaterThan(0);
    }
  });

  it('show columns that exist and do not repeat the page', () => {
    for (const type of RECORD_TYPES) {
      for (const relation of relationsOf(type)) {
        const columns = relationColumns(relation);
        expect(columns).not.toContain(relation.field);
        expect(columns.every((name) => name in definitionOf(relation.type).fields)).toBe(true);
      }
    }
  });
});
