/** Makes the Chart.js chart of a timeline; loaded only where one is shown. */
import { Chart, LinearScale, Tooltip } from 'chart.js';
import { hoverLines } from './timeline-words.ts';
import { MarkElement, setScene, TimelineController, type TimelineScene } from './timeline-controller.ts';
import { timeTicks } from './time-ticks.ts';
import type { PlacedMark } from './timeline-layout.ts';

Chart.register(TimelineController, MarkElement, LinearScale, Tooltip);

/** Height of the time axis, in sizes of its text; the names beside the chart leave the same room. */
const AXIS_HEIGHT = 2.8;

/** How far to both sides the flag of today reaches, in the same measure. */
const TODAY_REACH = 3.6;

/** A timeline on a canvas: give it scenes, ask it what is at a point. */
export type TimelineCanvas = {
  readonly show: (scene: TimelineScene, isAnimated: boolean) => void;
  readonly markAt: (event: MouseEvent) => PlacedMark | null;
  readonly destroy: () => void;
};

/** Puts a timeline on a canvas. */
export function createTimeline(canvas: HTMLCanvasElement, first: TimelineScene): TimelineCanvas {
  const chart = new Chart(canvas, {
    type: 'timeline',
    data: { datasets: [{ data: first.marks.map(() => 0) }] },
    options: optionsOf(first),
  });
  setScene(chart, first);
  chart.update('none');
  return {
    show(scene, isAnimated) {
      setScene(chart, scene);
      chart.options = optionsOf(scene);
      const dataset = chart.data.datasets[0];
      if (dataset && dataset.data.length !== scene.marks.length) dataset.data = scene.marks.map(() => 0);
      chart.update(isAnimated ? 'default' : 'none');
    },
    markAt(event) {
      const [hit] = chart.getElementsAtEventForMode(event, 'point', { intersect: true }, false);
      return hit?.element instanceof MarkElement ? hit.element.placed : null;
    },
    destroy() {
      chart.destroy();
    },
  };
}

function optionsOf(scene: TimelineScene) {
  const { theme } = scene;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    responsive: true,
    maintainAspectRatio: false,
    parsing: false as const,
    animation: isStill ? (false as const) : { duration: 250 },
    layout: { autoPadding: false },
    interaction: { mode: 'point' as const, intersect: true },
    scales: {
      x: timeScale(scene),
      y: { type: 'linear' as const, display: false, min: 0, max: scene.lanes.length },
    },
    plugins: { tooltip: tooltip(scene), legend: { display: false } },
    font: { family: theme.font('--text-xs') },
  };
}

function timeScale(scene: TimelineScene) {
  const { theme, window } = scene;
  const labels = new Map<number, string>();
  return {
    type: 'linear' as const,
    position: 'top' as const,
    min: window.from,
    max: window.until,
    border: { display: false },
    grid: { color: theme.colour('--chart-grid'), drawTicks: false },
    afterFit(axis: { height: number; paddingLeft: number; paddingRight: number }) {
      axis.height = theme.px('--text-xs') * AXIS_HEIGHT;
      // The plot is as wide as its element: gestures reckon with that. Labels at the edges may be cut.
      axis.paddingLeft = 0;
      axis.paddingRight = 0;
    },
    afterBuildTicks(axis: { width: number; ticks: { value: number }[] }) {
      const ticks = timeTicks(window, axis.width, theme.px('--text-xs') * 5.6);
      labels.clear();
      // The flag of today stands where a label beside it would be.
      const reach = ((window.until - window.from) / axis.width) * theme.px('--text-xs') * TODAY_REACH;
      for (const tick of ticks) {
        if (Math.abs(tick.day - scene.today) > reach) labels.set(tick.day, tick.label);
      }
      axis.ticks = ticks.map((tick) => ({ value: tick.day }));
    },
    ticks: {
      color: theme.colour('--chart-axis'),
      font: { size: theme.px('--text-xs'), family: getComputedStyle(document.body).fontFamily },
      padding: 10,
      autoSkip: false,
      maxRotation: 0,
      callback: (value: number | string) => labels.get(Number(value)) ?? '',
    },
  };
}

function tooltip(scene: TimelineScene) {
  const { theme } = scene;
  const size = theme.px('--text-sm');
  const family = getComputedStyle(document.body).fontFamily;
  return {
    backgroundColor: theme.colour('--chart-tooltip'),
    titleColor: theme.colour('--chart-on-tooltip'),
    bodyColor: theme.colour('--chart-on-tooltip'),
    titleFont: { size, weight: 620, family },
    bodyFont: { size, family },
    padding: 10,
    cornerRadius: 6,
    displayColors: false,
    callbacks: {
      title: (items: { element: unknown }[]) => lines(items).slice(0, 1),
      label: (item: { element: unknown }) => lines([item]).slice(1),
    },
  };
}

function lines(items: { element: unknown }[]): string[] {
  const element = items[0]?.element;
  return element instanceof MarkElement && element.placed ? hoverLines(element.placed) : [];
}
