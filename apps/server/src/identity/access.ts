/** Who may do what in which workspace. */
import { can } from '@stationkeeper/domain/access/roles';
import type { Action, Role } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import type { IdentityDatabase } from './database.ts';

/** A workspace as one of its members sees it from outside. */
export interface MemberWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}

interface Row {
  readonly role: Role;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
}

const WITH_WORKSPACE = {
  role: true,
  workspace: { select: { id: true, slug: true, name: true } },
} as const;

function present({ workspace, role }: Row): MemberWorkspace {
  return { id: workspace.id, slug: workspace.slug, name: workspace.name, role };
}

/** One answer for "there is none" and "you may not know of it". */
export function noSuchWorkspace(): AppError {
  return new AppError('not-found', 'There is no such workspace, or you are not a member of it.');
}

/**
 * The workspace, if this person may do that in it.
 *
 * One query answers for unknown and for foreign workspaces alike, so neither the answer nor the time it
 * takes tells an outsider which it was.
 *
 * @throws AppError `not-found` for outsiders, `forbidden` for members whose role does not allow the action.
 */
export async function authorize(
  { prisma }: IdentityDatabase,
  slug: string,
  userId: string,
  action: Action,
): Promise<MemberWorkspace> {
  // Postgres has no U+0000 and would call it an error.
  if (slug.includes('\0')) throw noSuchWorkspace();
  const where = { userId, workspace: { slug } };
  const row = await prisma.member.findFirst({ where, select: WITH_WORKSPACE });
  if (row === null) throw noSuchWorkspace();
  if (!can(row.role, action)) {
    throw new AppError(
      'forbidden',
      `Your role here, ${row.role}, does not allow this. An admin can change it.`,
    );
  }
  return present(row);
}

/** The role somebody has in a workspace now; null for an outsider. */
export async function roleOf(
  { prisma }: IdentityDatabase,
  workspaceId: string,
  userId: string,
): Promise<Role | null> {
  const where = { workspaceId_userId: { workspaceId, userId } };
  return (await prisma.member.findUnique({ where, select: { role: true } }))?.role ?? null;
}

/** The workspaces somebody is a member of, by name. */
export async function workspacesOf({ prisma }: IdentityDatabase, userId: string): Promise<MemberWorkspace[]> {
  const rows = await prisma.member.findMany({
    where: { userId },
    select: WITH_WORKSPACE,
    orderBy: { workspace: { name: 'asc' } },
  });
  return rows.map(present);
}
