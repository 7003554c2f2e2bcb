import type { AnyRecord } from '@stationkeeper/domain';
import { expect, test } from 'vitest';
import { changeFrom, mutationOf } from '../../../tests/support/arbitraries/history.ts';
import { create, createStation, testUuid } from '../../../tests/support/mutations.ts';
import { DraftView } from './record-view.ts';
import { WorkspaceState } from './workspace-state.ts';

/** A state with two stations, and one milestone below the first. */
function given() {
  const state = new WorkspaceState();
  const [alpha, beta, milestone] = [testUuid(), testUuid(), testUuid()];
  const ops = [
    createStation('Alpha', alpha),
    createStation('Beta', beta),
    create('milestone', { name: 'Launch', subject: alpha }, milestone),
  ];
  const change = changeFrom(state, mutationOf(ops));
  if (change) state.apply(change);
  return { state, alpha, beta, milestone };
}

const idsOf = (records: Iterable<AnyRecord>) => [...records].map(({ id }) => id);

/** Not that of time, which depends on the machine, but of steps. */
test('[V1] the children of a drafted record are found without a look at the other drafted ones', () => {
  const draft = new DraftView(new WorkspaceState());
  let looks = 0;
  for (let index = 0; index < 1_000; index++) {
    const fields = {
      get subject() {
        return ((looks += 1), `owner ${index}`);
      },
      name: 'Launch',
    };
    draft.put({ id: `m${index}`, type: 'milestone', deletedSeq: null, fields } as unknown as AnyRecord);
  }
  looks = 0;
  expect(idsOf(draft.childrenOf('owner 7'))).toEqual(['m7']);
  expect(looks).toBe(0);
});

test('[V1] a drafted record stands below the owner that the draft gives it', () => {
  const { state, alpha, beta, milestone } = given();
  const draft = new DraftView(state);
  const record = state.get(milestone);
  if (!record) throw new Error('it was made above');
  draft.put({ ...record, fields: { ...record.fields, subject: beta } });
  expect([idsOf(draft.childrenOf(alpha)), idsOf(draft.childrenOf(beta))]).toEqual([[], [milestone]]);
  draft.put(record);
  expect([idsOf(draft.childrenOf(alpha)), idsOf(draft.childrenOf(beta))]).toEqual([[milestone], []]);
});
