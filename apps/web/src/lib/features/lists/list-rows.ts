/** Which records a list shows and in which order. Pure: records, columns and the state of the address in, records out. */
import type { AnyRecord } from '@stationkeeper/domain';
import { fold } from '#lib/fields/fold.ts';
import type { TableSort } from '#lib/ui/table-column.ts';
import type { ListState } from '#lib/url/list-state.ts';
import { holdsOneOf, type ListColumn, type SortKey } from './list-columns.ts';

/** The records that pass the filters and contain every word, in the order in which they came. */
export function filterRows(
  records: readonly AnyRecord[],
  { text, filters }: Pick<ListState, 'text' | 'filters'>,
  searchText: (record: AnyRecord) => string,
): readonly AnyRecord[] {
  const words = fold(text.trim()).split(/\s+/u).filter(Boolean);
  const wanted = Object.entries(filters);
  if (words.length === 0 && wanted.length === 0) return records;
  return records.filter(
    (record) =>
      wanted.every(([name, values]) => holdsOneOf(record, name, values)) &&
      (words.length === 0 || contains(searchText(record), words)),
  );
}

function contains(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** The records by what their cells in one column are ordered by. */
export function sortRows(
  records: readonly AnyRecord[],
  columns: readonly ListColumn[],
  sort: TableSort | null,
): readonly AnyRecord[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (!sort || !column) return records;
  const sign = sort.direction === 'asc' ? 1 : -1;
  return records
    .map((record) => ({ record, key: column.sortKey(record) }))
    .sort((a, b) => compare(a.key, b.key, sign))
    .map(({ record }) => record);
}

/** What is not stated stands last, whichever way the rest is ordered. */
function compare(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

const collator = new Intl.Collator('en', { numeric: true });

/** The words of a record by which a list is searched, its cells and what else names it, made once for each record as it stands. */
export function searchTexts(
  columns: readonly ListColumn[],
  alsoFoundBy: (record: AnyRecord) => string = () => '',
): (record: AnyRecord) => string {
  const made = new WeakMap<AnyRecord, string>();
  return (record) => {
    const known = made.get(record);
    if (known !== undefined) return known;
    const cells = columns.map((column) => column.text(record) ?? '');
    const text = fold([...cells, alsoFoundBy(record)].join(' '));
    made.set(record, text);
    return text;
  };
}
