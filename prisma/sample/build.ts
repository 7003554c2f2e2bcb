/**
 * How the sample workspace is written down: each record has a readable key ('axiom-boryung'), and each value
 * stands beside the citations that state it.
 *
 *   station('tiangong', TOPIC.tiangong,
 *     { name: 'Tiangong',
 *       phase: stated('operational', article(RUSSIA_CHINA_3, 'only other current LEO space station')) },
 *     article(RUSSIA_CHINA_3, 'Chinese Tiangong station'))
 *
 * The citations after the fields are the *basis*: they stand for every stated field that has none of its own.
 * What is left out is 'not stated' and gets no citation. Ids are made from the keys alone, so that they are the
 * same on every machine and a later edition of the sample finds its records again.
 */
import { createHash } from 'node:crypto';
import {
  fieldOf,
  parseValue,
  sameValue,
  type FieldsOf,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';

/** A place in a document that states a value. Without `claims` it states the value that it stands beside. */
export interface Cite {
  /** Key of the source. */
  readonly source: string;
  readonly locator: string;
  /** A few words of the document, exact. */
  readonly quote?: string;
  readonly claims?: FieldValue;
}

/** A value with the citations that state it. */
export interface Stated<V> {
  readonly value: V;
  readonly cites: readonly Cite[];
}

/** The fields of a record as they are written in the sample. */
export type Written<T extends RecordType> = {
  readonly [K in keyof FieldsOf<T>]?: FieldsOf<T>[K] | Stated<FieldsOf<T>[K]>;
};

/** A record of the sample with everything that is cited for it. */
export interface SampleRecord {
  readonly type: RecordType;
  readonly key: string;
  readonly id: string;
  /** What the record is about; the records of one topic share a group in the log. */
  readonly topic: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly citations: readonly FieldCitation[];
}

/** One citation of one field. */
export interface FieldCitation {
  readonly field: string;
  readonly cite: Cite;
  readonly claimed: FieldValue;
}

/** A deterministic UUID: SHA-256 of the name in the layout of version 8 (RFC 9562, section 5.8). */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`stationkeeper sample\n${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The id of a sample record. */
export function idOf(type: RecordType, key: string): string {
  return uuidOf(`${type}/${key}`);
}

/** Puts a value beside the citations that state it. */
export function stated<const V>(value: V, ...cites: readonly Cite[]): Stated<V> {
  return { value, cites };
}

/** A citation that claims another value than the one it stands beside, and so contests it. */
export function claiming(claims: FieldValue, cite: Cite): Cite {
  return { ...cite, claims };
}

/** The function that writes down records of one type. */
export function writer<T extends RecordType>(type: T) {
  return (key: string, topic: string, written: Written<T>, ...basis: readonly Cite[]): SampleRecord => {
    const fields: Record<string, FieldValue> = {};
    const citations: FieldCitation[] = [];
    for (const [name, entry] of Object.entries(written) as [string, unknown][]) {
      const { value, cites } = isStated(entry) ? entry : { value: entry, cites: basis };
      const canonical = canonicalValue(type, key, name, value);
      fields[name] = canonical;
      if (!saysSomething(type, name, canonical)) continue;
      for (const cite of cites) {
        const claimed = cite.claims === undefined ? canonical : canonicalValue(type, key, name, cite.claims);
        citations.push({ field: name, cite, claimed });
      }
    }
    return { type, key, id: idOf(type, key), topic, fields, citations };
  };
}

function isStated(entry: unknown): entry is Stated<unknown> {
  return typeof entry === 'object' && entry !== null && 'cites' in entry;
}

function canonicalValue(type: RecordType, key: string, name: string, value: unknown): FieldValue {
  const field = fieldOf(type, name);
  if (!field) throw new Error(`${type} ${key}: no field ${name}`);
  const parsed = parseValue(field, value, name);
  if (parsed.ok) return parsed.value;
  throw new Error(
    `${type} ${key}: ${parsed.error.map((problem) => `${problem.path} ${problem.message}`).join('; ')}`,
  );
}

/** Empty values and the choice 'not stated' say nothing that a document could state. */
function saysSomething(type: RecordType, name: string, value: FieldValue): boolean {
  const field = fieldOf(type, name);
  if (value === null || value === false || value === 'not-stated') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(field?.kind === 'flag' && sameValue(value, field.initial));
}
