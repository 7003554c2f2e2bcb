import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layoutTimeline,
  type Canvas,
  type ChartDate,
  type TimelineLane,
  type TimelineMark,
} from './timeline-layout.ts';

const canvas: Canvas = {
  window: { from: 0, until: 1000 },
  width: 1000,
  rowHeight: 34,
  markSize: 14,
  measure: (text) => text.length * 6,
};
const on = (earliest: number | null, latest: number | null = earliest): ChartDate => ({
  earliest,
  latest,
  isApproximate: false,
  label: `${String(earliest)}-${String(latest)}`,
});
const mark = (id: string, date: ChartDate, more: Partial<TimelineMark> = {}): TimelineMark => ({
  id,
  name: id,
  mark: 'on-track',
  lateness: null,
  date,
  baseline: null,
  slipLabel: null,
  isNamed: false,
  ...more,
});
const lane = (...marks: TimelineMark[]): TimelineLane => ({ id: 'lane', label: 'Lane', marks, spans: [] });

describe('the timeline’s layout', () => {
  test('a day stands at its day, an imprecise date in the middle of its span', () => {
    const layout = layoutTimeline([lane(mark('day', on(100)), mark('span', on(400, 599)))], canvas);
    expect(layout.marks.map(({ x, spanFrom, spanUntil }) => [x, spanFrom, spanUntil])).toEqual([
      [100.5, 100, 101],
      [500, 400, 600],
    ]);
  });

  test('a date that is open to one side stands at its known end and says so', () => {
    const [placed] = layoutTimeline([lane(mark('open', on(300, null)))], canvas).marks;
    expect(placed).toMatchObject({ x: 300, isOpenEnd: true, isOpenStart: false });
  });

  test('two marks in one place are stacked, three become a count led by the most urgent', () => {
    const two = layoutTimeline([lane(mark('a', on(100)), mark('b', on(104)))], canvas).marks;
    expect(new Set(two.map(({ y }) => y)).size).toBe(2);
    const three = layoutTimeline(
      [lane(mark('a', on(100)), mark('b', on(104), { mark: 'at-risk' }), mark('c', on(102)))],
      canvas,
    );
    expect(three.marks).toHaveLength(1);
    expect(three.marks[0]?.marks[0]?.id).toBe('b');
    expect(three.names[0]?.text).toBe('3 milestones');
  });

  test('a late mark is not lost in a count: it stands beside it, on its own', () => {
    const late = mark('late', on(103), {
      lateness: 'late',
      slipLabel: '9 d',
      baseline: on(20),
      isNamed: true,
    });
    const { marks } = layoutTimeline(
      [lane(mark('a', on(100)), mark('b', on(104)), mark('c', on(102)), late)],
      canvas,
    );
    expect(marks.map((placed) => placed.marks.map(({ id }) => id).toSorted())).toEqual([
      ['a', 'b', 'c'],
      ['late'],
    ]);
    expect(marks[1]?.ghostX).toBe(20.5);
  });

  test('the ghost stands at the baseline of a date that moved, and nowhere else', () => {
    const moved = mark('moved', on(500), { baseline: on(300) });
    const kept = mark('kept', on(700), { baseline: on(700) });
    expect(layoutTimeline([lane(moved, kept)], canvas).marks.map(({ ghostX }) => ghostX)).toEqual([
      300.5,
      null,
    ]);
  });

  test('late and next milestones are named before others', () => {
    const names = layoutTimeline(
      [
        lane(
          mark('an early one with a long name', on(100)),
          mark('late', on(130), { lateness: 'late', slipLabel: '24 mo', isNamed: true }),
        ),
      ],
      canvas,
    ).names;
    expect(names[0]).toMatchObject({ text: 'late, late 24 mo', isLate: true });
  });

  test('a late one without room for its name says at least that it is late', () => {
    const late = mark('a name that is far too long for what is left of the chart', on(960), {
      lateness: 'late',
      slipLabel: '9 d',
      isNamed: true,
    });
    const { names } = layoutTimeline([lane(late, mark('b', on(800)), mark('c', on(700)))], canvas);
    expect(names.map(({ text }) => text)).toContain('late 9 d');
  });

  test('no mark is lost, whatever their number and place; names overlap neither each other nor a mark', () => {
    const days = fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 60 });
    fc.assert(
      fc.property(days, (list) => {
        const marks = list.map((day, index) => mark(`m${String(index)}`, on(day)));
        const layout = layoutTimeline([lane(...marks)], canvas);
        const shown = layout.marks.flatMap((placed) => placed.marks.map(({ id }) => id));
        expect(shown.toSorted()).toEqual(marks.map(({ id }) => id).toSorted());
        const boxes = layout.names.map(({ text, x, y, align }) => {
          const width = text.length * 6;
          return { from: align === 'left' ? x : x - width, until: align === 'left' ? x + width : x, y };
        });
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            if (Math.abs(other.y - box.y) < 10)
              expect(box.until <= other.from || other.until <= box.from).toBe(true);
          }
          for (const { x, y } of layout.marks) {
            if (Math.abs(y - box.y) < 10) expect(x <= box.from || x >= box.until).toBe(true);
          }
        }
      }),
    );
  });
});
