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

const pending = () => true;

describe('own edits', () => {
  it('are taken back newest first', () => {
    const own = new OwnEdits();
    own.asked('c:1');
    own.asked('c:2');
    own.seen([changeOf('c:1'), changeOf('c:2')]);
    expect(own.takeLast(pending)).toMatchObject({ seq: 2 });
    expect(own.takeLast(pending)).toMatchObject({ seq: 1 });
    expect(own.takeLast(pending)).toBeNull();
  });

  it('can be taken back before the server has answered', () => {
    const own = new OwnEdits();
    own.asked('c:1');
    expect(own.takeLast(pending)).toBe('coming');
    expect(own.seen([changeOf('c:1')])).toMatchObject([{ seq: 1 }]);
    expect(own.seen([changeOf('c:1')])).toEqual([]);
  });

  it('that were refused or changed nothing are passed over', () => {
    const own = new OwnEdits();
    for (const id of ['c:1', 'c:2', 'c:3'] as const) own.asked(id);
    own.seen([changeOf('c:1')]);
    const isPending = () => false;
    expect(own.takeLast(isPending)).toMatchObject({ seq: 1 });
    expect(own.takeLast(isPending)).toBeNull();
    expect(own.seen([changeOf('c:2')])).toEqual([]);
  });

  it('are only those of this page', () => {
    const own = new OwnEdits();
    own.seen([changeOf('other:1')]);
    expect(own.takeLast(pending)).toBeNull();
  });
});
