import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../db/generated/client.ts';
import { AccessEvents } from './access-events.ts';
import type { Notify } from './access-events.ts';
import { createAuth } from './auth.ts';
import type { Identity } from './context.ts';
import { sharedSecret } from './shared-secret.ts';

/** What identity needs of the process it runs in. */
export interface IdentitySettings {
  /** The process's pool, on a migrated database; it stays the caller's to end. */
  readonly pool: pg.Pool;
  /** How browsers reach the server; cookies are `Secure` when it begins with https. */
  readonly publicUrl: string;
  readonly logError: (message: string, cause: unknown) => void;
}

/** Opens identity. Touches the database once: the cookie secret is read, or made the first time. */
export async function createIdentity({ pool, publicUrl, logError }: IdentitySettings): Promise<Identity> {
  const database = { prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  const secret = await sharedSecret(database, 'session-cookies');
  const address = publicUrl.replace(/\/+$/, '');
  return {
    database,
    publicUrl: address,
    auth: createAuth({ database, secret, publicUrl: address, logError }),
    events: new AccessEvents(notifyThrough(pool)),
  };
}

function notifyThrough(pool: pg.Pool): Notify {
  return async (channel, payload) => {
    await pool.query('select pg_notify($1, $2)', [channel, payload]);
  };
}
