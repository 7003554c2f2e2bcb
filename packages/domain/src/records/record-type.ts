/** Every record type, in the order in which a workspace is filled: a type points only at itself and those before it, save a milestone at its baseline. */
export const RECORD_TYPES = [
  'source',
  'party',
  'station',
  'agreement',
  'participation',
  'involvement',
  'ownership',
  'membership',
  'attachment',
  'succession',
  'establishes',
  'milestone',
  'forecast',
  'statement',
  'question',
  'constraint',
  'flag-answer',
  'citation',
  'comment',
] as const;

/** The name of a record type, as it stands in the log, in addresses and (in snake_case) in table names. */
export type RecordType = (typeof RECORD_TYPES)[number];

/** True for a text that names a record type. */
export function isRecordType(text: unknown): text is RecordType {
  return typeof text === 'string' && (RECORD_TYPES as readonly string[]).includes(text);
}
