import type uPlot from 'uplot';
import { shortDay } from '../../text/days';
import { text } from '../../text/text';
import type { Line, Panel } from './panels';

// How a panel becomes a chart. Colours come resolved from the page, since a canvas knows no tokens.

const day = 86_400;
const axis = 40; // px left of every chart, so that all share one time axis
const between = 11; // px between two marks of a line
const dashes = { solid: [], dashed: [7, 5], dotted: [1.5, 5] } as const;
/** Days without an answer over which a line still goes on. */
const bridged = 7;

export type Resolve = (token: string) => string;
type Paths = Pick<typeof uPlot.paths, 'bars' | 'stepped'>;

/** The day under the cursor is told to `at`. */
export function optionsOf(panel: Panel, xs: readonly number[], size: { width: number; height: number }, resolve: Resolve, paths: Paths, at: (index: number | null | undefined) => void): uPlot.Options {
  const font = '13px system-ui, sans-serif';
  const lines = { stroke: resolve('--ink-2'), font, grid: { stroke: resolve('--chart-grid'), width: 1 }, ticks: { show: false } };
  const first = xs[0] ?? 0;
  const last = xs.at(-1) ?? 1;
  return {
    ...size,
    legend: { show: false },
    tzDate: (seconds) => new Date(seconds * 1000),
    padding: [10, 26, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, sync: { key: 'trends' } },
    scales: {
      x: { time: true, range: [first - day / 2, last + day / 2] },
      y: { range: panel.top === undefined ? (_, __, most) => [0, niceTop(most)] : [0, panel.top] },
    },
    axes: [
      { ...lines, grid: { show: false }, size: 28, splits: () => daySplits(first, last, size.width), values: (_, splits) => splits.map((split) => (split === last ? text.trends.today : shortDay(new Date(split * 1000).toISOString().slice(0, 10)))) },
      { ...lines, size: axis, gap: 6, values: (_, splits) => splits.map(numberText), ...(panel.top === 10 ? { splits: () => [0, 2, 5, 10] } : { space: 34 }) },
    ],
    series: [{}, ...panel.lines.map((line) => seriesOf(line, resolve, paths))],
    hooks: { draw: [(chart) => marks(chart, panel.lines, resolve)], setCursor: [(chart) => at(chart.cursor.idx)] },
  };
}

function seriesOf(line: Line, resolve: Resolve, paths: Paths): uPlot.Series {
  const colour = resolve(line.colour);
  const series: uPlot.Series = { label: line.name, stroke: colour, width: 2.5, dash: [...dashes[line.dash]], points: { show: false } };
  if (line.shape === 'bars') {
    const bars = paths.bars?.({ size: [0.62, 22] });
    return { ...series, width: 0, fill: colour, ...(bars ? { paths: bars } : {}) };
  }
  const steps = line.shape === 'steps' ? paths.stepped?.({ align: 1 }) : undefined;
  return { ...series, gaps: longGaps, ...(steps ? { paths: steps } : {}) };
}

/** A line goes on over a few days without an answer, and breaks over more: its marks show which days had one. */
function longGaps(chart: uPlot, _: number, __: number, ___: number, found: uPlot.Series.Gaps): uPlot.Series.Gaps {
  const most = chart.valToPos((bridged + 1) * day, 'x', true) - chart.valToPos(0, 'x', true);
  return found.filter(([from, to]) => to - from > most);
}

/** A number beside a chart: `1,250`. */
export const numberText = (value: number): string => String(Math.round(value * 100) / 100).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A round number a little above the greatest value, so that nothing touches the top. */
export function niceTop(most: number): number {
  if (!(most > 0)) return 1;
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  return Math.ceil((most * 1.05) / step) * step;
}

/** The days that are named below a chart: as many as there is room for, the last one always. */
export function daySplits(first: number, last: number, width: number): number[] {
  const room = Math.max(1, Math.floor((width - axis - 30) / 78));
  const step = Math.max(1, Math.ceil((last - first) / day / room)) * day;
  const splits: number[] = [];
  for (let at = last; at >= first; at -= step) splits.unshift(at);
  return splits;
}

/** Draws each line's own mark on its answers: filled circle, open square, filled triangle. */
function marks(chart: uPlot, lines: readonly Line[], resolve: Resolve): void {
  const { ctx } = chart;
  const ratio = devicePixelRatio;
  for (const line of lines) {
    if (line.mark === 'none') continue;
    ctx.save();
    ctx.fillStyle = line.mark === 'square' ? resolve('--surface') : resolve(line.colour);
    ctx.strokeStyle = resolve(line.colour);
    ctx.lineWidth = 2 * ratio;
    ctx.setLineDash([]);
    let before = -Infinity;
    // From the last answer back: where there is no room for all, the newest keep their marks.
    for (let i = line.values.length - 1; i >= 0; i--) {
      const value = line.values[i];
      const second = chart.data[0][i];
      if (value === null || value === undefined || second === undefined) continue;
      const x = chart.valToPos(second, 'x', true);
      if (Math.abs(before - x) < between * ratio) continue;
      before = x;
      mark(ctx, line.mark, x, chart.valToPos(value, 'y', true), 4.2 * ratio);
    }
    ctx.restore();
  }
}

function mark(ctx: CanvasRenderingContext2D, shape: Line['mark'], x: number, y: number, r: number): void {
  ctx.beginPath();
  if (shape === 'circle') ctx.arc(x, y, r, 0, 2 * Math.PI);
  else if (shape === 'square') ctx.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
  else {
    ctx.moveTo(x, y - r * 1.25);
    ctx.lineTo(x + r * 1.15, y + r * 0.85);
    ctx.lineTo(x - r * 1.15, y + r * 0.85);
    ctx.closePath();
  }
  ctx.fill();
  if (shape === 'square') ctx.stroke();
}
