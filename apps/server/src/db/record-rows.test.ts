import { definitionOf, initialValues } from '@stationkeeper/domain';
import { expect, test } from 'vitest';
import { toColumns } from './record-rows.ts';

function sourcePublished(published: string | null) {
  const fields = { ...initialValues(definitionOf('source').fields), title: 'A release', published };
  const { published_earliest: earliest, published_latest: latest } = toColumns({
    id: '00000000-0000-7000-8000-000000000000',
    type: 'source',
    deletedSeq: null,
    fields,
  });
  return [earliest, latest];
}

test.each([
  ['2024-01-12', ['2024-01-12', '2024-01-12']],
  ['2027-35', ['2027-07-01', '2027-09-30']],
  ['2030', ['2030-01-01', '2030-12-31']],
  ['198X', ['1980-01-01', '1989-12-31']],
  ['2028/..', ['2028-01-01', 'infinity']],
  ['../2030', ['-infinity', '2030-12-31']],
  [null, [null, null]],
])('%s stands in the row with its first and last day', (published, days) => {
  expect(sourcePublished(published)).toEqual(days);
});
