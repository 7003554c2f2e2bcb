import { describe, expect, it } from 'vitest';
import { heldOrder } from './held-order.ts';

describe('a list in use', () => {
  it('keeps its order when only the order changed', () => {
    const shown = ['a', 'b', 'c'];
    expect(heldOrder(shown, ['c', 'b', 'a'])).toBe(shown);
  });

  it('takes out what left and adds what came at the end', () => {
    expect(heldOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
  });
});
