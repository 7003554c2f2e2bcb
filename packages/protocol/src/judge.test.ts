import { AppError, type AnyRecord } from '@stationkeeper/domain';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeFrom, mutationOf } from '../../../tests/support/arbitraries/history.ts';
import { create, createStation, setStation, testUuid, update } from '../../../tests/support/mutations.ts';
import { judge, type JudgeContext } from './judge.ts';
import type { Op } from './mutation.ts';
import { DraftView } from './record-view.ts';
import { WorkspaceState } from './workspace-state.ts';

let state: WorkspaceState;
let station: string;
let other: string;
let milestone: string;

beforeEach(() => {
  state = new WorkspaceState();
  [station, other, milestone] = [testUuid(), testUuid(), testUuid()];
  done(create('station', { name: 'Alpha', aliases: ['one', 'two'] }, station));
  done(createStation('Beta', other));
  done(create('milestone', { name: 'Launch', subject: station }, milestone));
});

/** Makes it so; throws where it is refused. */
function done(...ops: Op[]): void {
  const change = changeFrom(state, mutationOf(ops));
  if (!change) throw new AppError('internal', 'this should have been accepted');
  state.apply(change);
}

const verdict = (ops: readonly Op[], context: Partial<JudgeContext> = {}) =>
  judge(state, mutationOf(ops), { seq: state.head + 1, ...context });
const codeOf = (judgement: ReturnType<typeof verdict>) =>
  judgement.status === 'rejected' ? judgement.error.code : judgement.status;
const remove = (type: 'station' | 'milestone', id: string): Op => ({ op: 'delete', type, id });
const restore = (type: 'station' | 'milestone', id: string): Op => ({ op: 'restore', type, id });

describe('taking a creation back', () => {
  const takenBack = (...ops: Op[]) =>
    judge(state, { ...mutationOf(ops), undoes: 1 }, { seq: state.head + 1 });

  test('[U3] is refused, with the reason, where something was put below it since', () => {
    expect(takenBack(remove('station', station))).toEqual({
      status: 'rejected',
      error: {
        code: 'conflict',
        message: expect.stringContaining('added to the station since') as unknown,
        details: { recordId: station },
      },
    });
  });

  test('[U3] is accepted once that is gone, where it goes too, and for what has nothing below it', () => {
    expect(codeOf(takenBack(remove('milestone', milestone), remove('station', station)))).toBe('accepted');
    expect(codeOf(takenBack(remove('station', station), remove('milestone', milestone)))).toBe('accepted');
    expect(codeOf(takenBack(remove('station', other)))).toBe('accepted');
    done(remove('milestone', milestone));
    expect(codeOf(takenBack(remove('station', station)))).toBe('accepted');
  });

  test('[U3] leaves deletion as such as it is', () => {
    expect(codeOf(verdict([remove('station', station)]))).toBe('accepted');
  });
});

describe('a scalar', () => {
  test('[V2] is set when it holds what was seen; the patch says from what to what', () => {
    expect(verdict([setStation(station, 'name', 'Alpha', 'Gamma')])).toEqual({
      status: 'accepted',
      patches: [
        { op: 'update', type: 'station', id: station, edits: { name: { from: 'Alpha', to: 'Gamma' } } },
      ],
    });
  });

  test('[V2] conflicts when it holds neither what was seen nor what is wanted, whoever made it so', () => {
    expect(verdict([setStation(station, 'name', 'Older', 'Gamma')])).toEqual({
      status: 'conflict',
      conflicts: [{ recordId: station, field: 'name', seen: 'Older', wanted: 'Gamma', present: 'Alpha' }],
    });
  });

  test('[V4] that is set again and again by one mutation conflicts once', () => {
    const ops = Array.from({ length: 200 }, (_, index) =>
      setStation(station, 'name', `n${index}`, `n${index + 1}`),
    );
    expect(verdict(ops)).toEqual({
      status: 'conflict',
      conflicts: [{ recordId: station, field: 'name', seen: 'n0', wanted: 'n200', present: 'Alpha' }],
    });
  });

  test('[V4] conflicts that would list too much of the present are too large an answer', () => {
    const records = Array.from({ length: 6 }, () => testUuid());
    const background = 'x'.repeat(20_000);
    for (const id of records) done(create('question', { question: 'Why?', background }, id));
    const ops = records.map((id) => update('question', id, { background: { from: 'a', to: 'b' } }));
    expect(codeOf(verdict(ops.slice(0, 4)))).toBe('conflict');
    expect(codeOf(verdict(ops))).toBe('too-large');
  });

  test('[V5] that holds what is wanted is left as it is, whatever was seen', () => {
    expect(verdict([setStation(station, 'name', 'Older', 'Alpha')])).toEqual({
      status: 'accepted',
      patches: [],
    });
  });

  test('[V2] is compared by value, members in any order', () => {
    const agreement = testUuid();
    done(create('agreement', { name: 'A', value: { amount: '1', currency: 'EUR' } }, agreement));
    const edit = { from: { currency: 'EUR', amount: '1' }, to: null };
    expect(codeOf(verdict([update('agreement', agreement, { value: edit })]))).toBe('accepted');
  });

  test('[V4] all conflicts of a mutation are listed, and nothing of it is done', () => {
    const ops = [
      setStation(station, 'name', 'x', 'y'),
      setStation(station, 'orbit', 'x', 'y'),
      setStation(other, 'orbit', null, 'LEO'),
    ];
    const judgement = verdict(ops);
    expect(judgement.status === 'conflict' && judgement.conflicts.map(({ field }) => field)).toEqual([
      'name',
      'orbit',
    ]);
  });
});

describe('a set', () => {
  const aliases = (add: string[], gone: string[]) =>
    update('station', station, { aliases: { add, remove: gone } });

  test('[V3] [V6] takes what is new and gives what is there; the patch says only what really changed', () => {
    expect(verdict([aliases(['two', 'three', 'three'], ['one', 'missing'])])).toMatchObject({
      patches: [{ edits: { aliases: { add: ['three'], remove: ['one'] } } }],
    });
  });

  test('[V3] keeps what is both added and removed', () => {
    expect(verdict([aliases(['one', 'three'], ['one', 'three'])])).toMatchObject({
      patches: [{ edits: { aliases: { add: ['three'], remove: [] } } }],
    });
  });

  test('[V3] never conflicts', () => {
    expect(codeOf(verdict([aliases(['two'], ['missing'])]))).toBe('accepted');
  });

  test('[V3] edits of different elements give the same in either order', () => {
    const edits = [aliases(['three'], ['one']), aliases(['four'], ['two'])];
    const after = (order: readonly Op[]) => {
      const draft = new DraftView(state);
      for (const op of order) judge(draft, mutationOf([op]), { seq: 9 }, draft);
      return draft.get(station)?.fields['aliases'];
    };
    expect(after(edits)).toEqual(['four', 'three']);
    expect(after(edits.toReversed())).toEqual(after(edits));
  });

  test('[V7] does not grow beyond its limit by many small additions', () => {
    const many = (from: number) => Array.from({ length: 300 }, (_, index) => `alias ${from + index}`);
    done(aliases(many(0), []));
    expect(codeOf(verdict([aliases(many(300), [])]))).toBe('invalid-value');
  });
});

describe('references', () => {
  const milestoneOf = (subject: string) => create('milestone', { name: 'M', subject });

  test('[V7] lead to a record that is there, of a type that the field takes', () => {
    expect(codeOf(verdict([milestoneOf(testUuid())]))).toBe('not-found');
    expect(codeOf(verdict([milestoneOf(milestone)]))).toBe('invalid-value');
    expect(codeOf(verdict([milestoneOf(other)]))).toBe('accepted');
  });

  test('[V7] may lead to what is made later in the same mutation', () => {
    const later = testUuid();
    expect(codeOf(verdict([milestoneOf(later), createStation('Later', later)]))).toBe('accepted');
  });

  test('[D3] never newly lead to a deleted record, nor to one that the mutation deletes', () => {
    const party = testUuid();
    done(create('party', { name: 'P' }, party));
    const blame = update('milestone', milestone, { responsible: { from: null, to: party } });
    expect(codeOf(verdict([blame, { op: 'delete', type: 'party', id: party }]))).toBe('record-deleted');
    done(remove('station', other));
    expect(verdict([milestoneOf(other)])).toMatchObject({
      error: { code: 'record-deleted', details: { recordId: other } },
    });
  });

  test('[D4] that were there before stay when what they lead to is deleted, and other edits go on', () => {
    done(update('milestone', milestone, { subject: { from: station, to: other } }));
    const forecast = testUuid();
    done(create('forecast', { milestone, expected: '2030', statedOn: '2026' }, forecast));
    const party = testUuid();
    done(create('party', { name: 'P' }, party));
    done(update('forecast', forecast, { statedBy: { from: null, to: party } }));
    done({ op: 'delete', type: 'party', id: party });
    expect(state.get(forecast)?.fields['statedBy']).toBe(party);
    done(update('forecast', forecast, { remark: { from: null, to: 'still here' } }));
  });

  test('[V7] must make sense between records: a baseline is a forecast of its own milestone', () => {
    const [foreign, forecast] = [testUuid(), testUuid()];
    done(create('milestone', { name: 'Other', subject: other }, foreign));
    done(create('forecast', { milestone: foreign, expected: '2030', statedOn: '2026' }, forecast));
    const edit = update('milestone', milestone, { baseline: { from: null, to: forecast } });
    expect(codeOf(verdict([edit]))).toBe('invalid-value');
  });

  test('[A4] a member field names a member of the workspace', () => {
    const watch = update('milestone', milestone, { watcher: { from: null, to: 'somebody' } });
    expect(codeOf(verdict([watch], { isMember: () => false }))).toBe('invalid-value');
    expect(codeOf(verdict([watch], { isMember: () => true }))).toBe('accepted');
  });
});

describe('deletion', () => {
  test('[D1] takes along what it owns, at any depth, in one change', () => {
    const forecast = testUuid();
    done(create('forecast', { milestone, expected: '2030', statedOn: '2026' }, forecast));
    done(remove('station', station));
    const dead = (id: string) => state.get(id)?.deletedSeq;
    expect([dead(station), dead(milestone), dead(forecast), dead(other)]).toEqual([5, 5, 5, null]);
  });

  test('[D2] what had been deleted before is not brought back with its owner', () => {
    done(remove('milestone', milestone));
    done(remove('station', station));
    done(restore('station', station));
    expect(state.get(milestone)?.deletedSeq).toBe(4);
  });

  test('[D2] what is owned comes back only with its owner there, in whatever order the mutation says so', () => {
    done(remove('station', station));
    expect(verdict([restore('milestone', milestone)])).toMatchObject({
      error: { code: 'record-deleted', details: { recordId: station } },
    });
    done(restore('milestone', milestone), restore('station', station));
    expect([state.get(milestone)?.deletedSeq, state.get(station)?.deletedSeq]).toEqual([null, null]);
  });

  test('[D3] a deleted record cannot be edited; restoring is offered by naming it', () => {
    done(remove('station', station));
    for (const op of [setStation(station, 'name', 'Alpha', 'x'), update('milestone', milestone, {})]) {
      expect(verdict([op])).toMatchObject({
        error: { code: 'record-deleted', details: { recordId: op.id } },
      });
    }
  });

  test('[V5] what is deleted is deleted again, and what is there restored, without a change', () => {
    expect(verdict([restore('station', station)])).toEqual({ status: 'accepted', patches: [] });
    done(remove('station', station));
    expect(verdict([remove('station', station)])).toEqual({ status: 'accepted', patches: [] });
  });

  test('[V7] an id is taken for ever, by whatever record once had it', () => {
    done(remove('station', other));
    expect(codeOf(verdict([createStation('Again', other)]))).toBe('record-exists');
    expect(codeOf(verdict([create('party', { name: 'P' }, other)]))).toBe('record-exists');
    expect(codeOf(verdict([remove('milestone', station)]))).toBe('not-found');
  });
});

describe('a mutation', () => {
  test('[V1] sees its own earlier operations, and is refused whole', () => {
    const id = testUuid();
    const draft = new DraftView(state);
    const ops = [
      createStation('New', id),
      setStation(id, 'name', 'New', 'Newer'),
      setStation(testUuid(), 'name', 'x', 'y'),
    ];
    const judgement = judge(draft, mutationOf(ops), { seq: 4 }, draft);
    expect(codeOf(judgement)).toBe('not-found');
    expect(draft.get(id)).toBeUndefined();
    const conflicting = [createStation('New', id), setStation(station, 'name', 'x', 'y')];
    expect(codeOf(judge(draft, mutationOf(conflicting), { seq: 4 }, draft))).toBe('conflict');
    const dangling = [createStation('New', id), create('milestone', { name: 'M', subject: testUuid() })];
    expect(codeOf(judge(draft, mutationOf(dangling), { seq: 4 }, draft))).toBe('not-found');
    expect(draft.get(id)).toBeUndefined();
    expect(codeOf(judge(draft, mutationOf(ops.slice(0, 2)), { seq: 4 }, draft))).toBe('accepted');
    expect(draft.get(id)?.fields['name']).toBe('Newer');
  });

  test('[A2] what the writer may not do is refused before anything else is said about it', () => {
    const mayDo = (_op: Op, record: AnyRecord | undefined) => record?.id !== station;
    expect(codeOf(verdict([setStation(station, 'name', 'x', 'y')], { mayDo }))).toBe('forbidden');
    expect(codeOf(verdict([setStation(other, 'name', 'Beta', 'y')], { mayDo }))).toBe('accepted');
  });
});
