/** The records that a reference may name, found by typing. */
import { definitionOf, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import type { Records } from '#lib/session/records.svelte.ts';
import type { Option } from '#lib/ui/option.ts';
import { fold } from './fold.ts';

/** More would not fit in the list. */
const MOST = 30;

type Hit = {
  readonly record: AnyRecord;
  readonly title: string;
  readonly alias: string | null;
  readonly rank: number;
};

/** Live records of these types whose title or alias contains what was typed; those that begin with it come first. */
export function findTargets(
  records: Pick<Records, 'all' | 'title'>,
  targets: readonly RecordType[],
  typed: string,
  isTaken: (id: string) => boolean,
): readonly Option[] {
  const query = fold(typed.trim());
  const all = targets.flatMap((type) => [...(records.all(type) as readonly AnyRecord[])]);
  const hits = all
    .filter(({ id }) => !isTaken(id))
    .flatMap((record) => hitOf(record, records.title(record.id), query));
  hits.sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title, 'en'));
  return hits.slice(0, MOST).map((hit) => optionOf(hit, targets.length > 1));
}

function hitOf(record: AnyRecord, title: string, query: string): readonly Hit[] {
  const folded = fold(title);
  if (folded.includes(query)) return [{ record, title, alias: null, rank: folded.startsWith(query) ? 0 : 1 }];
  const aliases = record.fields['aliases'];
  if (!Array.isArray(aliases)) return [];
  const alias = (aliases as readonly string[]).find((other) => fold(other).includes(query));
  return alias === undefined ? [] : [{ record, title, alias, rank: fold(alias).startsWith(query) ? 0 : 1 }];
}

/** The detail says which alias matched, and what kind of record it is where there are several. */
function optionOf({ record, title, alias }: Hit, isOfSeveralTypes: boolean): Option {
  const kind = isOfSeveralTypes ? definitionOf(record.type).label : null;
  const detail = [alias, kind].filter((part) => part !== null).join(' · ');
  return { value: record.id, label: title, ...(detail === '' ? {} : { detail }) };
}

/** What a record that needs no more than a name is called by. */
const NAMED_BY: Partial<Record<RecordType, string>> = { party: 'name', station: 'name', source: 'title' };

/** The type that can be made while choosing, and the fields that the typed name makes; null where none can. */
export function creatableTarget(
  targets: readonly RecordType[],
): { type: RecordType; fieldsOf: (typed: string) => Readonly<Record<string, string>> } | null {
  const type = targets.find((target) => NAMED_BY[target] !== undefined);
  const name = type && NAMED_BY[type];
  return type && name !== undefined ? { type, fieldsOf: (typed) => ({ [name]: typed }) } : null;
}
