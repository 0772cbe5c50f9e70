import type { Trends } from '../../api/types';
import { distanceText } from '../../text/distance';
import { text } from '../../text/text';

type TrendDay = Trends['days'][number];

/** What is known of one day, in a sentence without its date. */
export function dayInWords(day: TrendDay, trends: Pick<Trends, 'units' | 'pain'>): string {
  const t = text.trends.day_says;
  const pains = (
    [
      [trends.pain.in_run, day.pain_in_run],
      [trends.pain.later, day.pain_later],
      [trends.pain.morning, day.pain_morning],
    ] as const
  ).flatMap(([name, pain]) => (pain === null ? [] : [t.pain(name, pain)]));
  const parts = [day.distance_m > 0 ? t.run(distanceText(day.distance_m, trends.units)) : t.no_run, ...(pains.length > 0 ? pains : [t.nothing]), ...(day.load === null ? [] : [t.load(Math.round(day.load))])];
  return `${parts.join(', ')}.`;
}

/** The days that have something to tell, newest first. */
export const toldDays = (days: readonly TrendDay[]): TrendDay[] =>
  days.filter((day) => day.runs > 0 || day.pain_in_run !== null || day.pain_later !== null || day.pain_morning !== null).toReversed();
