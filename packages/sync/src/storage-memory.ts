/** A storage that keeps nothing: the outbox itself holds what waits, for as long as the tab lives. */
import type { Storage } from './ports.ts';

/** For private windows, and wherever IndexedDB or Web Locks are missing. */
export function memoryStorage(): Storage {
  return {
    kind: 'memory',
    claim: () => Promise.resolve(),
    adopt: () => Promise.resolve([]),
    giveBack: () => undefined,
    write: () => Promise.resolve(),
    held: () => Promise.resolve([]),
    clear: () => Promise.resolve(),
    close: () => undefined,
  };
}
