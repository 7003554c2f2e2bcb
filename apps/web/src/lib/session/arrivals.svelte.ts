/**
 * Where changes from others have just landed. A field that reads its arrival glows once; the note is forgotten when the
 * glow is over, so that a page opened later does not glow for what is old.
 */
import type { Change } from '@stationkeeper/protocol';
import { SvelteMap } from 'svelte/reactivity';

/** A little longer than --glow-time, so that the animation ends by itself. */
const FORGOTTEN_AFTER_MS = 900;
/** More than this at once is a catch-up or an import: a page that glows everywhere says nothing. */
const MOST_AT_ONCE = 40;

export class Arrivals {
  readonly #seqs = new SvelteMap<string, number>();

  /** The seq of the change that has just landed on this field (or anywhere on the record), else undefined. */
  of(recordId: string, field?: string): number | undefined {
    return this.#seqs.get(keyOf(recordId, field));
  }

  note(changes: readonly Change[]): void {
    const keys = changes.flatMap(({ seq, patches }) =>
      patches.flatMap((patch) => keysOf(patch).map((key) => [key, seq] as const)),
    );
    if (keys.length === 0 || keys.length > MOST_AT_ONCE) return;
    for (const [key, seq] of keys) this.#seqs.set(key, seq);
    setTimeout(() => {
      this.#forget(keys);
    }, FORGOTTEN_AFTER_MS);
  }

  #forget(keys: readonly (readonly [string, number])[]): void {
    for (const [key, seq] of keys) {
      if (this.#seqs.get(key) === seq) this.#seqs.delete(key);
    }
  }
}

function keyOf(recordId: string, field?: string): string {
  return field === undefined ? recordId : `${recordId} ${field}`;
}

function keysOf(patch: Change['patches'][number]): string[] {
  const fields = patch.op === 'update' ? Object.keys(patch.edits) : [];
  return [keyOf(patch.id), ...fields.map((field) => keyOf(patch.id, field))];
}
