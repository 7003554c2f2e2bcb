import { definitionOf, initialValues, type AnyRecord } from '@stationkeeper/domain';
import type { CreateOp } from '@stationkeeper/protocol';

/** The record that a creation makes. */
export function initialRecord({ type, id, fields }: CreateOp): AnyRecord {
  return { type, id, deletedSeq: null, fields: { ...initialValues(definitionOf(type).fields), ...fields } };
}
