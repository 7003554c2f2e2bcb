import { requestPort } from '#lib/session/request-port.ts';

/** Who asks; every page below knows. */
export function load() {
  const { user, needsSetup } = requestPort();
  return { user, needsSetup };
}
