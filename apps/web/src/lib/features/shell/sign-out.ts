/**
 * Leaving: what has not been saved would be lost with this browser's outbox, so it is told first. Other tabs of this
 * workspace count: one that has lost the connection is heard of nowhere else.
 */
import type { Session } from '#lib/session/session.svelte.ts';
import { postJson } from '#lib/http/json.ts';
import type { Toasts } from '#lib/ui/toast.svelte.ts';

/** What leaving needs of the session. */
type Leaving = Pick<Session, 'countUnsaved' | 'forget' | 'isLeaving'>;

export async function signOut(session: Leaving, toasts: Pick<Toasts, 'show'>): Promise<void> {
  const unsaved = await session.countUnsaved();
  if (unsaved > 0 && !confirm(warningOf(unsaved))) return;
  session.isLeaving = true;
  const answer = await postJson('/api/auth/sign-out', {});
  if (!answer.ok) {
    session.isLeaving = false;
    toasts.show(`You are still signed in: ${answer.error.message}`, { tone: 'attention' });
    return;
  }
  await session.forget();
  // A whole new page: nothing of this person stays in memory.
  location.assign('/sign-in');
}

function warningOf(unsaved: number): string {
  const which =
    unsaved === 1
      ? 'One of your changes in this browser is'
      : `${String(unsaved)} of your changes in this browser are`;
  return `${which} not saved: waiting for the server, or not accepted and not settled. They would be lost, except in other tabs that are open. Sign out anyway?`;
}
