import { RECORD_TYPES, definitionOf } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { pageFields } from './page-fields.ts';

describe('the page of a record', () => {
  it('shows every field of every type exactly once', () => {
    for (const type of RECORD_TYPES) {
      const { title, rows, afterFacts, second } = pageFields(type);
      const all = [...rows, ...afterFacts, ...second];
      const shown = [title, ...all.flatMap(({ name, wording }) => [name, wording])].filter(
        (name) => name !== null,
      );
      expect(shown.toSorted()).toEqual(Object.keys(definitionOf(type).fields).toSorted());
    }
  });

  it('has who is in an agreement before its dates, and what a milestone comes to beside its state', () => {
    expect(pageFields('agreement').second[0]?.name).toBe('announced');
    expect(pageFields('milestone').rows.at(-1)?.name).toBe('state');
    expect(pageFields('party').second).toEqual([]);
  });

  it('puts the published wording beside its date', () => {
    const announced = pageFields('agreement').second.find(({ name }) => name === 'announced');
    expect(announced?.wording).toBe('announcedWording');
  });
});
