/** What a mark says: on hover, to a screen reader, and in the table behind the chart. */
import { MARK_SHAPES } from '../ui/status-mark.ts';
import type { PlacedMark, TimelineMark } from './timeline-layout.ts';

/** The first line is the title. */
export function hoverLines(placed: PlacedMark): string[] {
  const [first] = placed.marks;
  if (!first) return [];
  if (placed.marks.length === 1) return [first.name, ...markLines(first)];
  const listed = placed.marks
    .slice(0, 8)
    .map((mark) => `${mark.name} · ${mark.date.label} · ${statusWords(mark)}`);
  const more = placed.marks.length - listed.length;
  return [
    `${String(placed.marks.length)} milestones`,
    ...listed,
    ...(more > 0 ? [`and ${String(more)} more`] : []),
  ];
}

function markLines(mark: TimelineMark): string[] {
  const baseline = mark.baseline
    ? [`Baseline ${mark.baseline.label}${mark.slipLabel ? `, slip ${mark.slipLabel}` : ''}`]
    : [];
  return [`${mark.date.label} · ${statusWords(mark)}`, ...baseline];
}

/** 'at risk, late'. */
export function statusWords(mark: Pick<TimelineMark, 'mark' | 'lateness'>): string {
  const { label } = MARK_SHAPES[mark.mark];
  return mark.lateness ? `${label}, ${mark.lateness}` : label;
}

/** One sentence for a screen reader. */
export function spoken(placed: PlacedMark, lane: string): string {
  return `${lane}: ${hoverLines(placed).join('; ')}`;
}
