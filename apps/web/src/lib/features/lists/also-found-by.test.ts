import type { AnyRecord } from '@stationkeeper/domain';
import { expect, it } from 'vitest';
import { alsoFoundBy } from './also-found-by.ts';

function record(id: string, type: AnyRecord['type'], fields: AnyRecord['fields']): AnyRecord {
  return { id, type, deletedSeq: null, fields };
}

it('an agreement is found by the aliases and countries of its parties and stations', () => {
  const known = new Map(
    [
      record('p', 'party', { aliases: ['JAXA'], countries: ['JP'] }),
      record('s', 'station', { aliases: ['ISS'] }),
    ].map((one) => [one.id, one]),
  );
  const ties = [record('t', 'participation', { agreement: 'a', party: 'p' })];
  const words = alsoFoundBy({
    get: (id) => known.get(id),
    children: (_, type) => (type === 'participation' ? ties : []),
  })(record('a', 'agreement', { stations: ['s'] }));
  expect(words).toBe('ISS JAXA Japan');
});
