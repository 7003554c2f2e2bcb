import type { Change, MutationId } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { OwnEdits } from './own-edits.ts';

function changeOf(mutationId: MutationId): Change {
  const common = {
    at: 0,
    actor: 'a',
    groupId: null,
    reason: null,
    undoes: null,
    schemaVersion: 1,
    patches: [],
  };
  return { seq: Number(mutationId.split(':')[1]), mutationId, ...common };
}

describe('own edits', () => {
  it('are taken back newest first', () => {
    const own = new OwnEdits();
    own.asked('c:1');
    own.asked('c:2');
    own.seen([changeOf('c:1'), changeOf('c:2')]);
    expect(own.takeLast()).toMatchObject({ seq: 2 });
    expect(own.takeLast()).toMatchObject({ seq: 1 });
    expect(own.takeLast()).toBeNull();
  });

  it('can be taken back before the server has answered', () => {
    const own = new OwnEdits();
    own.asked('c:1');
    expect(own.takeLast()).toBe('coming');
    expect(own.seen([changeOf('c:1')])).toMatchObject([{ seq: 1 }]);
    expect(own.seen([changeOf('c:1')])).toEqual([]);
  });

  it('are only those of this page', () => {
    const own = new OwnEdits();
    own.seen([changeOf('other:1')]);
    expect(own.takeLast()).toBeNull();
  });
});
