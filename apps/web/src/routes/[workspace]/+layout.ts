import { error } from '@sveltejs/kit';
import { browser } from '$app/env';
import { fetchState, openOnServer } from '#lib/session/open-workspace.ts';

/** The records: the server's replica while it renders, a snapshot of it in the browser. */
export async function load({ params, data, fetch }) {
  if (browser) return { ...data, state: await fetchState(params.workspace, fetch) };
  const opened = await openOnServer(params.workspace);
  if (opened === null) error(404, 'There is no such workspace.');
  return { ...data, state: opened.state };
}
