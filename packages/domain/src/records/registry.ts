/** The only list of record types and their definitions. */
import { agreement } from './agreement.ts';
import { citation } from './citation.ts';
import { comment } from './comment.ts';
import { constraint } from './constraint.ts';
import type { AnyRecord, RecordDefinition, StoredRecord, ValuesOf } from './define-record.ts';
import type { Field } from './field.ts';
import { flagAnswer } from './flag-answer.ts';
import { forecast } from './forecast.ts';
import { milestone } from './milestone.ts';
import { party } from './party.ts';
import { question } from './question.ts';
import type { RecordType } from './record-type.ts';
import { source } from './source.ts';
import { statement } from './statement.ts';
import { station } from './station.ts';
import { attachment } from './ties/attachment.ts';
import { establishes } from './ties/establishes.ts';
import { involvement } from './ties/involvement.ts';
import { membership } from './ties/membership.ts';
import { ownership } from './ties/ownership.ts';
import { participation } from './ties/participation.ts';
import { succession } from './ties/succession.ts';

/** Record type -> definition. */
export const registry = {
  source,
  party,
  station,
  agreement,
  participation,
  involvement,
  ownership,
  membership,
  attachment,
  succession,
  establishes,
  milestone,
  forecast,
  statement,
  question,
  constraint,
  'flag-answer': flagAnswer,
  citation,
  comment,
} as const satisfies Record<RecordType, unknown>;

/** The field values of a record of type T. */
export type FieldsOf<T extends RecordType> = ValuesOf<(typeof registry)[T]['fields']>;

/** A stored record of type T with its exact fields. */
export type RecordOf<T extends RecordType> = StoredRecord<T, (typeof registry)[T]['fields']>;

/** The definition of a type that is known only at run time. */
export function definitionOf(type: RecordType): RecordDefinition {
  // The titles take exact values; through this door only the definition's own records are passed in.
  return registry[type] as unknown as RecordDefinition;
}

/** The field of that name, or undefined where the type has none. */
export function fieldOf(type: RecordType, name: string): Field | undefined {
  const fields = definitionOf(type).fields;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Narrows a record to its type. */
export function isOfType<T extends RecordType>(
  record: AnyRecord | undefined,
  type: T,
): record is AnyRecord & RecordOf<T> {
  return record?.type === type;
}

/** The id of the record that owns this one, or null for a record that stands alone. */
export function ownerIdOf(record: Pick<AnyRecord, 'type' | 'fields'>): string | null {
  const owner = definitionOf(record.type).owner;
  const value = owner === null ? null : record.fields[owner];
  return typeof value === 'string' ? value : null;
}

/** What a record is called; `lookup` finds the records that its name is made of. */
export function titleOf(record: AnyRecord, lookup: (id: string) => AnyRecord | undefined): string {
  return definitionOf(record.type).title(record.fields, (id) => {
    const other = lookup(id);
    return other ? titleOf(other, lookup) : 'unknown record';
  });
}

/** The ids in the value of a ref or refs field: none, one or several. */
export function elementsOfRefs(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
