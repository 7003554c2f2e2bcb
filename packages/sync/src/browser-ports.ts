/** Time, chance and surroundings as a browser has them; the first two work in Node as well. */
import type { Clock, Random, Surroundings } from './ports.ts';

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return {
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
};

export const browserRandom: Random = {
  uuid: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16))),
  fraction: () => Math.random(),
};

/** RFC 9562 §5.7: 48 bits of milliseconds since 1970, then version, variant and chance. Works without a secure context, unlike `crypto.randomUUID`. */
export function uuidV7(atMs: number, bytes: Uint8Array): string {
  const time = atMs.toString(16).padStart(12, '0');
  const chance = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[(bytes[8] ?? 0) & 3] ?? '8';
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(3, 6)}-${chance.slice(20)}`;
}

export const browserSurroundings: Surroundings = {
  isOnline: () => navigator.onLine,
  listen(on) {
    const stop = new AbortController();
    const listening = { signal: stop.signal };
    const resumed = () => {
      if (document.visibilityState === 'visible') on.resumed();
    };
    window.addEventListener('online', () => on.network(true), listening);
    window.addEventListener('offline', () => on.network(false), listening);
    window.addEventListener('pageshow', resumed, listening);
    document.addEventListener('visibilitychange', resumed, listening);
    return () => {
      stop.abort();
    };
  },
};
