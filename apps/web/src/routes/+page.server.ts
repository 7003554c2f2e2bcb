import { redirect } from '@sveltejs/kit';
import { requestPort } from '#lib/session/request-port.ts';
import { signInPath } from '#lib/url/paths.ts';

/** Whoever has one workspace goes there at once, unless they ask to choose. */
export async function load({ url }) {
  const port = requestPort();
  if (port.needsSetup) redirect(303, '/setup');
  if (port.user === null) redirect(303, signInPath('/'));
  const workspaces = await port.workspaces();
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  if (only && !url.searchParams.has('choose')) redirect(303, `/${only.slug}`);
  return { workspaces };
}
