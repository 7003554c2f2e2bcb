/** Stacked columns and floating bars, made with Chart.js; loaded only where one is shown. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import type { Theme } from './chart-theme.ts';
import { timeTicks } from './time-ticks.ts';
import type { TimeWindow } from './time-window.ts';
import { hatch } from './hatch.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One colour of the columns. `token` names its colour. */
export type ColumnSeries = {
  readonly key: string;
  readonly label: string;
  readonly token: string;
  readonly values: readonly number[];
};

/** Columns over categories, stacked in the order of the series. */
export type Columns = { readonly categories: readonly string[]; readonly series: readonly ColumnSeries[] };

/** One bar of the presence chart, in days; `until` null runs on. */
export type PresenceBar = {
  readonly row: string;
  readonly from: number;
  readonly until: number | null;
  readonly token: string;
  readonly style: 'certain' | 'possible' | 'assumed';
  readonly label: string;
};

/** Rows of bars over time. */
export type Presence = {
  readonly rows: readonly string[];
  readonly bars: readonly PresenceBar[];
  readonly window: TimeWindow;
};

/** A chart on a canvas that can be told of new data. */
export type BarCanvas<T> = { readonly show: (content: T) => void; readonly destroy: () => void };

const DURATION_MS = 250;

/** Stacked columns on a canvas. */
export function createColumns(canvas: HTMLCanvasElement, theme: Theme, first: Columns): BarCanvas<Columns> {
  return keep(canvas, first, (content) => columnsConfig(theme, content));
}

/** Floating bars over time on a canvas. */
export function createPresence(
  canvas: HTMLCanvasElement,
  theme: Theme,
  first: Presence,
): BarCanvas<Presence> {
  return keep(canvas, first, (content) => presenceConfig(canvas, theme, content));
}

function keep<T>(
  canvas: HTMLCanvasElement,
  first: T,
  configure: (content: T) => ChartConfiguration,
): BarCanvas<T> {
  const chart = new Chart(canvas, configure(first));
  return {
    show(content) {
      const { data, options = {} } = configure(content);
      chart.data.labels = data.labels ?? [];
      data.datasets.forEach((dataset, index) => {
        const known = chart.data.datasets[index];
        if (known) Object.assign(known, dataset);
        else chart.data.datasets.push(dataset);
      });
      chart.data.datasets.length = data.datasets.length;
      chart.options = options;
      chart.update();
    },
    destroy() {
      chart.destroy();
    },
  };
}

function columnsConfig(theme: Theme, content: Columns): ChartConfiguration {
  const axis = axisStyle(theme);
  return {
    type: 'bar',
    data: {
      labels: [...content.categories],
      datasets: content.series.map((series) => ({
        label: series.label,
        data: [...series.values],
        backgroundColor: theme.colour(series.token),
        borderColor: theme.colour('--surface'),
        borderWidth: { top: 1.5 },
        borderRadius: 2,
        maxBarThickness: 26,
        stack: 'one',
      })),
    },
    options: {
      ...frame(theme),
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { stacked: true, border: { display: false }, grid: { display: false }, ticks: axis },
        y: {
          stacked: true,
          border: { display: false },
          grid: { color: theme.colour('--chart-grid') },
          ticks: { ...axis, precision: 0, maxTicksLimit: 5 },
          beginAtZero: true,
        },
      },
    },
  };
}

function presenceConfig(canvas: HTMLCanvasElement, theme: Theme, content: Presence): ChartConfiguration {
  const context = canvas.getContext('2d');
  const fill = (bar: PresenceBar) =>
    bar.style === 'certain' || !context
      ? theme.colour(bar.token)
      : hatch(context, theme.colour(bar.style === 'assumed' ? '--assumption' : bar.token));
  const labels = new Map<number, string>();
  return {
    type: 'bar',
    data: {
      labels: [...content.rows],
      datasets: [
        {
          data: content.bars.map((bar) => ({
            x: [bar.from, bar.until ?? content.window.until],
            y: bar.row,
          })) as never,
          backgroundColor: content.bars.map(fill) as string[],
          borderSkipped: false,
          borderRadius: 3,
          barPercentage: 0.62,
          categoryPercentage: 1,
          grouped: false,
        },
      ],
    },
    options: {
      ...frame(theme),
      indexAxis: 'y',
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        ...frame(theme).plugins,
        tooltip: {
          ...frame(theme).plugins.tooltip,
          callbacks: { title: () => '', label: (item) => content.bars[item.dataIndex]?.label ?? '' },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: content.window.from,
          max: content.window.until,
          border: { display: false },
          grid: { color: theme.colour('--chart-grid'), drawTicks: false },
          afterBuildTicks(axis) {
            const ticks = timeTicks(content.window, axis.width, theme.px('--text-xs') * 5);
            labels.clear();
            for (const tick of ticks) labels.set(tick.day, tick.label);
            axis.ticks = ticks.map((tick) => ({ value: tick.day }));
          },
          ticks: {
            ...axisStyle(theme),
            autoSkip: false,
            callback: (value) => labels.get(Number(value)) ?? '',
          },
        },
        y: {
          border: { display: false },
          grid: { display: false },
          ticks: { ...axisStyle(theme), color: theme.colour('--text'), autoSkip: false },
        },
      },
    },
  };
}

function axisStyle(theme: Theme) {
  return {
    color: theme.colour('--chart-axis'),
    font: { size: theme.px('--text-xs'), family: getComputedStyle(document.body).fontFamily },
    maxRotation: 0,
  };
}

function frame(theme: Theme) {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const font = { size: theme.px('--text-sm'), family: getComputedStyle(document.body).fontFamily };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: isStill ? (false as const) : { duration: DURATION_MS },
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: theme.colour('--chart-tooltip'),
        titleColor: theme.colour('--chart-on-tooltip'),
        bodyColor: theme.colour('--chart-on-tooltip'),
        titleFont: { ...font, weight: 620 },
        bodyFont: font,
        padding: 10,
        cornerRadius: 6,
        boxWidth: 8,
        boxHeight: 8,
      },
    },
  };
}
