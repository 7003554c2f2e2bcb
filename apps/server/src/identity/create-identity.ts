import { AccessEvents } from './access-events.ts';
import type { Notify } from './access-events.ts';
import { createAuth } from './auth.ts';
import type { Identity } from './context.ts';
import type { IdentityDatabase } from './database.ts';
import { sharedSecret } from './shared-secret.ts';

/** What identity needs of the process it runs in. */
export interface IdentitySettings {
  readonly database: IdentityDatabase;
  readonly publicUrl: string;
  /** Tells other processes; by default `pg_notify` on the same database. */
  readonly notify?: Notify;
  readonly logError: (message: string, cause: unknown) => void;
}

/** Opens identity on a migrated database. Touches it once: the cookie secret is read, or made the first time. */
export async function createIdentity(settings: IdentitySettings): Promise<Identity> {
  const { database, logError } = settings;
  const publicUrl = settings.publicUrl.replace(/\/+$/, '');
  const secret = await sharedSecret(database, 'session-cookies');
  return {
    database,
    publicUrl,
    auth: createAuth({ database, secret, publicUrl, logError }),
    events: new AccessEvents(settings.notify ?? notifyThrough(database)),
  };
}

function notifyThrough({ prisma }: IdentityDatabase): Notify {
  return async (channel, payload) => {
    await prisma.$queryRaw`select pg_notify(${channel}, ${payload})::text`;
  };
}
