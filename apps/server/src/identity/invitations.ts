/**
 * Invitations are links. Whoever opens one first joins with the role it names, either with a new account
 * or with the one they are signed in to; then the link is used up. Only a hash of its token is stored, so
 * the link is shown once, to the admin who made it.
 */
import type { Role } from '@stationkeeper/domain/access/roles';
import { AppError } from '@stationkeeper/domain/errors';
import { insertAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import { noSuchWorkspace } from './access.ts';
import { countAttempt, INVITATION } from './attempts.ts';
import { audit } from './audit.ts';
import type { Identity } from './context.ts';
import type { IdentityDatabase, Queries } from './database.ts';
import { holdRole, insertMember } from './members.ts';
import { hashPassword } from './password.ts';
import { hashSecret, makeLinkToken } from './secret-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** More than an admin can look through; older ones are over anyway. */
const LIST_LIMIT = 200;

/** `open` can still be used; the others say why not. */
export type InvitationState = 'open' | 'accepted' | 'expired' | 'revoked';

/** An invitation as admins see it in their list; the link itself is not in it. */
export interface InvitationView {
  readonly id: string;
  readonly role: Role;
  readonly state: InvitationState;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A link that was just made: the only time it can be shown. */
export interface NewInvitation {
  readonly id: string;
  readonly role: Role;
  readonly expiresAt: string;
  readonly token: string;
  readonly url: string;
}

/** What whoever holds a link may know before they accept. */
export interface InvitationOffer {
  readonly workspaceName: string;
  readonly role: Role;
  readonly expiresAt: string;
}

/** Somebody new, or the account that is signed in. */
export type Invitee =
  | { readonly kind: 'new'; readonly name: string; readonly email: string; readonly password: string }
  | { readonly kind: 'signed-in'; readonly userId: string };

/** Where an accepted invitation leads. */
export interface Joined {
  readonly userId: string;
  readonly slug: string;
}

/** Makes a link for one person. */
export async function createInvitation(
  identity: Identity,
  order: { workspaceId: string; actorId: string | null; role: Role; days: number },
): Promise<NewInvitation> {
  const { workspaceId, actorId, role } = order;
  const token = makeLinkToken();
  const expiresAt = new Date(Date.now() + order.days * DAY_MS);
  const id = await identity.database.prisma.$transaction(async (tx) => {
    await holdRole(tx, { workspaceId, actorId }, 'manage-invitations');
    const data = { workspaceId, role, tokenHash: hashSecret(token), createdBy: actorId, expiresAt };
    const row = await tx.invitation.create({ data, select: { id: true } });
    await audit(tx, { event: 'invitation-created', actorId, workspaceId, details: { id: row.id, role } });
    return row.id;
  });
  const url = `${identity.publicUrl}/invitation/${token}`;
  return { id, role, expiresAt: expiresAt.toISOString(), token, url };
}

interface Times {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: Times): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return expiresAt.getTime() <= Date.now() ? 'expired' : 'open';
}

/** The newest invitations of a workspace, used and over ones included. */
export async function listInvitations(
  { prisma }: IdentityDatabase,
  workspaceId: string,
): Promise<InvitationView[]> {
  const rows = await prisma.invitation.findMany({
    where: { workspaceId },
    orderBy: { createdAt: 'desc' },
    take: LIST_LIMIT,
  });
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    state: stateOf(row),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** Makes a link useless. @throws AppError `not-found` when there is no open one with this id here. */
export async function revokeInvitation(
  identity: Identity,
  target: { workspaceId: string; actorId: string; id: string },
): Promise<void> {
  const { workspaceId, actorId, id } = target;
  await identity.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, workspaceId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not-found', 'There is no open invitation with this id.');
    await audit(tx, { event: 'invitation-revoked', actorId, workspaceId, details: { id } });
  });
}

/** One answer for links that never were, were used, revoked or ran out: the holder needs a new one anyway. */
function noSuchInvitation(): AppError {
  return new AppError('not-found', 'This invitation is used up, revoked or too old. Ask for a new one.');
}

/** What the link offers. @throws AppError `not-found`, `rate-limited` after many wrong links. */
export async function readOffer(
  identity: Identity,
  token: string,
  address: string,
): Promise<InvitationOffer> {
  const row = await identity.database.prisma.invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { workspace: { select: { name: true } } },
  });
  if (row === null || stateOf(row) !== 'open') throw await refuseLink(identity, address);
  return { workspaceName: row.workspace.name, role: row.role, expiresAt: row.expiresAt.toISOString() };
}

async function refuseLink(identity: Identity, address: string): Promise<AppError> {
  await countAttempt(identity.database, [{ rule: INVITATION, subject: address }]);
  return noSuchInvitation();
}

interface Locked extends Times {
  readonly id: string;
  readonly workspaceId: string;
  readonly role: Role;
}

/** The open invitation, locked: of two who accept at the same moment the second finds it used. */
async function lockInvitation(tx: Queries, token: string): Promise<Locked> {
  const [row] = await tx.$queryRaw<Locked[]>`
    select id, workspace_id as "workspaceId", role::text as role, expires_at as "expiresAt",
      accepted_at as "acceptedAt", revoked_at as "revokedAt"
    from invitation where token_hash = ${hashSecret(token)} for update`;
  if (row === undefined || stateOf(row) !== 'open') throw noSuchInvitation();
  return row;
}

/**
 * Joins the workspace and uses the link up. A member who opens one keeps their role, and the link stays open.
 *
 * @throws AppError `not-found` for a link that cannot be used, `invalid-value` when a new account's address is taken.
 */
export async function acceptInvitation(
  identity: Identity,
  token: string,
  invitee: Invitee,
  address: string,
): Promise<Joined> {
  await readOffer(identity, token, address);
  const passwordHash = invitee.kind === 'new' ? await hashPassword(invitee.password) : '';
  const { joined, workspaceId } = await identity.database.prisma.$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token);
    const userId = await inviteeId(tx, invitee, passwordHash);
    return { joined: await join(tx, invitation, userId), workspaceId: invitation.workspaceId };
  });
  await identity.events.emit({ kind: 'joined', userId: joined.userId, workspaceId });
  return joined;
}

async function inviteeId(tx: Queries, invitee: Invitee, passwordHash: string): Promise<string> {
  if (invitee.kind === 'signed-in') return invitee.userId;
  const account: Account = await insertAccount(tx, { ...invitee, passwordHash });
  return account.id;
}

async function join(tx: Queries, invitation: Locked, userId: string): Promise<Joined> {
  const { id, workspaceId, role } = invitation;
  const workspace = await tx.workspace.findUnique({ where: { id: workspaceId }, select: { slug: true } });
  if (workspace === null) throw noSuchWorkspace();
  const isNew = await insertMember(tx, { workspaceId, userId, actorId: userId }, role);
  if (!isNew) return { userId, slug: workspace.slug };
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedBy: userId } });
  await audit(tx, { event: 'invitation-accepted', actorId: userId, workspaceId, details: { id, role } });
  return { userId, slug: workspace.slug };
}
