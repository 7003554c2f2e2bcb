/** What was typed into a dialog that was closed without an answer, until it is opened again. Lives as long as the page. */
import type { Session } from '#lib/session/session.svelte.ts';

const bySession = new WeakMap<Session, Map<string, unknown>>();

/** Remembers a draft under a place; `null` forgets it. */
export function keepDraft(session: Session, place: string, draft: unknown): void {
  const kept = bySession.get(session) ?? new Map<string, unknown>();
  if (draft === null) kept.delete(place);
  else kept.set(place, draft);
  bySession.set(session, kept);
}

/** The draft that was kept under this place, or null; only who kept it knows its shape. */
export function keptDraft(session: Session, place: string): unknown {
  return bySession.get(session)?.get(place) ?? null;
}
