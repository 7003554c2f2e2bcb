import { RECORD_TYPES, definitionOf } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { pageFields } from './page-fields.ts';

describe('the page of a record', () => {
  it('shows every field of every type exactly once', () => {
    for (const type of RECORD_TYPES) {
      const { title, rows } = pageFields(type);
      const shown = [title, ...rows.flatMap(({ name, wording }) => [name, wording])].filter(
        (name) => name !== null,
      );
      expect(shown.toSorted()).toEqual(Object.keys(definitionOf(type).fields).toSorted());
    }
  });

  it('puts the published wording beside its date', () => {
    const announced = pageFields('agreement').rows.find(({ name }) => name === 'announced');
    expect(announced?.wording).toBe('announcedWording');
  });
});
