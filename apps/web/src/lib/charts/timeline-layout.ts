/**
 * Where everything on a timeline goes, in pixels. Pure: lanes in days in, places out, so that tests can check what
 * is drawn and the table beside can list it.
 *
 *   lane   ──▒▒▒▒████████████──◇·····◆ Attach, late 24 mo──     span (possible, certain), ghost, slip arrow, mark, name
 *
 * Marks that would overlap are stacked in two rows; three or more become one count, which names the most urgent
 * status among them. Names: first the next and every late milestone, then others where there is room.
 */
import type { Lateness, Mark } from '../ui/status-mark.ts';
import { xOf, type TimeWindow } from './time-window.ts';

/** A date as a chart needs it: days, null where unbounded. */
export type ChartDate = {
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly isApproximate: boolean;
  readonly label: string;
};

/** A milestone as a chart needs it. */
export type TimelineMark = {
  readonly id: string;
  readonly name: string;
  readonly mark: Mark;
  readonly lateness: Lateness;
  readonly date: ChartDate;
  readonly baseline: ChartDate | null;
  readonly slipLabel: string | null;
  /** Named on the chart whatever else is: the next one of its lane and every late one. */
  readonly isNamed: boolean;
};

/** A stretch in which a lane is occupied. */
export type TimelineSpan = {
  /** First day and the day after the last; null runs on beyond what is known. */
  readonly from: number | null;
  readonly until: number | null;
  readonly certainty: 'certain' | 'possible';
  readonly label: string;
};

/** One row of the timeline. */
export type TimelineLane = {
  readonly id: string;
  readonly label: string;
  readonly marks: readonly TimelineMark[];
  readonly spans: readonly TimelineSpan[];
};

/** The lanes in order, and the milestones that no chart can place. */
export type TimelineContent = {
  readonly lanes: readonly TimelineLane[];
  readonly undated: readonly TimelineMark[];
};

/** A mark, or a count of several, in its place. */
export type PlacedMark = {
  readonly kind: 'mark';
  readonly marks: readonly TimelineMark[];
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  /** The span of an imprecise date; equal to x for a day. */
  readonly spanFrom: number;
  readonly spanUntil: number;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
  readonly ghostX: number | null;
};

/** A name on the chart. */
export type PlacedName = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
  readonly isLate: boolean;
};

/** A stretch in its place. */
export type PlacedSpan = TimelineSpan & {
  readonly lane: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
};

/** Everything in its place. */
export type TimelineLayout = {
  readonly marks: readonly PlacedMark[];
  readonly names: readonly PlacedName[];
  readonly spans: readonly PlacedSpan[];
};

/** What the layout needs to know of the canvas. */
export type Canvas = {
  readonly window: TimeWindow;
  readonly width: number;
  readonly rowHeight: number;
  /** Height and width of one mark. */
  readonly markSize: number;
  readonly measure: (text: string) => number;
};

const URGENCY: readonly Mark[] = [
  'off-track',
  'at-risk',
  'not-assessed',
  'unknown',
  'on-track',
  'cancelled',
  'done',
];

/** How much attention a mark asks for: late ones first, then by status; lower is more urgent. */
export function urgency(mark: TimelineMark): number {
  return URGENCY.indexOf(mark.mark) - (mark.lateness === null ? 0 : 10);
}

/** The day at which a date's mark stands: its middle, or its known end. */
export function dayOf(date: ChartDate): number | null {
  if (date.earliest === null) return date.latest;
  if (date.latest === null) return date.earliest;
  return (date.earliest + date.latest + 1) / 2;
}

/** Lays out lanes from top to bottom. Undated marks are left out: the caller lists them beside the chart. */
export function layoutTimeline(lanes: readonly TimelineLane[], canvas: Canvas): TimelineLayout {
  const marks: PlacedMark[] = [];
  const names: PlacedName[] = [];
  const spans: PlacedSpan[] = [];
  lanes.forEach((lane, index) => {
    const placed = placeMarks(lane, index, canvas);
    marks.push(...placed);
    names.push(...placeNames(placed, canvas));
    spans.push(...placeSpans(lane, index, canvas));
  });
  return { marks, names, spans };
}

function placeMarks(lane: TimelineLane, index: number, canvas: Canvas): PlacedMark[] {
  const middle = (index + 0.5) * canvas.rowHeight;
  const shift = Math.min(canvas.markSize * 0.52, canvas.rowHeight * 0.24);
  return clusters(lane.marks, canvas).flatMap((group) => {
    const rows = rowsOf(group);
    if (rows.length === 1) return rows.map((row) => place(row, index, middle, canvas));
    return rows.map((row, at) => place(row, index, middle + (at === 0 ? -shift : shift), canvas));
  });
}

/** What shares a place: one or two marks as they are, more as a count, but a late one always on its own where one can. */
function rowsOf(group: readonly TimelineMark[]): (readonly TimelineMark[])[] {
  if (group.length <= 2) return group.map((mark) => [mark]);
  const late = group.filter(({ lateness }) => lateness !== null);
  return late.length === 1 ? [group.filter(({ lateness }) => lateness === null), late] : [group];
}

/** Neighbours closer than a mark is wide, in order of their place. */
function clusters(all: readonly TimelineMark[], canvas: Canvas): TimelineMark[][] {
  const dated = all.flatMap((mark) => {
    const day = dayOf(mark.date);
    return day === null ? [] : [{ mark, x: xOf(canvas.window, day, canvas.width) }];
  });
  dated.sort((a, b) => a.x - b.x);
  const groups: TimelineMark[][] = [];
  let startedAt = -Infinity;
  for (const { mark, x } of dated) {
    const group = groups.at(-1);
    if (group && x - startedAt < canvas.markSize * 0.9) group.push(mark);
    else {
      groups.push([mark]);
      startedAt = x;
    }
  }
  return groups;
}

function place(group: readonly TimelineMark[], lane: number, y: number, canvas: Canvas): PlacedMark {
  const marks = [...group].sort((a, b) => urgency(a) - urgency(b));
  const days = marks.map((mark) => dayOf(mark.date) ?? 0);
  const toX = (day: number) => xOf(canvas.window, day, canvas.width);
  const x = toX(days.reduce((sum, day) => sum + day, 0) / days.length);
  const only = marks.length === 1 ? marks[0] : undefined;
  const { earliest = null, latest = null } = only?.date ?? {};
  const baseDay = only?.baseline ? dayOf(only.baseline) : null;
  const hasMoved = baseDay !== null && only && Math.abs(baseDay - (dayOf(only.date) ?? baseDay)) >= 1;
  return {
    kind: 'mark',
    marks,
    lane,
    x,
    y,
    spanFrom: only && earliest !== null ? toX(earliest) : x,
    spanUntil: only && latest !== null ? toX(latest + 1) : x,
    isOpenStart: only !== undefined && earliest === null,
    isOpenEnd: only !== undefined && latest === null,
    ghostX: hasMoved ? toX(baseDay) : null,
  };
}

type Extent = { readonly from: number; readonly until: number; readonly y: number };

/** Greedy, most important first: right of the mark, else left of it, else not at all. */
function placeNames(placed: readonly PlacedMark[], canvas: Canvas): PlacedName[] {
  const taken: Extent[] = placed.map((mark) => extentOf(mark, canvas));
  const names: PlacedName[] = [];
  const inOrder = placed
    .map((mark) => ({ mark, first: mark.marks[0] }))
    .filter(({ mark }) => mark.x > -20 && mark.x < canvas.width + 20)
    .sort((a, b) => Number(b.first?.isNamed ?? false) - Number(a.first?.isNamed ?? false));
  for (const { mark, first } of inOrder) {
    if (!first) continue;
    const name = firstOf(wordingsOf(mark, first), (text) => nameBeside(text, mark, taken, canvas));
    if (!name) continue;
    names.push(name.placed);
    taken.push(name.extent);
  }
  return names;
}

/** What may stand beside a mark, the fullest first: a late one says at least that. */
function wordingsOf(mark: PlacedMark, first: TimelineMark): string[] {
  if (mark.marks.length > 1) return [countWords(mark.marks)];
  const late = first.lateness === 'late' && first.slipLabel ? `late ${first.slipLabel}` : first.lateness;
  return late === null ? [first.name] : [`${first.name}, ${late}`, late, first.lateness ?? late];
}

function countWords(marks: readonly TimelineMark[]): string {
  const late = marks.filter(({ lateness }) => lateness !== null).length;
  return `${String(marks.length)} milestones${late > 0 ? `, ${String(late)} late` : ''}`;
}

function firstOf<T, R>(list: readonly T[], attempt: (one: T) => R | null): R | null {
  for (const one of list) {
    const made = attempt(one);
    if (made !== null) return made;
  }
  return null;
}

/** Right of the mark, left of it, or above it where the lane is high enough; the first place that is free. */
function nameBeside(text: string, mark: PlacedMark, taken: readonly Extent[], canvas: Canvas) {
  const width = canvas.measure(text) + 6;
  const own = extentOf(mark, canvas);
  const above = mark.y - canvas.markSize * 0.93;
  const hasRoomAbove = above - canvas.markSize * 0.45 >= mark.lane * canvas.rowHeight - 1;
  const candidates: (Extent & { readonly align: 'left' | 'right' })[] = [
    { align: 'left', from: own.until + 2, until: own.until + 2 + width, y: mark.y },
    { align: 'right', from: own.from - 2 - width, until: own.from - 2, y: mark.y },
  ];
  if (hasRoomAbove) {
    candidates.push(
      { align: 'right', from: own.until - width, until: own.until, y: above },
      { align: 'left', from: own.from, until: own.from + width, y: above },
    );
  }
  const free = candidates.find(
    (place) =>
      place.from >= 0 &&
      place.until <= canvas.width &&
      !taken.some((other) => overlaps(place, other, canvas.markSize)),
  );
  if (!free) return null;
  const { align, from, until, y } = free;
  const isLate = mark.marks.some(({ lateness }) => lateness !== null);
  return {
    extent: { from, until, y },
    placed: { text, x: align === 'left' ? from + 3 : until - 3, y, align, isLate },
  };
}

function extentOf(mark: PlacedMark, canvas: Canvas): Extent {
  const half = canvas.markSize / 2 + 3;
  return {
    from: Math.min(mark.x - half, mark.spanFrom, mark.ghostX === null ? Infinity : mark.ghostX - half),
    until: Math.max(mark.x + half, mark.spanUntil, mark.ghostX === null ? -Infinity : mark.ghostX + half),
    y: mark.y,
  };
}

function overlaps(a: Extent, b: Extent, height: number): boolean {
  return a.from < b.until && b.from < a.until && Math.abs(a.y - b.y) < height * 0.9;
}

function placeSpans(lane: TimelineLane, index: number, canvas: Canvas): PlacedSpan[] {
  const y = (index + 0.5) * canvas.rowHeight;
  return lane.spans.flatMap((span) => {
    const from = Math.max(span.from === null ? -2 : xOf(canvas.window, span.from, canvas.width), -2);
    const until = Math.min(
      span.until === null ? Infinity : xOf(canvas.window, span.until, canvas.width),
      canvas.width + 2,
    );
    return until <= from ? [] : [{ ...span, lane: index, x: from, width: until - from, y }];
  });
}
