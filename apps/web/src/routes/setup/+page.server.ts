import { redirect } from '@sveltejs/kit';
import { requestPort } from '#lib/session/request-port.ts';

export function load({ url }) {
  if (!requestPort().needsSetup) redirect(303, '/');
  return { code: url.searchParams.get('code') ?? '' };
}
