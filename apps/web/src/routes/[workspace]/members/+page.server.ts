import { error } from '@sveltejs/kit';
import { can } from '@stationkeeper/domain/access/roles';

/** Only admins manage members; for everybody else there is no such page. */
export async function load({ parent }) {
  const { role } = await parent();
  if (!can(role, 'manage-members')) error(404, 'There is no such page.');
}
