import type { Change } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { undoings } from './undoings.ts';

const change = (seq: number, undoes: number | null) => ({ seq, undoes }) as Change;

describe('changes taken back', () => {
  it('are known by the change that did it, in any order', () => {
    const undoneBy = undoings([change(3, 1), change(1, null), change(2, null)]);
    expect([...undoneBy].map(([seq, by]) => [seq, by.seq])).toEqual([[1, 3]]);
  });

  it('stand again once the taking back was taken back', () => {
    const undoneBy = undoings([change(1, null), change(2, 1), change(3, 2)]);
    expect([...undoneBy.keys()]).toEqual([2]);
  });
});
