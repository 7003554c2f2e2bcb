import { describe, expect, it } from 'vitest';
import { ACTIONS, can, isRole, ROLES } from './roles.ts';
import type { Action, Role } from './roles.ts';

/** Written out by hand: whoever changes who may do what has to say so here too. */
const EXPECTED: Record<Action, readonly Role[]> = {
  read: ['viewer', 'editor', 'admin'],
  export: ['viewer', 'editor', 'admin'],
  edit: ['editor', 'admin'],
  import: ['editor', 'admin'],
  'see-addresses': ['admin'],
  'manage-members': ['admin'],
  'manage-invitations': ['admin'],
  'manage-screens': ['admin'],
  'read-audit': ['admin'],
};

describe('the permission table', () => {
  it.each(ACTIONS)('allows %s to exactly the roles it is meant for', (action) => {
    expect(ROLES.filter((role) => can(role, action))).toEqual(EXPECTED[action]);
  });

  it.each(ACTIONS)('allows an outsider nothing (%s)', (action) => {
    expect(can(null, action)).toBe(false);
  });

  it('takes only the three roles for roles', () => {
    expect(ROLES.every(isRole)).toBe(true);
    for (const other of ['owner', 'Admin', '', null, 2]) expect(isRole(other)).toBe(false);
  });
});
