import type { Server } from 'node:http';
import type { Changelog } from '../changelog/create-changelog.ts';
import { systemClock } from '../changelog/clock.ts';
import { Hub, type HubParts } from '../changelog/hub.ts';
import type { Env } from '../env.ts';
import { isOwnOrigin } from '../http/security.ts';
import { accessOfConnections } from '../identity/access-of-connections.ts';
import type { Identity } from '../identity/context.ts';
import { principalOf } from '../identity/principal.ts';
import type { Log } from '../log.ts';
import { createGateway, type GatewayParts } from './gateway.ts';
import { SocketRooms } from './socket-rooms.ts';

export type SocketParts = {
  env: Pick<Env, 'mode' | 'publicUrl' | 'trustProxy'>;
  server: Server;
  identity: Identity;
  changelog: Changelog;
  log: Log;
  /** For tests: other limits than the usual ones. */
  limits?: { readonly hub?: HubParts['limits']; readonly gateway?: GatewayParts['limits'] };
};

/** Opens the live half of the server: the hub over the log, and Socket.IO in front of it. */
export function openSockets({ env, server, identity, changelog, log, limits = {} }: SocketParts): {
  close: () => Promise<void>;
} {
  const rooms = new SocketRooms();
  const access = accessOfConnections(identity);
  const hub = new Hub({
    changelog,
    access,
    clock: systemClock,
    log,
    rooms,
    ...(limits.hub ? { limits: limits.hub } : {}),
  });
  hub.start();
  const rule = { publicUrl: env.publicUrl, trustsProxy: env.trustProxy !== false };
  const gateway = createGateway({
    server,
    hub,
    rooms,
    log,
    isAllowed: (request) => isOwnOrigin(request, rule),
    recognize: (headers) => principalOf(identity, headers),
    isAlone: env.mode === 'production',
    ...(limits.gateway ? { limits: limits.gateway } : {}),
  });
  const close = async (): Promise<void> => {
    await gateway.close();
    hub.stop();
  };
  return { close };
}
