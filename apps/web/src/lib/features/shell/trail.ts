/** Where one is, as words: the list, and within it the record. */
import { definitionOf } from '@stationkeeper/domain';
import type { Session } from '#lib/session/session.svelte.ts';
import { listPath, typeOfSegment } from '#lib/url/paths.ts';

export type Crumb = { readonly label: string; readonly href: string | null };

const PAGES: Readonly<Record<string, string>> = { timeline: 'Timeline', members: 'Members' };

/** The crumbs of an address inside a workspace, outermost first. */
export function trailOf(pathname: string, session: Session): readonly Crumb[] {
  const [, slug = '', segment, id] = pathname.split('/');
  if (segment === undefined || segment === '') return [{ label: 'Overview', href: null }];
  const type = typeOfSegment(segment);
  if (!type) return [{ label: PAGES[segment] ?? 'Not found', href: null }];
  const list = { label: definitionOf(type).plural, href: id === undefined ? null : listPath(slug, type) };
  if (id === undefined) return [list];
  return [list, { label: session.records.get(id) ? session.records.title(id) : 'Not found', href: null }];
}
