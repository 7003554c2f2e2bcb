/** Leaving: waiting edits would be lost with this browser's outbox, so they are told first. */
import type { Session } from '#lib/session/session.svelte.ts';
import { postJson } from '#lib/http/json.ts';
import type { Toasts } from '#lib/ui/toast.svelte.ts';

export async function signOut(session: Session, toasts: Toasts): Promise<void> {
  const { waiting } = session.connection;
  const warning = `${String(waiting)} of your changes have not reached the server and would be lost. Sign out anyway?`;
  if (waiting > 0 && !confirm(warning)) return;
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
