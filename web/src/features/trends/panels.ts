import type { Trends } from '../../api/types';
import { inUnits } from '../../text/distance';
import { text } from '../../text/text';

type TrendDay = Trends['days'][number];

/** One series of a panel. Its mark and its dash tell it apart without colour. */
export interface Line {
  name: string;
  values: (number | null)[];
  shape: 'line' | 'steps' | 'bars';
  mark: 'circle' | 'square' | 'triangle' | 'none';
  dash: 'solid' | 'dashed' | 'dotted';
  colour: '--body' | '--chart-1' | '--chart-2' | '--chart-3' | '--ink';
}

/** One chart over the shared days. */
export interface Panel {
  id: string;
  title: string;
  /** What the engine says of it. */
  says: string;
  lines: Line[];
  /** The top of its scale where that is fixed. */
  top: number | undefined;
  /** What stands in its place where there is nothing to draw. */
  empty: string;
}

const t = text.trends;
const known = (values: readonly (number | null)[]): boolean => values.some((value) => value !== null && value !== 0);

/** Whether a panel has nothing to draw. A pain of 0 is an answer; a distance of 0 is none. */
export const nothingIn = (panel: Panel): boolean => panel.lines.every((line) => (panel.id === 'pain' || panel.id.startsWith('hold') ? line.values.every((value) => value === null) : !known(line.values)));

/** Whether there is nothing to show at all: no run, no answer, no hold. */
export const nothingAtAll = (trends: Trends): boolean => panelsOf(trends, true).every(nothingIn);

/** How many runs these days hold. */
export const runsIn = (trends: Trends): number => trends.days.reduce((sum, day) => sum + day.runs, 0);

/** The days as seconds since 1970, as the charts count them. */
export const secondsOf = (trends: Trends): number[] => trends.days.map((day) => Date.parse(day.day) / 1000);

/** Every chart of the page, on the same days. While running is closed no limit is drawn. */
export function panelsOf(trends: Trends, closed: boolean): Panel[] {
  const { days, units } = trends;
  const of = (value: (day: TrendDay) => number | null): (number | null)[] => days.map(value);
  const far = (value: (day: TrendDay) => number | null): (number | null)[] =>
    of((day) => {
      const metres = value(day);
      return metres === null ? null : inUnits(metres, units);
    });
  const limit: Line = { name: t.line.limit, values: far((day) => day.limit_m), shape: 'steps', mark: 'none', dash: 'dashed', colour: '--ink' };
  return [
    {
      id: 'pain',
      title: t.panel.pain,
      says: trends.pain.sentence,
      top: 10,
      empty: t.empty.pain,
      lines: [
        { name: trends.pain.in_run, values: of((day) => day.pain_in_run), shape: 'line', mark: 'circle', dash: 'solid', colour: '--body' },
        { name: trends.pain.later, values: of((day) => day.pain_later), shape: 'line', mark: 'square', dash: 'dashed', colour: '--chart-2' },
        { name: trends.pain.morning, values: of((day) => day.pain_morning), shape: 'line', mark: 'triangle', dash: 'dotted', colour: '--chart-1' },
      ],
    },
    {
      id: 'distance',
      title: t.panel.distance(units),
      says: closed && !trends.closed ? t.closed : trends.longest.sentence,
      top: undefined,
      empty: t.empty.distance,
      lines: [
        { name: t.line.distance, values: far((day) => (day.distance_m > 0 ? day.distance_m : null)), shape: 'bars', mark: 'none', dash: 'solid', colour: '--chart-1' },
        { name: t.line.longest, values: far((day) => day.longest_30_days_m), shape: 'steps', mark: 'none', dash: 'solid', colour: '--chart-3' },
        ...(closed ? [] : [limit]),
      ],
    },
    {
      id: 'month',
      title: t.panel.month(units),
      says: '',
      top: undefined,
      empty: t.empty.month,
      lines: [{ name: t.line.month, values: far((day) => day.distance_30_days_m), shape: 'steps', mark: 'none', dash: 'solid', colour: '--chart-1' }],
    },
    {
      id: 'load',
      title: t.panel.load,
      says: trends.load.sentence,
      top: undefined,
      empty: t.empty.load,
      lines: [{ name: t.line.load, values: of((day) => day.load), shape: 'bars', mark: 'none', dash: 'solid', colour: '--chart-3' }],
    },
    ...trends.holds.map((hold): Panel => {
      const on = new Map(hold.points.map((point) => [point.day, point]));
      return {
        id: `hold-${hold.exercise}`,
        title: t.panel.hold(hold.title),
        says: hold.sentence,
        top: undefined,
        empty: '',
        lines: [
          { name: t.line.left, values: of((day) => on.get(day.day)?.left_s ?? null), shape: 'line', mark: 'circle', dash: 'solid', colour: '--chart-1' },
          { name: t.line.right, values: of((day) => on.get(day.day)?.right_s ?? null), shape: 'line', mark: 'square', dash: 'dashed', colour: '--chart-2' },
        ],
      };
    }),
  ];
}
