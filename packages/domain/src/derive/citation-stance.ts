/*
 * What the citations of a field say of its present value. A citation keeps what its source claims, so it never vouches for a
 * value that was edited after it:
 *
 *   value                  cited by                          the field is
 *   not stated             nothing                           not-stated
 *   not stated             'none known as of ...'            none-known
 *   stated                 nothing                           uncited
 *   stated                 sources that claim just that      supported
 *   a set                  sources that claim some of it     partly-cited
 *   any                    a standing claim that differs     contested
 *
 * A claim that was set aside settles a contest: it is shown, and counts for nothing.
 */
import { parseEdtf } from '../dates/edtf-date.ts';
import { isSetField, type Field, type FieldValue } from '../records/field.ts';
import { fieldOf, type RecordOf } from '../records/registry.ts';
import type { AnyRecord } from '../records/define-record.ts';
import { sameValue } from '../records/same-value.ts';
import { citationsByRecord, type LiveRecords } from './live-records.ts';

/** What one citation says of the present value. */
export type CitationStance = 'supports' | 'contests' | 'none-known' | 'set-aside';

/** How a field stands with its sources. */
export type FieldStance =
  'not-stated' | 'none-known' | 'uncited' | 'partly-cited' | 'supported' | 'contested';

/** A field with its citations, each with its stance, in the order of arrival. */
export interface CitedField {
  readonly stance: FieldStance;
  readonly citations: readonly { readonly citation: RecordOf<'citation'>; readonly stance: CitationStance }[];
}

/** Choices that say nothing of the world. */
const SILENT: ReadonlySet<FieldValue> = new Set(['not-stated', 'not-known', 'not-assessed', '']);

/** True for a value that states nothing: null, an empty set or text, and choices such as 'not stated'. */
export function isUnstated(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null || (typeof value === 'string' && SILENT.has(value))) return true;
  return Array.isArray(value) && value.length === 0;
}

/** What a citation says of the present value of the field it is about. */
export function citationStance(citation: RecordOf<'citation'>, record: AnyRecord): CitationStance {
  const { field: name, stance, standing, claimed } = citation.fields;
  if (standing === 'set-aside') return 'set-aside';
  if (stance === 'none-known') return 'none-known';
  const field = fieldOf(record.type, name);
  const present = record.fields[name] ?? null;
  return field !== undefined && isClaimed(field, present, claimed) ? 'supports' : 'contests';
}

/** How one field of a record stands with its live citations. */
export function citedField(records: LiveRecords, record: AnyRecord, name: string): CitedField {
  const own = citationsByRecord(records.ofType('citation')).get(record.id) ?? [];
  const citations = own
    .filter(({ fields }) => fields.field === name)
    .map((citation) => ({ citation, stance: citationStance(citation, record) }));
  return { citations, stance: fieldStance(record, name, citations) };
}

function fieldStance(record: AnyRecord, name: string, citations: CitedField['citations']): FieldStance {
  const stances = new Set(citations.map(({ stance }) => stance));
  const present = record.fields[name] ?? null;
  if (stances.has('contests')) return 'contested';
  if (isUnstated(present)) return stances.has('none-known') ? 'none-known' : 'not-stated';
  if (!stances.has('supports')) return stances.has('none-known') ? 'contested' : 'uncited';
  return isCovered(present, citations) ? 'supported' : 'partly-cited';
}

/** A source may know some elements of a set; a claim of others contests it. */
function isClaimed(field: Field, present: FieldValue, claimed: FieldValue): boolean {
  if (field.kind === 'date') return typeof claimed === 'string' && canonicalDate(claimed) === present;
  if (!isSetField(field) || !Array.isArray(claimed) || !Array.isArray(present))
    return sameValue(present, claimed);
  const elements = new Set<unknown>(present);
  return claimed.every((element) => elements.has(element)) && (claimed.length > 0 || present.length === 0);
}

function isCovered(present: FieldValue, citations: CitedField['citations']): boolean {
  if (!Array.isArray(present)) return true;
  const vouched = new Set<unknown>(
    citations.flatMap(({ citation, stance }) => (stance === 'supports' ? citation.fields.claimed : [])),
  );
  return present.every((element) => vouched.has(element));
}

function canonicalDate(text: string): string | null {
  const parsed = parseEdtf(text);
  return parsed.ok ? parsed.value.text : null;
}
