/**
 * `defineRecord()` is the one place where a record type is described. From its value come the parser,
 * the patch parser and merge rule, the columns, the form, the import and export: see
 * `parse-record.ts`, `@stationkeeper/protocol/judge`, and what the server and the web app derive.
 *
 * Every record has a *handling*, added here.
 */
import { choice, type ChoiceField, type Field, type FieldValue, type ValueOf } from './field.ts';
import type { RecordType } from './record-type.ts';

/** Who may see a record beyond the members: `open` ones may stand on a wall screen. */
export const HANDLINGS = [
  ['open', 'Open'],
  ['internal', 'Internal'],
] as const;

/** The fields of a definition, by name. */
export type FieldMap = Readonly<Record<string, Field>>;

/** The values of a record with these fields, complete: what is not stated is null, empty or the initial choice. */
export type ValuesOf<F extends FieldMap> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** The field that every record has. */
export type WithHandling<F extends FieldMap> = F & { readonly handling: ChoiceField<'open' | 'internal'> };

/** Looks up another record's title; an unknown id reads as 'unknown record'. */
export type TitleOf = (id: string) => string;

/** What is known of a record type. */
export interface RecordDefinition<T extends RecordType = RecordType, F extends FieldMap = FieldMap> {
  readonly type: T;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  readonly fields: F;
  /** The ref field that names the record which owns this one and takes it along when it is deleted. */
  readonly owner: (keyof F & string) | null;
  /** A tie joins records and is edited on their pages, with no list of its own. */
  readonly isTie: boolean;
  /** The fields that a list shows first, in order. */
  readonly columns: readonly (keyof F & string)[];
  /** What the record is called. */
  readonly title: (fields: ValuesOf<F>, titleOf: TitleOf) => string;
}

/** A record as it stands: complete, frozen, `deletedSeq` being the change that deleted it. */
export interface StoredRecord<T extends RecordType = RecordType, F extends FieldMap = FieldMap> {
  readonly id: string;
  readonly type: T;
  readonly deletedSeq: number | null;
  readonly fields: ValuesOf<F>;
}

/** A record of which only the type name is known at run time. */
export interface AnyRecord {
  readonly id: string;
  readonly type: RecordType;
  readonly deletedSeq: number | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

interface Description<T extends RecordType, F extends FieldMap> {
  readonly type: T;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  readonly fields: F;
  readonly owner?: keyof F & string;
  readonly isTie?: boolean;
  readonly columns: readonly (keyof F & string)[];
  readonly title: (fields: ValuesOf<F>, titleOf: TitleOf) => string;
}

/** Describes a record type, once, for every part of the product. */
export function defineRecord<const T extends RecordType, const F extends FieldMap>(
  description: Description<T, F>,
): RecordDefinition<T, WithHandling<F>> {
  const fields: WithHandling<F> = {
    ...description.fields,
    handling: choice('Handling', HANDLINGS, { help: 'Open records may be shown on wall screens.' }),
  };
  return {
    ...description,
    fields,
    owner: description.owner ?? null,
    isTie: description.isTie ?? false,
  };
}

/** The values of a new record in which nothing is said. */
export function initialValues<F extends FieldMap>(fields: F): ValuesOf<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.initial]),
  ) as ValuesOf<F>;
}
