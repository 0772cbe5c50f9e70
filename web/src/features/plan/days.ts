import type { PlanDay, PlanPage, PlanWeek } from '../../api/types';

type Reason = PlanDay['reasons'][number];

/** Every day of the plan, in its order. */
export const daysOf = (weeks: readonly PlanWeek[]): PlanDay[] => weeks.flatMap((week) => week.days);

/** What stands on a day in a few words: "Easy run, 8 km". */
export const whatOf = (day: PlanDay): string => (day.value === '' ? day.title : `${day.title}, ${amountOf(day)}`);

/** The day's amount with its unit, as one text. */
export const amountOf = (day: PlanDay): string => (day.unit === '' ? day.value : `${day.value} ${day.unit}`);

/** The days that a day can change places with. */
export const targetsOf = (weeks: readonly PlanWeek[], from: PlanDay): PlanDay[] => daysOf(weeks).filter((day) => day.movable && day.date !== from.date);

/** The column in which a week's first day stands: a week that has begun leaves the days before it free. */
export function firstColumn(week: PlanWeek): number {
  const first = week.days[0];
  if (!first) return 1;
  return 1 + Math.round((Date.parse(first.date) - Date.parse(week.first_day)) / 86_400_000);
}

/** The reason to show first for each day: the first one that the three days before it did not show. Said again, it would not be news. */
export function leadReasons(days: readonly PlanDay[]): Map<string, Reason> {
  const said: string[] = [];
  const leads = new Map<string, Reason>();
  for (const day of days) {
    const lead = day.reasons.find((reason) => !said.slice(-3).includes(reason.rule)) ?? day.reasons[0];
    if (!lead) continue;
    said.push(lead.rule);
    leads.set(day.date, lead);
  }
  return leads;
}

/** A text's first sentence. */
export function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end < 0 ? text : text.slice(0, end + 1);
}

/** The days of the latest move, as the plan names them. */
export function lastMove(plan: Pick<PlanPage, 'moves' | 'weeks'>, name: (day: string) => string): { day: string; to: string } | undefined {
  const last = plan.moves.at(-1);
  if (!last) return undefined;
  const short = new Map(daysOf(plan.weeks).map((day) => [day.date, day.short_date]));
  const worded = (day: string): string => short.get(day) ?? name(day);
  return { day: worded(last.day), to: worded(last.to) };
}

/** How tall each day stands in the line to race day, 0 to 100. Days in kilometres and days in minutes do not compare, so where any run has
 * minutes only, all are drawn by their minutes; the race is always the tallest. */
export function heights(days: readonly PlanDay[]): number[] {
  const runs = days.filter((day) => day.kind !== 'race' && (day.distance_m > 0 || day.duration_s > 0) && day.kind !== 'cross_train');
  const race = days.find((day) => day.kind === 'race');
  const inDistance = runs.every((day) => day.distance_m > 0);
  const size = (day: PlanDay): number => (day.kind === 'rest' || day.kind === 'cross_train' ? 0 : inDistance ? day.distance_m : day.duration_s);
  const most = Math.max(1, ...runs.map(size), inDistance && race ? race.distance_m : 0);
  const scale = race && !inDistance ? 60 : 100;
  return days.map((day) => (day.kind === 'race' ? 100 : Math.round((size(day) / most) * scale)));
}
