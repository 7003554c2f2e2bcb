import { describe, expect, it } from 'vitest';
import type { FieldsOf } from '../records/registry.ts';
import { attention } from './due.ts';
import { TestRecords, TODAY } from './records.test-support.ts';

type Step = readonly [name: string, expected: string | null, more?: Partial<FieldsOf<'milestone'>>];

function attentionTo(steps: readonly Step[]) {
  const records = new TestRecords();
  for (const [name, expected, more] of steps) {
    records.milestone({ name, ...more }, expected === null ? [] : [['2024-01-01', expected]]);
  }
  const { due, ...others } = attention(records, TODAY);
  const names = (list: typeof others.late) => list.map(({ milestone }) => milestone.fields.name);
  return {
    due: due.map(({ milestone, isCertain }) => `${milestone.fields.name}${isCertain ? '' : '?'}`),
    atRisk: names(others.atRisk),
    late: names(others.late),
    overdue: names(others.overdue),
  };
}

describe('what is due', () => {
  it('lies in the next 90 days, for certain or perhaps, sorted by date', () => {
    const { due } = attentionTo([
      ['in March', '2027-03'],
      ['in February', '2027-02'],
      ['in a week', '2026-11-29'],
      ['this year', '2026'],
      ['undated', null],
      ['yesterday', '2026-11-21'],
      ['not before next year', '2027/..'],
      ['not before last year', '2025/..'],
      ['not after this year', '../2026'],
      ['not after 2030', '../2030'],
      ['done', '2026-11-29', { state: 'done' }],
    ]);
    expect(due).toEqual([
      'this year?',
      'in a week',
      'not before next year?',
      'in February?',
      'not after this year?',
    ]);
  });

  it('is at risk by a person’s judgement, late by its slip, overdue by its date', () => {
    const records = new TestRecords();
    records.milestone({ name: 'slipped', assessment: 'off-track' }, [
      ['2024-01-01', '2025'],
      ['2025-01-01', '2028'],
    ]);
    records.milestone({ name: 'missed', assessment: 'at-risk' }, [['2024-01-01', '2025']]);
    records.milestone({ name: 'done late', state: 'done', actual: '2026', assessment: 'at-risk' }, [
      ['2024-01-01', '2025'],
    ]);
    const { late, overdue, atRisk } = attention(records, TODAY);
    const names = (list: typeof late) => list.map(({ milestone }) => milestone.fields.name);
    expect([names(atRisk), names(late), names(overdue)]).toEqual([
      ['missed', 'slipped'],
      ['slipped'],
      ['missed'],
    ]);
  });
});
