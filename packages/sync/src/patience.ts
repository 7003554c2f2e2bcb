/** For promises of others that may never settle. */
import type { Clock } from './ports.ts';

/** Rejects when a promise takes longer than `forMs`; what it brings later is dropped. */
export function withPatience(clock: Clock, forMs: number): <T>(promise: Promise<T>) => Promise<T> {
  return (promise) =>
    new Promise((resolve, reject) => {
      const alarm = clock.after(forMs, () => {
        reject(new Error(`No answer within ${forMs} ms.`));
      });
      promise.then(resolve, reject).finally(() => {
        alarm.cancel();
      });
    });
}
