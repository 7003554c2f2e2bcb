import { describe, expect, it } from 'vitest';
import { asksOf, initialDrafts, openAsks, opsOf, readAnswers, type Drafts } from './create-form.ts';

const asks = asksOf('milestone', ['subject']);
const initial = initialDrafts(asks, '2026-11-23');
const asked = (drafts: Drafts) => openAsks('milestone', asks, drafts).map(({ name }) => name);
let count = 0;
const newId = () => `id-${String((count += 1))}`;

function opsFor(given: Drafts) {
  const drafts = { ...initial, name: 'First crew aboard', ...given };
  const open = openAsks('milestone', asks, drafts);
  const answers = readAnswers('milestone', open, drafts);
  if (!answers.isComplete) throw new Error(Object.values(answers.problems).join(' '));
  return opsOf('milestone', asks, { ...answers.values, subject: 'station' }, newId);
}

describe('the dialog for a milestone', () => {
  it('asks when it is expected, and for the actual date only once it is done', () => {
    expect(asked(initial)).toEqual(expect.arrayContaining(['expected', 'statedOn']));
    expect(asked(initial)).not.toContain('actual');
    expect(asked({ ...initial, state: 'done' })).toContain('actual');
    expect(asked({ ...initial, state: 'done' })).not.toContain('expected');
  });

  it('never hides what was typed', () => {
    expect(asked({ ...initial, state: 'done', expected: 'Q3 2027' })).toContain('expected');
    expect(asked({ ...initial, actual: '2024' })).toContain('actual');
  });

  it('makes the first forecast in the same act, stated today unless said otherwise', () => {
    const [milestone, forecast] = opsFor({ expected: 'Q3 2027' });
    expect(milestone.fields).toMatchObject({ name: 'First crew aboard', subject: 'station' });
    expect(milestone.fields).not.toHaveProperty('expected');
    expect(forecast).toMatchObject({
      type: 'forecast',
      fields: { milestone: milestone.id, expected: '2027-35', statedOn: '2026-11-23' },
    });
  });

  it('makes no forecast where none is stated', () => {
    expect(opsFor({})).toHaveLength(1);
  });

  it('says at the field what cannot be read', () => {
    const drafts = { ...initial, expected: 'soonish' };
    const answers = readAnswers('milestone', asks, drafts);
    expect(answers.isComplete ? [] : Object.keys(answers.problems)).toEqual(['name', 'expected']);
  });
});

it('a dialog of another type asks its own fields only', () => {
  expect(asksOf('party', []).some(({ isOfCompanion }) => isOfCompanion)).toBe(false);
});
