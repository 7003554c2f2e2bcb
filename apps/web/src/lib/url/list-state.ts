/** What a list shows, as its address says it, so that a link shows what the sender saw. Everything has a default. */
import type { TableSort } from '#lib/ui/table-column.ts';

export type ListState = {
  /** Words that a row must contain. */
  readonly text: string;
  readonly sort: TableSort | null;
  /** Field name -> values of which a row must have one. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly isDeletedShown: boolean;
};

const RESERVED = new Set(['q', 'sort', 'deleted']);

/** Reads a list's address; `filterable` are the fields that may be filtered by, anything else is ignored. */
export function readListState(
  params: Pick<URLSearchParams, 'get' | 'getAll' | 'has'>,
  filterable: readonly string[],
): ListState {
  const filters = filterable.flatMap((name) => {
    const values = params.getAll(name).filter((value) => value !== '');
    return values.length === 0 || RESERVED.has(name) ? [] : [[name, values] as const];
  });
  return {
    text: params.get('q') ?? '',
    sort: readSort(params.get('sort')),
    filters: Object.fromEntries(filters),
    isDeletedShown: params.has('deleted'),
  };
}

function readSort(text: string | null): TableSort | null {
  if (text === null || text === '' || text === '-') return null;
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'desc' }
    : { column: text, direction: 'asc' };
}

/** The query of an address: empty where everything is as by default. */
export function writeListState({ text, sort, filters, isDeletedShown }: ListState): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  if (sort) params.set('sort', sort.direction === 'desc' ? `-${sort.column}` : sort.column);
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) params.append(name, value);
  }
  if (isDeletedShown) params.set('deleted', '');
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
