/**
 * What the pages may read while they are rendered: apps/web/src/lib/session/request-port.ts says what they ask for.
 * Each port is bound to the person who asks, so a page can reach nothing that the API would refuse.
 */
import { AppError } from '@stationkeeper/domain/errors';
import type { WorkspaceState } from '@stationkeeper/protocol';
import type { Request } from 'express';
import type { Changelog } from '../changelog/create-changelog.ts';
import { authorize, type MemberWorkspace, workspacesOf } from '../identity/access.ts';
import { hasAccounts } from '../identity/accounts.ts';
import type { Identity } from '../identity/context.ts';
import { listMembers, type MemberView } from '../identity/members.ts';
import { maybePrincipal } from './auth.ts';

export type OpenedWorkspace = MemberWorkspace & { members: readonly MemberView[]; state: WorkspaceState };

export type ReadPort = {
  user: { id: string; name: string; email: string } | null;
  needsSetup: boolean;
  workspaces: () => Promise<readonly MemberWorkspace[]>;
  /** Null when there is none or the person is no member: the two look the same. */
  openWorkspace: (slug: string) => Promise<OpenedWorkspace | null>;
};

/** Makes the port of a request; `identify` must have found out who asks. */
export function readPorts(identity: Identity, changelog: Changelog): (req: Request) => Promise<ReadPort> {
  const isSetUp = onceTrue(() => hasAccounts(identity.database.prisma));
  return async (req) => {
    const principal = maybePrincipal(req);
    if (!principal) return { ...NOBODY, needsSetup: !(await isSetUp()) };
    const { userId, name, email } = principal;
    return {
      user: { id: userId, name, email },
      needsSetup: false,
      workspaces: () => workspacesOf(identity.database, userId),
      openWorkspace: (slug) => openWorkspace(identity, changelog, slug, userId),
    };
  };
}

const NOBODY = {
  user: null,
  workspaces: () => Promise.resolve([]),
  openWorkspace: () => Promise.resolve(null),
};

async function openWorkspace(
  { database }: Identity,
  changelog: Changelog,
  slug: string,
  userId: string,
): Promise<OpenedWorkspace | null> {
  const workspace = await authorize(database, slug, userId, 'read').catch(nullWhenNotFound);
  if (!workspace) return null;
  const [members, { state }] = await Promise.all([
    listMembers(database, workspace.id, { withAddresses: false }),
    changelog.replica(workspace.id),
  ]);
  return { ...workspace, members, state };
}

function nullWhenNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null;
  throw error;
}

/** Asks until the answer is yes, and never again. */
function onceTrue(ask: () => Promise<boolean>): () => Promise<boolean> {
  let isTrue = false;
  return async () => (isTrue ||= await ask());
}
