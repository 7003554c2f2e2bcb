import { browser } from '$app/env';
import { getJson } from '#lib/http/json.ts';

type Offer = { readonly workspaceName: string; readonly role: string; readonly expiresAt: string };

/** The offer is read by the browser: whoever holds the link may know it, and the server's half has no need to. */
export async function load({ params, fetch, parent }) {
  const { user } = await parent();
  const offer = browser
    ? await getJson<Offer>(`/api/invitations/${encodeURIComponent(params.token)}`, fetch)
    : null;
  return { token: params.token, offer, signedInAs: user?.name ?? null };
}
