/**
 * What the log's hub asks about the people behind its connections. The hub names its questions in
 * changelog/access-port.ts; this answers them from the database, so that an answer is never older than
 * the last committed change.
 */
import type { Role } from '@stationkeeper/domain/access/roles';
import { roleOf } from './access.ts';
import type { AccessEvent } from './access-events.ts';
import type { Identity } from './context.ts';

/** A session or token, as a handshake found it. */
interface Caller {
  readonly userId: string;
  readonly sessionId: string;
}

/** The answers for one process. */
export function accessOfConnections({ database, events }: Identity) {
  const { prisma } = database;
  return {
    async membership(userId: string, slug: string): Promise<{ workspaceId: string; role: Role } | null> {
      if (slug.includes('\0')) return null;
      const where = { userId, workspace: { slug } };
      return prisma.member.findFirst({ where, select: { workspaceId: true, role: true } });
    },

    roleOf(userId: string, workspaceId: string): Promise<Role | null> {
      return roleOf(database, workspaceId, userId);
    },

    async memberIds(workspaceId: string): Promise<ReadonlySet<string>> {
      const rows = await prisma.member.findMany({ where: { workspaceId }, select: { userId: true } });
      return new Set(rows.map(({ userId }) => userId));
    },

    /** Whether the session stands, or the token: neither ended nor run out. */
    async isSignedIn({ userId, sessionId }: Caller): Promise<boolean> {
      const now = new Date();
      const sessions = await prisma.session.count({
        where: { id: sessionId, userId, expiresAt: { gt: now } },
      });
      if (sessions > 0) return true;
      const lasting = [{ expiresAt: null }, { expiresAt: { gt: now } }];
      const where = { id: sessionId, referenceId: userId, enabled: true, OR: lasting };
      return (await prisma.apikey.count({ where })) > 0;
    },

    subscribe(listener: (event: AccessEvent) => void): () => void {
      return events.subscribe(listener);
    },
  };
}
