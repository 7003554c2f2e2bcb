/**
 * Other words that a row of a list is found by: aliases and countries, its own and those of the parties and stations that
 * it joins, so that 'JAXA' and 'korea' find an agreement.
 */
import { countryName, type AnyRecord } from '@stationkeeper/domain';
import { elements, scalarText } from '#lib/fields/field-text.ts';

type Joined = {
  readonly get: (id: string) => AnyRecord | undefined;
  readonly children: (ownerId: string, type: 'participation' | 'involvement') => readonly AnyRecord[];
};

/** How the records that these name are called besides. */
export function alsoFoundBy(records: Joined): (record: AnyRecord) => string {
  return (record) => {
    const ties = [
      ...records.children(record.id, 'participation'),
      ...records.children(record.id, 'involvement'),
    ];
    const ids = [
      ...elements(record.fields['stations']),
      ...ties.map(({ fields }) => scalarText(fields['party'])),
    ];
    const named = ids.map((id) => records.get(id)).filter((other) => other?.deletedSeq === null);
    return [record, ...named].flatMap((other) => (other ? otherNames(other) : [])).join(' ');
  };
}

function otherNames({ fields }: AnyRecord): readonly string[] {
  return [...elements(fields['aliases']), ...elements(fields['countries']).map((code) => countryName(code))];
}
