import { error, redirect } from '@sveltejs/kit';
import { openOnServer } from '#lib/session/open-workspace.ts';
import { requestPort } from '#lib/session/request-port.ts';
import { signInPath } from '#lib/url/paths.ts';

/** Lets members in. Outsiders and strangers to the address see the same: nothing is here. */
export async function load({ params, url }) {
  const { user } = requestPort();
  if (user === null) redirect(303, signInPath(url.pathname + url.search));
  const opened = await openOnServer(params.workspace);
  if (opened === null) error(404, 'There is no such workspace.');
  const { id, slug, name, role, members } = opened;
  return { user, workspace: { id, slug, name }, role, members };
}
