/** Requests of admins who were allowed when they came, and are no longer when they are done. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInvitation } from '../../apps/server/src/identity/invitations.ts';
import { changeRole, removeMember } from '../../apps/server/src/identity/members.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { makeBoard, makePeople } from '../support/people.ts';

let server: IdentityServer;

beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());

test.each(['removed', 'demoted'] as const)(
  'an admin who has been %s meanwhile makes no invitation and gives no role',
  async (how) => {
    const { identity } = server;
    const board = await makeBoard(server);
    const { admin, viewer } = await makePeople(server, board);
    const { workspaceId } = board;
    const [actorId, userId] = [admin.account.id, viewer.account.id];
    await changeRole(identity, { workspaceId, userId, actorId }, 'admin'); // the last admin can be neither
    const byOperator = { workspaceId, userId: actorId, actorId: null };
    if (how === 'removed') await removeMember(identity, byOperator);
    else await changeRole(identity, byOperator, 'editor');
    const order = { workspaceId, actorId, role: 'admin', days: 90 } as const;
    await expect(createInvitation(identity, order)).rejects.toMatchObject({ code: 'forbidden' });
    const others = { workspaceId, userId, actorId };
    await expect(changeRole(identity, others, 'viewer')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeMember(identity, others)).rejects.toMatchObject({ code: 'forbidden' });
  },
);
