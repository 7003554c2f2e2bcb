import { expect, test } from 'vitest';
import type { TimelineLane, TimelineMark } from '../../charts/timeline-layout.ts';
import { lanesInView, MOST_LANES } from './lanes-in-view.ts';

const TODAY = 1000;
const mark = (id: string, day: number, more: Partial<TimelineMark> = {}): TimelineMark => ({
  id,
  name: id,
  mark: 'on-track',
  lateness: null,
  date: { earliest: day, latest: day, isApproximate: false, label: id },
  baseline: null,
  slipLabel: null,
  isNamed: false,
  ...more,
});
const lane = (id: string, ...marks: TimelineMark[]): TimelineLane => ({ id, label: id, marks, spans: [] });
const quiet = Array.from({ length: 30 }, (_, index) => lane(`quiet ${String(index)}`, mark('past', 10)));

test('all lanes are shown while there is room', () => {
  expect(lanesInView(quiet.slice(0, MOST_LANES), TODAY)).toHaveLength(MOST_LANES);
});

test('those with trouble ahead and those that are crewed are kept, in the order they had', () => {
  const troubled = lane('troubled', mark('late', TODAY + 10, { lateness: 'late' }));
  const crewed = {
    ...lane('crewed'),
    spans: [{ from: 0, until: null, certainty: 'certain' as const, label: '' }],
  };
  const shown = lanesInView([...quiet, crewed, troubled], TODAY).map(({ id }) => id);
  expect(shown).toHaveLength(MOST_LANES);
  expect(shown.slice(-2)).toEqual(['crewed', 'troubled']);
});
