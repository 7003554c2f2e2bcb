import { expect, test } from 'vitest';
import { changeFrom, mutationOf } from '../../../tests/support/arbitraries/history.ts';
import { createStation } from '../../../tests/support/mutations.ts';
import { WorkspaceState } from './workspace-state.ts';

function changes(count: number) {
  const state = new WorkspaceState();
  return Array.from({ length: count }, () => {
    const change = changeFrom(state, mutationOf([createStation('S')]));
    if (!change) throw new Error('refused');
    state.apply(change);
    return change;
  });
}

test('[S3] a change is folded in at head + 1 only: a gap or a repeat is an error, not a guess', () => {
  const [first, second, third] = changes(3);
  if (!first || !second || !third) throw new Error('too few');
  const state = new WorkspaceState();
  state.apply(first);
  expect(() => state.apply(first)).toThrow(/invariant/);
  expect(() => state.apply(third)).toThrow(/invariant/);
  state.apply(second);
  expect(() => state.rewind(first)).toThrow(/invariant/);
  expect(state.head).toBe(2);
});

test('[S5] records and their fields cannot be changed by whoever reads them', () => {
  const [change] = changes(1);
  const state = new WorkspaceState();
  if (change) state.apply(change);
  for (const record of state.all()) {
    expect(Object.isFrozen(record) && Object.isFrozen(record.fields)).toBe(true);
  }
});
