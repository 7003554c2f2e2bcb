import type { AccessEvents } from './access-events.ts';
import type { Auth } from './auth.ts';
import type { IdentityDatabase } from './database.ts';

/** What the functions of this folder share; made once for a process by `createIdentity`. */
export interface Identity {
  readonly database: IdentityDatabase;
  readonly auth: Auth;
  readonly events: AccessEvents;
  /** How browsers reach the server, without a slash at the end; links are made from it. */
  readonly publicUrl: string;
}
