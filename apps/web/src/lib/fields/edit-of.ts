/** The edit that brings a field from the value that was seen to the value that is wanted. */
import { isSetField, sameValue, type Field, type FieldValue } from '@stationkeeper/domain';
import type { Edit } from '@stationkeeper/protocol';
import { elements } from './field-text.ts';

/** Null where nothing would change. */
export function editOf(field: Field, seen: FieldValue, wanted: FieldValue): Edit | null {
  if (sameValue(seen, wanted)) return null;
  if (!isSetField(field)) return { from: seen, to: wanted };
  const before = new Set(elements(seen));
  const after = new Set(elements(wanted));
  return {
    add: [...after].filter((element) => !before.has(element)),
    remove: [...before].filter((element) => !after.has(element)),
  };
}
