import type { Queries } from './database.ts';

/** What the security audit records. Who failed to sign in is named by address, since there may be no account. */
export type AuditEvent =
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'password-changed'
  | 'account-created'
  | 'setup-completed'
  | 'setup-failed'
  | 'invitation-created'
  | 'invitation-accepted'
  | 'invitation-revoked'
  | 'member-added'
  | 'member-removed'
  | 'role-changed'
  | 'token-created'
  | 'token-revoked'
  | 'workspace-exported';

/** One line of the audit. `actorId` is null for the operator's commands and for strangers. */
export interface AuditLine {
  readonly event: AuditEvent;
  readonly actorId: string | null;
  readonly workspaceId?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** Writes one line, in the transaction of what it tells about where there is one. Never give it a secret. */
export async function audit(queries: Queries, line: AuditLine): Promise<void> {
  await queries.securityAudit.create({
    data: {
      event: line.event,
      actorId: line.actorId,
      workspaceId: line.workspaceId ?? null,
      details: line.details ?? {},
    },
  });
}
