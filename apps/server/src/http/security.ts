/**
 * What every answer says to browsers, and which pages may speak to us.
 *
 * The pages' Content-Security-Policy comes from Kit, which knows the nonce of each answer (apps/web/vite.config.ts).
 * Everything below /api is never a document, so its policy allows nothing.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Headers for every answer. What only makes sense over TLS is said only when browsers come by https. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const isSecure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: isSecure && { policy: 'same-origin' },
    originAgentCluster: isSecure,
    strictTransportSecurity: isSecure && { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false },
    // Invitation links carry their secret in the address.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

/** For answers that are never shown as a page. */
export const noDocument: RequestHandler = (_req, res, next) => {
  res.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  res.set('Cache-Control', 'no-store');
  next();
};

export type OriginRule = {
  publicUrl: string;
  /** Whether X-Forwarded-Host was written by a proxy of ours; a page cannot add that header to a socket. */
  trustsProxy: boolean;
};

/**
 * True when a request was sent by one of our own pages, or by no page at all: tools send no Origin. The sockets'
 * `allowRequest` asks this, because neither SameSite cookies nor CORS keep a foreign page from opening a WebSocket.
 */
export function isOwnOrigin(
  req: Pick<IncomingMessage, 'headers'>,
  { publicUrl, trustsProxy }: OriginRule,
): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined) return req.headers['sec-fetch-site'] !== 'cross-site';
  if (origin === publicUrl) return true;
  const page = URL.canParse(origin) ? new URL(origin).host : '';
  if (page === '' || page === new URL(publicUrl).host) return false; // right name, wrong scheme
  const forwarded = trustsProxy
    ? String(req.headers['x-forwarded-host'] ?? '')
        .split(',')[0]
        ?.trim()
    : '';
  return page === (forwarded || host);
}
