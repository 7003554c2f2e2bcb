/** The records that a reference may name, found by typing. */
import { definitionOf, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import type { Records } from '#lib/session/records.svelte.ts';
import type { Option } from '#lib/ui/option.ts';
import { fold } from './fold.ts';

/** More would not fit in the list. */
const MOST = 30;

/** Live records of these types whose title contains what was typed; those that begin with it come first. */
export function findTargets(
  records: Pick<Records, 'all' | 'title'>,
  targets: readonly RecordType[],
  typed: string,
  isTaken: (id: string) => boolean,
): readonly Option[] {
  const query = fold(typed.trim());
  const hits: { record: AnyRecord; title: string; isFirst: boolean }[] = [];
  for (const record of targets.flatMap((type) => [...(records.all(type) as readonly AnyRecord[])])) {
    if (isTaken(record.id)) continue;
    const title = records.title(record.id);
    const folded = fold(title);
    if (folded.includes(query)) hits.push({ record, title, isFirst: folded.startsWith(query) });
  }
  hits.sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || a.title.localeCompare(b.title, 'en'));
  return hits.slice(0, MOST).map(({ record, title }) => ({
    value: record.id,
    label: title,
    ...(targets.length > 1 ? { detail: definitionOf(record.type).label } : {}),
  }));
}
