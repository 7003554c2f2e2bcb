/**
 * The timeline as a chart type of Chart.js: one element per milestone, so that each moves from its old place to its new one
 * (250 ms) when a date changes, and jumps along when the window does. `timeline-layout.ts` says where; this file draws.
 */
import { DatasetController, Element, type Chart, type UpdateMode } from 'chart.js';
import type { Theme } from './chart-theme.ts';
import { hatch } from './hatch.ts';
import { drawArrow, drawGhost, drawMark } from './draw-mark.ts';
import {
  layoutTimeline,
  type PlacedMark,
  type TimelineLane,
  type TimelineLayout,
  type TimelineMark,
} from './timeline-layout.ts';
import type { TimeWindow } from './time-window.ts';

/** What the chart draws. It is handed over beside the options: Chart.js would wrap every member of those in proxies. */
export type TimelineScene = {
  readonly lanes: readonly TimelineLane[];
  /** All marks in an order that stays, so that an element keeps its milestone. */
  readonly marks: readonly TimelineMark[];
  readonly window: TimeWindow;
  readonly today: number;
  readonly rowHeight: number;
  readonly theme: Theme;
  readonly activeId: string | null;
};

declare module 'chart.js' {
  interface ChartTypeRegistry {
    timeline: {
      chartOptions: object;
      datasetOptions: object;
      defaultDataPoint: number;
      metaExtensions: object;
      parsedDataType: { x: number; y: number };
      scales: 'linear';
    };
  }
}

type MarkProps = { x: number; y: number; spanFrom: number; spanUntil: number; ghostX: number };

const scenes = new WeakMap<Chart, TimelineScene>();

/** Hands a chart what it is to draw at its next update. */
export function setScene(chart: Chart, scene: TimelineScene): void {
  scenes.set(chart, scene);
}

/** A milestone, or the first of several that share a place. */
export class MarkElement extends Element<MarkProps> {
  static id = 'timelineMark';
  declare spanFrom: number;
  declare spanUntil: number;
  declare ghostX: number;
  placed: PlacedMark | null = null;
  scene: TimelineScene | null = null;

  inRange(mouseX: number, mouseY: number): boolean {
    if (!this.placed || !this.scene) return false;
    const reach = Math.max(this.scene.theme.px('--mark') * 0.75, 11);
    return Math.abs(mouseX - this.x) <= reach && Math.abs(mouseY - this.y) <= reach;
  }

  inXRange(mouseX: number): boolean {
    return Math.abs(mouseX - this.x) < 10;
  }

  inYRange(mouseY: number): boolean {
    return Math.abs(mouseY - this.y) < 10;
  }

  getCenterPoint(): { x: number; y: number } {
    return { x: this.x, y: this.y };
  }

  override tooltipPosition(): { x: number; y: number } {
    return { x: this.x, y: this.y };
  }

  draw(context: CanvasRenderingContext2D): void {
    const first = this.placed?.marks[0];
    if (!this.placed || !this.scene || !first) return;
    const { theme, activeId } = this.scene;
    const size = theme.px('--mark');
    this.#drawWindow(context, theme, size);
    if (this.placed.ghostX !== null) {
      const colour = theme.colour(first.lateness === 'late' ? '--status-late' : '--chart-ghost');
      const inset = Math.sign(this.x - this.ghostX) * (size * 0.75);
      drawArrow(context, colour, { fromX: this.ghostX + inset, toX: this.x - inset, y: this.y });
      drawGhost(context, theme, { x: this.ghostX, y: this.y, size });
    }
    const isActive = this.placed.marks.some((mark) => mark.id === activeId);
    drawMark(
      context,
      theme,
      { x: this.x, y: this.y, size },
      { mark: first.mark, lateness: first.lateness, isActive },
    );
  }

  /** The days that an imprecise date allows: dashed, open towards a side that is not bounded. */
  #drawWindow(context: CanvasRenderingContext2D, theme: Theme, size: number): void {
    const { isOpenStart = false, isOpenEnd = false } = this.placed ?? {};
    const isWide = this.spanUntil - this.spanFrom > size * 1.15;
    if (!isWide && !isOpenStart && !isOpenEnd) return;
    const reach = size * 2.2;
    const from = isOpenStart ? this.x - reach : this.spanFrom;
    const until = isOpenEnd ? this.x + reach : this.spanUntil;
    const half = size * 0.56;
    context.save();
    context.setLineDash([3, 2.5]);
    context.lineWidth = 1;
    context.strokeStyle = theme.colour('--chart-ghost');
    if (isOpenStart || isOpenEnd)
      context.strokeStyle = fading(context, theme, isOpenEnd ? [this.x, until] : [this.x, from]);
    context.beginPath();
    context.roundRect(from, this.y - half, until - from, half * 2, 5);
    context.stroke();
    context.restore();
  }
}

function fading(
  context: CanvasRenderingContext2D,
  theme: Theme,
  [from, to]: [number, number],
): CanvasGradient {
  const gradient = context.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, theme.colour('--chart-ghost'));
  gradient.addColorStop(1, 'transparent');
  return gradient;
}

/** Places every element anew whenever data, window or size change, and draws all that is not a mark. */
export class TimelineController extends DatasetController<'timeline', MarkElement> {
  static id = 'timeline';
  static defaults = {
    dataElementType: 'timelineMark',
    animations: { numbers: { type: 'number', properties: ['x', 'y', 'spanFrom', 'spanUntil', 'ghostX'] } },
  };
  layout: TimelineLayout = { marks: [], names: [], spans: [] };

  override update(mode: UpdateMode): void {
    const elements = this._cachedMeta.data;
    this.updateElements(elements, 0, elements.length, mode);
  }

  override updateElements(elements: MarkElement[], start: number, count: number, mode: UpdateMode): void {
    const { chartArea, ctx } = this.chart;
    const scene = scenes.get(this.chart);
    if (!scene) return;
    ctx.font = scene.theme.font('--text-xs');
    this.layout = layoutTimeline(scene.lanes, {
      window: scene.window,
      width: chartArea.width,
      rowHeight: scene.rowHeight,
      markSize: scene.theme.px('--mark'),
      measure: (text) => ctx.measureText(text).width,
    });
    const leaders = new Map(this.layout.marks.map((placed) => [placed.marks[0]?.id, placed]));
    for (let index = start; index < start + count; index += 1) {
      const element = elements[index];
      if (!element) continue;
      const placed = leaders.get(scene.marks[index]?.id) ?? null;
      const isNew = element.placed === null;
      element.placed = placed;
      element.scene = scene;
      if (placed) this.updateElement(element, index, shifted(placed, chartArea), isNew ? 'none' : mode);
    }
  }

  override draw(): void {
    const { ctx, chartArea } = this.chart;
    const scene = scenes.get(this.chart);
    if (!scene) return;
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, 0, chartArea.width, chartArea.bottom);
    ctx.clip();
    this.#drawRows(ctx, scene);
    this.#drawSpans(ctx, scene.theme);
    this.#drawToday(ctx, scene);
    for (const element of this._cachedMeta.data) element.draw(ctx);
    this.#drawNames(ctx, scene.theme);
    ctx.restore();
  }

  #drawRows(context: CanvasRenderingContext2D, scene: TimelineScene): void {
    const { left, right, top } = this.chart.chartArea;
    context.strokeStyle = scene.theme.colour('--chart-grid');
    context.lineWidth = 1;
    context.beginPath();
    for (let row = 1; row < scene.lanes.length; row += 1) {
      const y = Math.round(top + row * scene.rowHeight) + 0.5;
      context.moveTo(left, y);
      context.lineTo(right, y);
    }
    context.stroke();
  }

  #drawSpans(context: CanvasRenderingContext2D, theme: Theme): void {
    const { left, top } = this.chart.chartArea;
    const height = theme.px('--mark');
    for (const span of this.layout.spans) {
      context.beginPath();
      context.roundRect(left + span.x, top + span.y - height / 2, span.width, height, 3);
      context.fillStyle =
        span.certainty === 'certain'
          ? theme.colour('--span')
          : hatch(context, theme.colour('--span-possible'));
      context.fill();
    }
  }

  #drawToday(context: CanvasRenderingContext2D, scene: TimelineScene): void {
    const { left, width, top, bottom } = this.chart.chartArea;
    const x = left + ((scene.today - scene.window.from) / (scene.window.until - scene.window.from)) * width;
    if (x < left || x > left + width) return;
    const { theme } = scene;
    context.strokeStyle = theme.colour('--chart-today');
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x, top - 4);
    context.lineTo(x, bottom);
    context.stroke();
    context.font = theme.font('--text-xs', 640);
    const half = context.measureText('today').width / 2 + 6;
    const height = theme.px('--text-xs') + 6;
    context.fillStyle = theme.colour('--chart-today');
    context.beginPath();
    context.roundRect(x - half, top - 4 - height, half * 2, height, height / 2);
    context.fill();
    context.fillStyle = theme.colour('--text-on-accent');
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText('today', x, top - 3.5 - height / 2);
  }

  #drawNames(context: CanvasRenderingContext2D, theme: Theme): void {
    const { left, top } = this.chart.chartArea;
    context.textBaseline = 'middle';
    for (const name of this.layout.names) {
      context.font = theme.font('--text-xs', name.isLate ? 560 : 430);
      context.fillStyle = theme.colour(name.isLate ? '--status-late' : '--text-muted');
      context.textAlign = name.align;
      const [x, y] = [Math.round(left + name.x), Math.round(top + name.y) + 0.5];
      // A rim of the surface's colour keeps the name legible on a span.
      context.lineJoin = 'round';
      context.lineWidth = 4;
      context.strokeStyle = theme.colour('--surface');
      context.strokeText(name.text, x, y);
      context.fillText(name.text, x, y);
    }
  }
}

function shifted(placed: PlacedMark, area: { left: number; top: number }): MarkProps {
  return {
    x: area.left + placed.x,
    y: area.top + placed.y,
    spanFrom: area.left + placed.spanFrom,
    spanUntil: area.left + placed.spanUntil,
    ghostX: area.left + (placed.ghostX ?? placed.x),
  };
}
