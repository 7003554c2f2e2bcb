/** What the sidebar leads to, in its order. */
import type { RecordType } from '@stationkeeper/domain';
import { definitionOf } from '@stationkeeper/domain';
import { listPath } from '#lib/url/paths.ts';

export type Destination = {
  readonly label: string;
  readonly href: string;
  readonly icon: IconName;
  /** Whose number stands beside it. */
  readonly counts?: RecordType;
};

export type IconName =
  | 'overview'
  | 'timeline'
  | 'agreement'
  | 'station'
  | 'party'
  | 'milestone'
  | 'question'
  | 'constraint'
  | 'statement'
  | 'source';

type Group = { readonly label: string | null; readonly destinations: readonly Destination[] };

/** The record types with a list of their own. */
export const LISTED_TYPES = [
  'agreement',
  'station',
  'party',
  'milestone',
  'question',
  'constraint',
  'statement',
  'source',
] as const satisfies readonly RecordType[];

const WATCHED = new Set<RecordType>(['question', 'constraint', 'statement', 'source']);

/** The groups of the sidebar for one workspace. */
export function groupsFor(slug: string): readonly Group[] {
  const lists = LISTED_TYPES.map((type) => destinationOf(slug, type));
  return [
    {
      label: null,
      destinations: [
        { label: 'Overview', href: `/${slug}`, icon: 'overview' },
        { label: 'Timeline', href: `/${slug}/timeline`, icon: 'timeline' },
      ],
    },
    { label: 'Programmes', destinations: lists.filter(({ counts }) => !WATCHED.has(counts)) },
    { label: 'Knowledge', destinations: lists.filter(({ counts }) => WATCHED.has(counts)) },
  ];
}

function destinationOf(slug: string, type: (typeof LISTED_TYPES)[number]) {
  return { label: definitionOf(type).plural, href: listPath(slug, type), icon: type, counts: type };
}

/** True when the address is this destination or lies below it. */
export function isCurrent(destination: Destination, pathname: string, slug: string): boolean {
  if (destination.href === `/${slug}`) return pathname === destination.href;
  return pathname === destination.href || pathname.startsWith(`${destination.href}/`);
}
