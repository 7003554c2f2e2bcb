/** Values in words, with nothing where nothing is stated, so that components can say so in their own way. */
import { formatValue, NOT_STATED, type Field, type FieldValue, type Names } from '@stationkeeper/domain';
import { formatEdtf, parseEdtf } from '@stationkeeper/domain/dates/edtf-date';

/** The value in words, or null where nothing is stated. */
export function fieldText(field: Field, value: FieldValue | undefined, names: Names): string | null {
  return value === undefined || isEmpty(value) ? null : formatValue(field, value, names);
}

/** The elements of a set value. */
export function elements(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** True where nothing is stated: nothing, an empty set, or the choice that says so. */
export function isNotStated(field: Field, value: FieldValue | undefined): boolean {
  return field.kind === 'choice' ? value === 'not-stated' : value === undefined || isEmpty(value);
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A date exactly as precise as it is known. */
export function dateText(edtf: string): string {
  const parsed = parseEdtf(edtf);
  return parsed.ok ? formatEdtf(parsed.value) : edtf;
}

/** What stands where nothing is: a list of things can be empty, a statement can be missing. */
export function emptyWords(field: Field): string {
  return field.kind === 'refs' || field.kind === 'tags' ? 'none' : NOT_STATED;
}

/** A scalar value as the text that it is stored as. */
export function scalarText(value: FieldValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
