/**
 * The members of a workspace. A workspace always keeps an admin: whoever would demote or remove the last
 * one is refused, and two admins who demote each other at the same moment wait for one another's lock.
 */
import { can, type Action, type Role } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import { audit } from './audit.ts';
import type { Identity } from './context.ts';
import type { IdentityDatabase, Queries } from './database.ts';

/** A member as the others see them; the address only where the reader may see it. */
export interface MemberView {
  readonly userId: string;
  readonly name: string;
  readonly email?: string;
  readonly role: Role;
}

/** Who is meant, where, and who asks; `actorId` is null for the operator. */
export interface MemberTarget {
  readonly workspaceId: string;
  readonly userId: string;
  readonly actorId: string | null;
}

/** All members by name. */
export async function listMembers(
  { prisma }: IdentityDatabase,
  workspaceId: string,
  { withAddresses }: { withAddresses: boolean },
): Promise<MemberView[]> {
  const rows = await prisma.member.findMany({
    where: { workspaceId },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.map(({ role, user }) => ({
    userId: user.id,
    name: user.name,
    ...(withAddresses ? { email: user.email } : {}),
    role,
  }));
}

function noSuchMember(): AppError {
  return new AppError('not-found', 'This person is not a member of the workspace.');
}

function noLongerAllowed(): AppError {
  return new AppError('forbidden', 'Your role does not allow this any more.');
}

/**
 * Holds the role of somebody who asks for something until the transaction ends; null for the operator, who has none.
 *
 * @throws AppError `forbidden` when it does not, or no longer, allow the action.
 */
export async function holdRole(
  tx: Queries,
  { workspaceId, actorId }: { workspaceId: string; actorId: string | null },
  action: Action,
): Promise<void> {
  if (actorId === null) return;
  const rows = await tx.$queryRaw<{ role: Role }[]>`
    select role::text as role from member
     where workspace_id = ${workspaceId}::uuid and user_id = ${actorId} for share`;
  if (!can(rows[0]?.role ?? null, action)) throw noLongerAllowed();
}

function lastAdmin(path: string): AppError {
  const message = 'The workspace needs at least one admin. Make somebody else an admin first.';
  return new AppError('invalid-value', message, { details: { problems: [{ path, message }] } });
}

/** The member's present role, with all admins of the workspace locked until the transaction ends. */
async function lockMember(tx: Queries, target: MemberTarget): Promise<{ role: Role; isLastAdmin: boolean }> {
  const { workspaceId, userId, actorId } = target;
  const admins = await tx.$queryRaw<{ user_id: string }[]>`
    select user_id from member where workspace_id = ${workspaceId}::uuid and role = 'admin'
    order by user_id for update`;
  // Who asked was an admin when the request came, and may have been removed while it waited for this lock.
  if (actorId !== null && !admins.some((admin) => admin.user_id === actorId)) throw noLongerAllowed();
  const member = await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
  if (member === null) throw noSuchMember();
  return { role: member.role, isLastAdmin: member.role === 'admin' && admins.length === 1 };
}

/** Links made by somebody who may no longer make any stop working. */
async function revokeInvitationsOf(tx: Queries, { workspaceId, userId }: MemberTarget): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId, createdBy: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Gives a member another role; open sockets hear of it at once.
 *
 * @throws AppError `not-found` when they are no member, `invalid-value` when they are the last admin.
 */
export async function changeRole(identity: Identity, target: MemberTarget, role: Role): Promise<void> {
  const { workspaceId, userId, actorId } = target;
  const hasChanged = await identity.database.prisma.$transaction(async (tx) => {
    const before = await lockMember(tx, target);
    if (before.role === role) return false;
    if (before.isLastAdmin) throw lastAdmin('role');
    await tx.member.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
    if (before.role === 'admin') await revokeInvitationsOf(tx, target);
    const details = { userId, from: before.role, to: role };
    await audit(tx, { event: 'role-changed', actorId, workspaceId, details });
    return true;
  });
  if (hasChanged) await identity.events.emit({ kind: 'role-changed', userId, workspaceId, role });
}

/**
 * Ends a membership; open sockets hear of it at once.
 *
 * @throws AppError `not-found` when they are no member, `invalid-value` when they are the last admin.
 */
export async function removeMember(identity: Identity, target: MemberTarget): Promise<void> {
  const { workspaceId, userId, actorId } = target;
  await identity.database.prisma.$transaction(async (tx) => {
    const before = await lockMember(tx, target);
    if (before.isLastAdmin) throw lastAdmin('userId');
    await tx.member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await revokeInvitationsOf(tx, target);
    const details = { userId, role: before.role };
    await audit(tx, { event: 'member-removed', actorId, workspaceId, details });
  });
  await identity.events.emit({ kind: 'removed', userId, workspaceId });
}

/** Makes somebody a member; whoever is one already keeps their role. Answers whether they are new. */
export async function insertMember(tx: Queries, target: MemberTarget, role: Role): Promise<boolean> {
  const { workspaceId, userId, actorId } = target;
  const { count } = await tx.member.createMany({
    data: [{ workspaceId, userId, role }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await audit(tx, { event: 'member-added', actorId, workspaceId, details: { userId, role } });
  return true;
}

/**
 * The operator's way: a role for somebody who may be a member already or not; null ends the membership.
 *
 * @throws AppError `not-found` when nobody is there to remove, `invalid-value` when they are the last admin.
 */
export async function setMembership(
  identity: Identity,
  target: MemberTarget,
  role: Role | null,
): Promise<void> {
  if (role === null) {
    await removeMember(identity, target);
    return;
  }
  const isNew = await identity.database.prisma.$transaction((tx) => insertMember(tx, target, role));
  const { userId, workspaceId } = target;
  if (isNew) await identity.events.emit({ kind: 'joined', userId, workspaceId });
  else await changeRole(identity, target, role);
}
