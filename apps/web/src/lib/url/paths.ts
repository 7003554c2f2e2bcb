/**
 * The addresses of the app, made in one place. Every record has one, ties and forecasts too, so that anything that is
 * shown can be linked.
 */
import { RECORD_TYPES, definitionOf, type RecordType } from '@stationkeeper/domain';

function segmentOf(type: RecordType): string {
  return definitionOf(type)
    .plural.toLowerCase()
    .replaceAll(/[^a-z]+/g, '-');
}

const SEGMENTS: ReadonlyMap<RecordType, string> = new Map(
  RECORD_TYPES.map((type) => [type, segmentOf(type)]),
);
const TYPES: ReadonlyMap<string, RecordType> = new Map(
  [...SEGMENTS].map(([type, segment]) => [segment, type]),
);

/** The record type that an address segment names, or undefined: 'agreements' -> 'agreement'. */
export function typeOfSegment(segment: string): RecordType | undefined {
  return TYPES.get(segment);
}

/** The list of all records of a type. */
export function listPath(slug: string, type: RecordType): string {
  return `/${slug}/${SEGMENTS.get(type) ?? type}`;
}

/** One record's page. */
export function recordPath(slug: string, record: { readonly type: RecordType; readonly id: string }): string {
  return `${listPath(slug, record.type)}/${record.id}`;
}

/** Where to sign in, and where to go on to afterwards. Only addresses of our own are followed. */
export function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Stands for our own site, whatever its name. */
const HERE = 'http://here.invalid';

/**
 * The address after sign-in: a path of our own, never another site's. Read as browsers read it, which leave out tabs and
 * line breaks and take a backslash for a slash; a path that begins with two slashes would be read as a site once more.
 */
export function safeNext(next: string | null): string {
  const url = next?.startsWith('/') ? URL.parse(next, HERE) : null;
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
