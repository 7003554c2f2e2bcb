/**
 * The marks of look.md as numbers: a shape and a colour for each status, the same in chips, tables, charts and exports.
 * The paths live in a box of 16 with its centre at 8,8, so that a chart can scale them and a component can inline them.
 */

export const MARKS = [
  'done',
  'on-track',
  'not-assessed',
  'at-risk',
  'off-track',
  'cancelled',
  'unknown',
] as const;
export type Mark = (typeof MARKS)[number];

/** What stands beside a mark when a milestone is behind: words and a red ring, on any mark. */
export type Lateness = 'late' | 'overdue' | null;

export type MarkShape = {
  /** What a reader is told. */
  readonly label: string;
  /** The token of its colour. */
  readonly colour: string;
  /** Outline of the shape. */
  readonly outline: string;
  readonly isFilled: boolean;
  readonly isDashed: boolean;
  /** A sign drawn over the shape: the tick, the bar, the strike. */
  readonly sign: string | null;
};

const DIAMOND = 'M8 1.2 14.8 8 8 14.8 1.2 8Z';
const HOLLOW_DIAMOND = 'M8 2 14 8 8 14 2 8Z';
const TRIANGLE = 'M8 1.8 15 14.2H1Z';

export const MARK_SHAPES: Readonly<Record<Mark, MarkShape>> = {
  done: shape('done', '--status-done', DIAMOND, 'M5.2 8.2 7.2 10.1 10.8 6.3'),
  'on-track': shape('on track', '--status-on-track', DIAMOND, null),
  'not-assessed': hollow('not assessed', '--status-not-assessed', null, false),
  'at-risk': shape('at risk', '--status-at-risk', TRIANGLE, null),
  'off-track': shape('off track', '--status-off-track', DIAMOND, 'M8 4.6V8.6M8 11V11.2'),
  cancelled: hollow('cancelled', '--status-cancelled', 'M1.5 13.5 14.5 2.5', false),
  unknown: hollow('not known', '--status-not-assessed', null, true),
};

function shape(label: string, colour: string, outline: string, sign: string | null): MarkShape {
  return { label, colour, outline, isFilled: true, isDashed: false, sign };
}

function hollow(label: string, colour: string, sign: string | null, isDashed: boolean): MarkShape {
  return { label, colour, outline: HOLLOW_DIAMOND, isFilled: false, isDashed, sign };
}
