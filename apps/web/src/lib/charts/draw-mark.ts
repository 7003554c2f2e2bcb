/** Draws the marks of `status-mark.ts` on a canvas: the same outlines, signs and colours as everywhere else. */
import { MARK_SHAPES, type Lateness, type Mark } from '../ui/status-mark.ts';
import type { Theme } from './chart-theme.ts';

/** The outlines live in a box of this size. */
const BOX = 16;

const paths = new Map<string, Path2D>();

function pathOf(text: string): Path2D {
  const known = paths.get(text);
  if (known) return known;
  const path = new Path2D(text);
  paths.set(text, path);
  return path;
}

/** One mark with its centre at x, y. */
export function drawMark(
  context: CanvasRenderingContext2D,
  theme: Theme,
  at: { x: number; y: number; size: number },
  what: { mark: Mark; lateness: Lateness; isActive: boolean },
): void {
  const shape = MARK_SHAPES[what.mark];
  const scale = at.size / BOX;
  context.save();
  context.translate(at.x - at.size / 2, at.y - at.size / 2);
  context.scale(scale, scale);
  if (what.lateness !== null) ring(context, theme.colour('--status-late'), 10.6);
  if (what.isActive) ring(context, theme.colour('--focus'), 13);
  drawShape(context, theme, shape);
  context.restore();
}

function ring(context: CanvasRenderingContext2D, colour: string, radius: number): void {
  context.beginPath();
  context.arc(BOX / 2, BOX / 2, radius, 0, Math.PI * 2);
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.stroke();
}

function drawShape(context: CanvasRenderingContext2D, theme: Theme, shape: (typeof MARK_SHAPES)[Mark]): void {
  const colour = theme.colour(shape.colour);
  const outline = pathOf(shape.outline);
  // A rim of the surface's colour keeps a mark apart from the span beneath it.
  context.lineJoin = 'round';
  context.strokeStyle = theme.colour('--surface');
  context.lineWidth = 3.2;
  context.stroke(outline);
  context.fillStyle = shape.isFilled ? colour : theme.colour('--surface');
  context.fill(outline);
  if (!shape.isFilled) {
    context.setLineDash(shape.isDashed ? [2.4, 1.8] : []);
    context.strokeStyle = colour;
    context.lineWidth = 1.7;
    context.stroke(outline);
    context.setLineDash([]);
  }
  if (shape.sign === null) return;
  context.strokeStyle = shape.isFilled ? theme.colour('--status-knockout') : colour;
  context.lineWidth = 1.8;
  context.lineCap = 'round';
  context.stroke(pathOf(shape.sign));
}

/** Where the baseline had it: a dotted outline of a diamond. */
export function drawGhost(
  context: CanvasRenderingContext2D,
  theme: Theme,
  at: { x: number; y: number; size: number },
): void {
  const half = at.size / 2;
  context.save();
  context.beginPath();
  context.moveTo(at.x, at.y - half);
  context.lineTo(at.x + half, at.y);
  context.lineTo(at.x, at.y + half);
  context.lineTo(at.x - half, at.y);
  context.closePath();
  context.setLineDash([2, 2]);
  context.fillStyle = theme.colour('--surface');
  context.fill();
  context.strokeStyle = theme.colour('--chart-ghost');
  context.lineWidth = 1.3;
  context.stroke();
  context.restore();
}

/** From the ghost to the mark. */
export function drawArrow(
  context: CanvasRenderingContext2D,
  colour: string,
  line: { fromX: number; toX: number; y: number },
): void {
  const way = Math.sign(line.toX - line.fromX);
  if (Math.abs(line.toX - line.fromX) < 6) return;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(line.fromX, line.y);
  context.lineTo(line.toX, line.y);
  context.moveTo(line.toX - way * 5, line.y - 3.5);
  context.lineTo(line.toX, line.y);
  context.lineTo(line.toX - way * 5, line.y + 3.5);
  context.stroke();
  context.restore();
}
