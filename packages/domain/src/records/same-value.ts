import type { FieldValue } from './field.ts';

/** True when two canonical field values are equal. Objects compare by members, in any order. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const inA = Object.entries(a);
  const inB = Object.fromEntries(Object.entries(b));
  return (
    inA.length === Object.keys(inB).length &&
    inA.every(
      ([key, value]) => Object.hasOwn(inB, key) && sameValue(value as FieldValue, inB[key] as FieldValue),
    )
  );
}
