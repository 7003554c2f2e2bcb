/**
 * How the processes of one installation tell each other that a workspace has moved. An announcement only says
 * 'head is n'; whoever is behind reads the changes from the store. So one that is lost, late or repeated does no
 * harm: the next one, or the heartbeat, makes up for it (SPEC C4).
 */
export interface Announcements {
  /** Tells the others; does not wait for them. */
  publish(workspaceId: string, head: number): void;
  /** Hears what the others say, and perhaps oneself; the answer ends that. */
  subscribe(listener: (workspaceId: string, head: number) => void): () => void;
}

/** For a process that is alone. */
export const noAnnouncements: Announcements = {
  publish: () => undefined,
  subscribe: () => () => undefined,
};
