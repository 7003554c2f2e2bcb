import { redirect } from '@sveltejs/kit';
import { requestPort } from '#lib/session/request-port.ts';
import { safeNext } from '#lib/url/paths.ts';

export function load({ url }) {
  const port = requestPort();
  const next = safeNext(url.searchParams.get('next'));
  if (port.needsSetup) redirect(303, '/setup');
  if (port.user !== null) redirect(303, next);
  return { next };
}
