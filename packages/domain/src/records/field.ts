/**
 * Typed field builders. A field is a plain value that says all that is known of it: its kind, label,
 * limits and what it holds when nothing is stated. Parsing, merging, columns, controls and exports are
 * all functions over these values, one `switch` over `kind` each.
 *
 * Kinds merge in one of two ways: a *scalar* is compared and set as a whole, a *set* takes additions
 * and removals that commute.
 */
import type { RecordType } from './record-type.ts';

/** An amount of money. `amount` is a plain decimal such as '228000000' or '0.50'; `currency` is ISO 4217. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Anything that JSON can hold, for fields that store another field's value. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The value of any field. Sets are sorted and without repeats; null is 'not stated'. */
export type FieldValue = JsonValue | Money;

/** One choice and the words shown for it. */
export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

interface FieldCommon<V> {
  readonly label: string;
  readonly help?: string;
  /** Must hold something: null and empty are refused. */
  readonly isRequired: boolean;
  /** The value of a new record in which nothing is said. */
  readonly initial: V;
  /** The interface asks why when it changes. */
  readonly asksReason: boolean;
  /** Set once, on creation. */
  readonly isFixed: boolean;
  /** `members`: never sent to a wall screen. */
  readonly audience: 'screen' | 'members';
}

/** One line, several lines, or a web address. */
export interface TextField<V extends string | null = string | null> extends FieldCommon<V> {
  readonly kind: 'text' | 'prose' | 'url';
  /** In UTF-16 code units. */
  readonly maxLength: number;
  /** The date field whose published wording this is. */
  readonly wordingOf?: string;
}
/** One of a closed list; never null. */
export interface ChoiceField<V extends string = string> extends FieldCommon<V> {
  readonly kind: 'choice';
  readonly options: readonly Option<V>[];
}
/** Several of a closed list. */
export interface ChoicesField<V extends string = string> extends FieldCommon<readonly V[]> {
  readonly kind: 'choices';
  readonly options: readonly Option<V>[];
}
/** Free words, or ISO 3166-1 alpha-2 country codes. */
export interface WordsField extends FieldCommon<readonly string[]> {
  readonly kind: 'tags' | 'countries';
}
/** A date in EDTF (ISO 8601-2). */
export interface DateField<V extends string | null = string | null> extends FieldCommon<V> {
  readonly kind: 'date';
}
/** An amount with its currency. */
export interface MoneyField extends FieldCommon<Money | null> {
  readonly kind: 'money';
}
/** A number with its unit. */
export interface NumberField extends FieldCommon<number | null> {
  readonly kind: 'number';
  readonly isInteger: boolean;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}
/** Yes or no. */
export interface FlagField extends FieldCommon<boolean> {
  readonly kind: 'flag';
}
/** A member of the workspace, by user id. */
export interface MemberField<V extends string | null = string | null> extends FieldCommon<V> {
  readonly kind: 'member';
}
/** Another record, by id; `targets` are the types it may have. */
export interface RefField<V extends string | null = string | null> extends FieldCommon<V> {
  readonly kind: 'ref';
  readonly targets: readonly RecordType[];
}
/** Several other records, by id. */
export interface RefsField extends FieldCommon<readonly string[]> {
  readonly kind: 'refs';
  readonly targets: readonly RecordType[];
}
/** The value that a source claims for another field. */
export interface ClaimField extends FieldCommon<JsonValue> {
  readonly kind: 'claim';
}

/** Any field. */
export type Field =
  | TextField
  | ChoiceField
  | ChoicesField
  | WordsField
  | DateField
  | MoneyField
  | NumberField
  | FlagField
  | MemberField
  | RefField
  | RefsField
  | ClaimField;

/** The kind of a field. */
export type FieldKind = Field['kind'];

/** The type of the value that a field holds. */
export type ValueOf<F> = F extends { readonly initial: infer V } ? V : never;

/** What may be said of any field beside its kind. */
export interface FieldOptions {
  readonly help?: string;
  readonly asksReason?: boolean;
  readonly isFixed?: boolean;
  readonly audience?: 'screen' | 'members';
}

const SET_KINDS: ReadonlySet<FieldKind> = new Set(['choices', 'tags', 'countries', 'refs']);

/** True where additions and removals merge; otherwise the field is compared and set as a whole. */
export function isSetField(field: Field): field is ChoicesField | WordsField | RefsField {
  return SET_KINDS.has(field.kind);
}

function common<V>(label: string, isRequired: boolean, initial: V, options: FieldOptions): FieldCommon<V> {
  return {
    label,
    ...(options.help === undefined ? {} : { help: options.help }),
    isRequired,
    initial,
    asksReason: options.asksReason ?? false,
    isFixed: options.isFixed ?? false,
    audience: options.audience ?? 'screen',
  };
}

/** A line of text that may be missing. */
export function text(label: string, options: FieldOptions & { maxLength?: number } = {}): TextField {
  return {
    kind: 'text',
    maxLength: options.maxLength ?? 300,
    ...common<string | null>(label, false, null, options),
  };
}

/** A line of text that must be there, such as a name. */
export function requiredText(
  label: string,
  options: FieldOptions & { maxLength?: number } = {},
): TextField<string> {
  return { kind: 'text', maxLength: options.maxLength ?? 300, ...common(label, true, '', options) };
}

/** Several lines of plain text. */
export function prose(label: string, options: FieldOptions = {}): TextField {
  return { kind: 'prose', maxLength: 20_000, ...common<string | null>(label, false, null, options) };
}

/** Several lines of plain text that must be there. */
export function requiredProse(label: string, options: FieldOptions = {}): TextField<string> {
  return { kind: 'prose', maxLength: 20_000, ...common(label, true, '', options) };
}

/** An http or https address. */
export function url(label: string, options: FieldOptions = {}): TextField {
  return { kind: 'url', maxLength: 2_000, ...common<string | null>(label, false, null, options) };
}

/** The published wording of a date, which may stand beside it or alone. */
export function wording(dateField: string, label: string): TextField {
  return {
    kind: 'text',
    maxLength: 200,
    wordingOf: dateField,
    ...common<string | null>(label, false, null, {}),
  };
}

/** One of a closed list; the first option is what a new record holds, unless `initial` says otherwise. */
export function choice<const V extends string>(
  label: string,
  options: readonly (readonly [V, string])[],
  more: FieldOptions & { initial?: NoInfer<V> } = {},
): ChoiceField<V> {
  const first = options[0];
  if (!first) throw new Error(`${label}: a choice needs options`);
  return {
    kind: 'choice',
    options: toOptions(options),
    ...common(label, true, more.initial ?? first[0], more),
  };
}

/** Several of a closed list. */
export function choices<const V extends string>(
  label: string,
  options: readonly (readonly [V, string])[],
  more: FieldOptions = {},
): ChoicesField<V> {
  return { kind: 'choices', options: toOptions(options), ...common<readonly V[]>(label, false, [], more) };
}

function toOptions<V extends string>(pairs: readonly (readonly [V, string])[]): readonly Option<V>[] {
  return pairs.map(([value, label]) => ({ value, label }));
}

/** Free words, such as aliases. */
export function tags(label: string, options: FieldOptions = {}): WordsField {
  return { kind: 'tags', ...common<readonly string[]>(label, false, [], options) };
}

/** Countries, by ISO 3166-1 alpha-2 code. */
export function countries(label: string, options: FieldOptions = {}): WordsField {
  return { kind: 'countries', ...common<readonly string[]>(label, false, [], options) };
}

/** A date in EDTF that may be missing. */
export function date(label: string, options: FieldOptions = {}): DateField {
  return { kind: 'date', ...common<string | null>(label, false, null, options) };
}

/** A date in EDTF that must be there. */
export function requiredDate(label: string, options: FieldOptions = {}): DateField<string> {
  return { kind: 'date', ...common(label, true, '', options) };
}

/** An amount with its currency. */
export function money(label: string, options: FieldOptions = {}): MoneyField {
  return { kind: 'money', ...common<Money | null>(label, false, null, options) };
}

/** A number between `min` and `max`, in `unit`. */
export function number(
  label: string,
  range: { min: number; max: number; unit: string; isInteger?: boolean },
  options: FieldOptions = {},
): NumberField {
  return {
    kind: 'number',
    min: range.min,
    max: range.max,
    unit: range.unit,
    isInteger: range.isInteger ?? false,
    ...common<number | null>(label, false, null, options),
  };
}

/** Yes or no; a new record holds no. */
export function flag(label: string, options: FieldOptions = {}): FlagField {
  return { kind: 'flag', ...common(label, false, false, options) };
}

/** A member of the workspace. */
export function member(label: string, options: FieldOptions = {}): MemberField {
  return {
    kind: 'member',
    ...common<string | null>(label, false, null, { audience: 'members', ...options }),
  };
}

/** Another record that may be missing. */
export function ref(label: string, targets: readonly RecordType[], options: FieldOptions = {}): RefField {
  return { kind: 'ref', targets, ...common<string | null>(label, false, null, options) };
}

/** Another record that must be there. */
export function requiredRef(
  label: string,
  targets: readonly RecordType[],
  options: FieldOptions = {},
): RefField<string> {
  return { kind: 'ref', targets, ...common(label, true, '', options) };
}

/** Several other records. */
export function refs(label: string, targets: readonly RecordType[], options: FieldOptions = {}): RefsField {
  return { kind: 'refs', targets, ...common<readonly string[]>(label, false, [], options) };
}

/** The value that a source claims for a field. */
export function claim(label: string, options: FieldOptions = {}): ClaimField {
  return { kind: 'claim', ...common<JsonValue>(label, false, null, options) };
}
