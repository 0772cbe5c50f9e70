import type { Trends } from '../../api/types';

interface Wanted {
  days?: number;
  units?: Trends['units'];
  empty?: boolean;
  closed?: Trends['closed'];
}

/** A made-up runner's weeks, for tests: a run every second or third day, an ache that rises once and settles. */
export function madeUpTrends({ days = 90, units = 'metric', empty = false, closed = null }: Wanted = {}): Trends {
  const last = Date.parse('2026-11-25');
  const list: Trends['days'] = [];
  for (let i = 0; i < days; i++) {
    const ago = days - 1 - i;
    const ran = !empty && ago % 5 !== 1 && ago % 5 !== 3 && ago !== 0;
    const long = ago % 15 === 10;
    const distance = ran ? (long ? 18000 + ((days - ago) % 12) * 900 : 6000 + (i % 4) * 2000) : 0;
    const pain = ran && ago < 60 ? Math.max(0, Math.round(5 - Math.abs(ago - 15) / 5)) : null;
    const window = list.slice(-29).map((day) => day.distance_m);
    const longest = Math.max(distance, ...window);
    list.push({
      day: new Date(last - ago * 86_400_000).toISOString().slice(0, 10),
      distance_m: distance,
      runs: ran ? 1 : 0,
      load: ran ? Math.round((distance / 1000) * 5.8 * (long ? 4 : 3)) : null,
      longest_30_days_m: longest > 0 ? longest : null,
      limit_m: longest > 0 && (!closed || ago > 0) ? longest * 1.1 : null,
      distance_30_days_m: i >= 29 && !empty ? distance + window.reduce((sum, one) => sum + one, 0) : null,
      pain_in_run: pain,
      pain_later: pain === null ? null : Math.max(0, pain - 1),
      pain_morning: empty || ago > 60 || ago % 3 === 0 ? null : Math.max(0, (pain ?? 2) - 2),
    });
  }
  const day = (ago: number): string => new Date(last - ago * 86_400_000).toISOString().slice(0, 10);
  const directions = [
    ['flexion', 'bending the hip', true],
    ['extension', 'straightening it', true],
    ['abduction', 'out to the side', false],
    ['adduction', 'in to the middle', false],
    ['external_rotation', 'turning out', true],
    ['internal_rotation', 'turning in', false],
    ['core', 'core', true],
    ['mobility_extension', 'room to straighten', true],
    ['mobility_internal_rotation', 'room to turn in', false],
  ] as const;
  const promise = (title: string, state: Trends['promises']['looser']['state'], sentence: string): Trends['promises']['looser'] => ({ title, state, sentence, parts: [] });
  return {
    made_up: true,
    closed,
    first_day: list[0]?.day ?? day(0),
    last_day: day(0),
    units,
    headline: empty ? 'Your last weeks.' : 'Calmer than the week before.',
    lead: "What a week says counts for more than one run. Nothing here changes today's answer.",
    days: list,
    longest: empty ? { now_m: null, limit_m: null, sentence: 'I know no run of the last 30 days, so there is no limit to draw from it.', rule: 'TD-10' } : { now_m: 27900, limit_m: 30690, sentence: 'Your longest run of the last 30 days is 27.9 km. One run goes up to 30.7 km by that (TD-10).', rule: 'TD-10' },
    load: empty ? { last_7_days: null, before_7_days: null, sentence: 'How hard your runs felt is not known for every day of these two weeks.' } : { last_7_days: 840, before_7_days: 910, sentence: 'The last seven days: 840 (effort times minutes). The seven before: 910. It is shown, and decides nothing.' },
    pain: { in_run: 'Worst in the run', later: 'Later in the day', morning: 'First steps in the morning', sentence: 'A gap is a day without an answer, not a day without ache.' },
    holds: empty
      ? []
      : [
          {
            exercise: 'split-squat-hip-flexor-iso-hold',
            title: 'Split-squat hip-flexor iso hold',
            points: [24, 20, 15, 11, 6, 2].map((ago, i) => ({ day: day(ago), left_s: 21 + i * 2, right_s: i === 2 ? null : 25 + i * 2 })),
            best_left_s: 31,
            best_right_s: 36,
            sentence: 'Best so far: left 31 s, right 36 s. Watch the direction, not the gap between sides.',
          },
        ],
    coverage: {
      first_day: day(6),
      directions: directions.map(([direction, title, covered]) => ({ direction, title, covered: covered && !empty, exercises: covered && !empty ? ['split-squat-hip-flexor-iso-hold'] : [] })),
      sentence: empty ? 'No circuit in the log of the last seven days.' : 'Trained in the last seven days: bending the hip, straightening it, turning out, core. Not trained: out to the side, in to the middle, turning in.',
    },
    promises: { looser: promise('Looser', 'better', 'Stiffness on getting up: 1, better than 3.'), calmer: promise('Calmer', 'same', 'Ache, worst of the day: 3, about the same as 3.'), on_course: promise('On course', 'not_enough_yet', 'Not enough yet: a week of answers in each of two stretches says more.') },
    sources: ['frandsen-2025'],
  };
}
