import { error } from '@sveltejs/kit';
import { typeOfSegment } from '#lib/url/paths.ts';

export function load({ params }) {
  const type = typeOfSegment(params.list);
  if (!type) error(404, 'There is no such page.');
  return { type, id: params.id };
}
