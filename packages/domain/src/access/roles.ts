/**
 * The only permission table. The server decides with it, the web app hides with it what the server would
 * refuse. A role is held in one workspace; somebody without a role there is an outsider and may do
 * nothing, not even learn that the workspace exists.
 */

/** The roles, weakest first; each may do what those before it may. */
export const ROLES = ['viewer', 'editor', 'admin'] as const;

/** What a member is in one workspace. */
export type Role = (typeof ROLES)[number];

/** The weakest role that may do each thing. */
const WEAKEST_ROLE = {
  /** See records, history, members' names and who is here. */
  read: 'viewer',
  /** Take records, citations and changes out as a file. */
  export: 'viewer',
  /** Ask for changes of records, undo and restore included. */
  edit: 'editor',
  /** Bring many records in from a file. */
  import: 'editor',
  /** See members' e-mail addresses. */
  'see-addresses': 'admin',
  /** Change a member's role or remove them. */
  'manage-members': 'admin',
  /** Make, list and revoke invitation links. */
  'manage-invitations': 'admin',
  /** Make, list and revoke wall screens. */
  'manage-screens': 'admin',
  /** Read who signed in, failed to, or changed a role. */
  'read-audit': 'admin',
} as const satisfies Record<string, Role>;

/** Something a role may or may not allow. */
export type Action = keyof typeof WEAKEST_ROLE;

/** Every action, for tables of permissions and their tests. */
export const ACTIONS = Object.keys(WEAKEST_ROLE) as readonly Action[];

/** Whether a member with this role may do this; `null` is an outsider, who may do nothing. */
export function can(role: Role | null, action: Action): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(WEAKEST_ROLE[action]);
}

/** True for a text that names a role. */
export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}
