/**
 * Finds records by what they are called. Every word typed must begin a word of the title; titles that begin with what was
 * typed come first. Titles are folded once for each record (records are frozen), so that a keystroke over ten thousand
 * costs a few milliseconds.
 */
import { RECORD_TYPES, definitionOf, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import { fold } from '#lib/fields/fold.ts';

export type Found = { readonly record: AnyRecord; readonly title: string; readonly kind: string };

export type Searchable = {
  readonly all: (type: RecordType) => readonly AnyRecord[];
  readonly title: (id: string) => string;
};

/** Ties, citations and comments are reached through the records that they join. */
const SEARCHED = RECORD_TYPES.filter(
  (type) => !definitionOf(type).isTie && !['citation', 'comment', 'forecast', 'flag-answer'].includes(type),
);

const folded = new WeakMap<AnyRecord, string>();

function foldedTitle(records: Searchable, record: AnyRecord): string {
  const known = folded.get(record);
  if (known !== undefined) return known;
  const made = fold(`${records.title(record.id)} ${aliasesOf(record)}`);
  folded.set(record, made);
  return made;
}

function aliasesOf(record: AnyRecord): string {
  const aliases = record.fields['aliases'];
  return Array.isArray(aliases) ? aliases.join(' ') : '';
}

/** The best matches for what was typed, at most `limit`; nothing typed finds nothing. */
export function findRecords(records: Searchable, typed: string, limit: number): readonly Found[] {
  const query = fold(typed.trim());
  if (query === '') return [];
  const words = query.split(/\s+/u);
  const hits: { record: AnyRecord; rank: number; length: number }[] = [];
  for (const record of SEARCHED.flatMap((type) => [...records.all(type)])) {
    const title = foldedTitle(records, record);
    if (words.every((word) => hasWord(title, word))) {
      hits.push({ record, rank: title.startsWith(query) ? 0 : 1, length: title.length });
    }
  }
  hits.sort((a, b) => a.rank - b.rank || a.length - b.length);
  return hits.slice(0, limit).map(({ record }) => ({
    record,
    title: records.title(record.id),
    kind: definitionOf(record.type).label,
  }));
}

function hasWord(title: string, word: string): boolean {
  const at = title.indexOf(word);
  if (at <= 0) return at === 0;
  return !/[\p{L}\p{N}]/u.test(title[at - 1] ?? '') || title.includes(` ${word}`);
}
