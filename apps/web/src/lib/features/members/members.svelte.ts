/** The members of a workspace and its open invitations, as admins see and change them. */
import type { Role } from '@stationkeeper/domain/access/roles';
import { deleteJson, getJson, patchJson, postJson, type Answer } from '#lib/http/json.ts';

export type Member = {
  readonly userId: string;
  readonly name: string;
  readonly email?: string;
  readonly role: Role;
};

export type Invitation = {
  readonly id: string;
  readonly role: Role;
  readonly state: 'open' | 'accepted' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
};

export class Members {
  members = $state.raw<readonly Member[] | null>(null);
  invitations = $state.raw<readonly Invitation[]>([]);
  problem = $state<string | null>(null);
  /** The link that was just made: the only time that it can be shown. */
  newLink = $state<string | null>(null);
  readonly #path: string;

  constructor(slug: string) {
    this.#path = `/api/workspaces/${encodeURIComponent(slug)}`;
  }

  async load(): Promise<void> {
    const [members, invitations] = await Promise.all([
      getJson<readonly Member[]>(`${this.#path}/members`),
      getJson<readonly Invitation[]>(`${this.#path}/invitations`),
    ]);
    if (members.ok) this.members = members.value;
    if (invitations.ok) this.invitations = invitations.value;
    this.problem = problemOf(members) ?? problemOf(invitations);
  }

  async setRole(userId: string, role: Role): Promise<void> {
    await this.#after(patchJson(`${this.#path}/members/${userId}`, { role }));
  }

  async remove(userId: string): Promise<void> {
    await this.#after(deleteJson(`${this.#path}/members/${userId}`));
  }

  async invite(role: Role): Promise<void> {
    const answer = await postJson<{ url: string }>(`${this.#path}/invitations`, { role });
    this.newLink = answer.ok ? answer.value.url : null;
    await this.#after(Promise.resolve(answer));
  }

  async revoke(id: string): Promise<void> {
    await this.#after(deleteJson(`${this.#path}/invitations/${id}`));
  }

  /** Reads everything again, so that what is shown is what is so, refused or not. */
  async #after(asked: Promise<Answer<unknown>>): Promise<void> {
    const answer = await asked;
    await this.load();
    if (!answer.ok) this.problem = answer.error.message;
  }
}

function problemOf(answer: Answer<unknown>): string | null {
  return answer.ok ? null : answer.error.message;
}
