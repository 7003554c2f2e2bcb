/**
 * What the page that answers a request may read: the server's side of apps/web/src/lib/session/request-port.ts.
 * It is bound to the person who asks, so a page can reach nothing that the gate would refuse.
 */
import { AppError } from '@stationkeeper/domain/errors';
import type { WorkspaceState } from '@stationkeeper/protocol';
import type { Request } from 'express';
import type { Changelog } from '../changelog/create-changelog.ts';
import { authorize, workspacesOf } from '../identity/access.ts';
import type { MemberWorkspace } from '../identity/access.ts';
import { hasAccounts } from '../identity/accounts.ts';
import type { Identity } from '../identity/context.ts';
import { listMembers } from '../identity/members.ts';
import type { MemberView } from '../identity/members.ts';
import { recognize } from '../identity/principal.ts';
import { headersOf } from './auth.ts';

/** A workspace as its member's page sees it. `state` moves on as edits are committed; never write to it. */
export interface OpenedWorkspace extends MemberWorkspace {
  readonly members: readonly MemberView[];
  readonly state: WorkspaceState;
}

/** What a page may ask of the server. */
export interface PagePort {
  readonly user: { readonly id: string; readonly name: string; readonly email: string } | null;
  /** True until the first account has been made. */
  readonly needsSetup: boolean;
  workspaces(): Promise<readonly MemberWorkspace[]>;
  /** Null when there is none or the person is no member: the two look the same. */
  openWorkspace(slug: string): Promise<OpenedWorkspace | null>;
}

/** Makes the port of each request. */
export function pagePort(
  identity: Identity,
  changelog: Pick<Changelog, 'replica'>,
): (req: Request) => Promise<PagePort> {
  const { database } = identity;
  return async (req) => {
    const { principal } = await recognize(identity, headersOf(req));
    if (principal === null) return portForNobody(!(await hasAccounts(database.prisma)));
    const { userId, name, email } = principal;
    return {
      user: { id: userId, name, email },
      needsSetup: false,
      workspaces: () => workspacesOf(database, userId),
      openWorkspace: (slug) => openWorkspace(identity, changelog, slug, userId),
    };
  };
}

function portForNobody(needsSetup: boolean): PagePort {
  return {
    user: null,
    needsSetup,
    workspaces: () => Promise.resolve([]),
    openWorkspace: () => Promise.resolve(null),
  };
}

async function openWorkspace(
  { database }: Identity,
  changelog: Pick<Changelog, 'replica'>,
  slug: string,
  userId: string,
): Promise<OpenedWorkspace | null> {
  try {
    const workspace = await authorize(database, slug, userId, 'read');
    const [members, { state }] = await Promise.all([
      listMembers(database, workspace.id, { withAddresses: false }),
      changelog.replica(workspace.id),
    ]);
    return { ...workspace, members, state };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
