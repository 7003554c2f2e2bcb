import type { Change } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { lastOwnStanding, undoings } from './undoings.ts';

const change = (seq: number, undoes: number | null, actor = 'me') => ({ seq, undoes, actor }) as Change;

describe('changes taken back', () => {
  it('are known by the change that did it, in any order', () => {
    const undoneBy = undoings([change(3, 1), change(1, null), change(2, null)]);
    expect([...undoneBy].map(([seq, by]) => [seq, by.seq])).toEqual([[1, 3]]);
  });

  it('stand again once the taking back was taken back', () => {
    const undoneBy = undoings([change(1, null), change(2, 1), change(3, 2)]);
    expect([...undoneBy.keys()]).toEqual([2]);
  });

  it('are passed over when the last own change is looked for, as are those of others', () => {
    const changes = [change(1, null), change(2, null), change(3, 2), change(4, null, 'other')];
    expect(lastOwnStanding(changes, 'me')?.seq).toBe(1);
    expect(lastOwnStanding([change(4, null, 'other')], 'me')).toBeUndefined();
  });
});
