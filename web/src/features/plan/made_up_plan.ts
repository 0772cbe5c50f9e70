import type { PlanDay, PlanMove, PlanPage } from '../../api/types';

// A made-up runner's plan, for tests: two and a half weeks to a race, from a Wednesday on.

type Kind = PlanDay['kind'];
const names: Record<Kind, string> = { easy: 'Easy run', long: 'Long run', quality: 'Fast session', race: 'Race', cross_train: 'Bike or pool', rest: 'No run' };
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOf(date: string, kind: Kind, km: number, reasons: PlanDay['reasons'], race: string): PlanDay {
  const at = new Date(`${date}T00:00:00Z`);
  const left = Math.round((Date.parse(race) - Date.parse(date)) / 86_400_000);
  return {
    date,
    short_date: `${weekdays[at.getUTCDay()] ?? ''} ${String(at.getUTCDate())} ${months[at.getUTCMonth()] ?? ''}`,
    days_to_race: left,
    to_go: left === 0 ? 'race' : `${String(left)} days to go`,
    today: false,
    kind,
    title: names[kind],
    value: km > 0 ? String(km) : '',
    unit: km > 0 ? 'km' : '',
    distance_m: km * 1000,
    duration_s: km * 350,
    detail: km > 0 && kind !== 'race' ? [`about ${String(Math.round((km * 350) / 60))} min`, 'flat'] : [],
    done: null,
    circuit: null,
    mobility: kind === 'rest',
    reasons,
    held_by: [],
    movable: kind !== 'race',
    moved_from: null,
  };
}

const settles = { rule: 'TD-02', text: 'The ache reached 3 to 5 of 10 and was gone by morning. That is a yellow pattern: keep moving, take some load off.' };
const steps = { rule: 'TD-14b', text: 'The way back up goes one step at a time. Two settled runs with an ache of 2 or less take you one step further.' };
const often = { rule: 'TP-03', text: 'How often you run stays, how far falls.' };
const taper = { rule: 'TP-07', text: 'Long runs inside 14 days buy little. Time is the limit.' };
const quiet = { rule: 'TP-09', text: 'From here on only what keeps you loose. Nothing new.' };

export function madeUpPlan(changed: Partial<PlanPage> = {}): PlanPage {
  const race = '2026-12-13';
  const day = (date: string, kind: Kind, km: number, ...reasons: PlanDay['reasons']): PlanDay => dayOf(date, kind, km, reasons, race);
  const full = { focus: 'full', rounds: 3, words: 'Full circuit, 3 rounds.' };
  return {
    made_up: true,
    closed: null,
    title: 'Your plan to Made-up Marathon on Sunday 13 December',
    lead: 'Built on your last six weeks, as if nothing hurt, and then held back where your hip asks for it.',
    race: { name: 'Made-up Marathon', day: race, days_to_race: 18, distance_m: 42195 },
    plan: null,
    weeks: [
      {
        first_day: '2026-11-23',
        title: 'Week of Mon 23 Nov: 34 km of running, 10 km of it done',
        days: [
          { ...day('2026-11-25', 'easy', 6, settles, steps), today: true, circuit: { ...full, words: 'Full circuit, 3 rounds (run first).' }, detail: ['about 35 min', 'flat', 'walk 1 min after every 10 min'] },
          { ...day('2026-11-26', 'rest', 0, settles), circuit: { focus: 'mobility', rounds: 1, words: 'Stretch and mobility.' } },
          day('2026-11-27', 'easy', 6, settles, often),
          { ...day('2026-11-28', 'rest', 0, often), circuit: full },
          day('2026-11-29', 'long', 12, taper),
        ],
      },
      {
        first_day: '2026-11-30',
        title: 'Week of Mon 30 Nov: 33 km of running',
        days: [
          day('2026-11-30', 'rest', 0, often),
          { ...day('2026-12-01', 'easy', 8, often), circuit: full },
          day('2026-12-02', 'quality', 7, often),
          day('2026-12-03', 'rest', 0, often),
          day('2026-12-04', 'easy', 7, often),
          day('2026-12-05', 'cross_train', 0, settles),
          day('2026-12-06', 'long', 11, taper),
        ],
      },
      {
        first_day: '2026-12-07',
        title: 'Week of Mon 7 Dec: 18 km of running, and the race',
        days: [
          day('2026-12-07', 'rest', 0, quiet),
          day('2026-12-08', 'easy', 6, often),
          day('2026-12-09', 'easy', 5, often),
          day('2026-12-10', 'rest', 0, quiet),
          day('2026-12-11', 'easy', 4, quiet),
          day('2026-12-12', 'easy', 3, quiet),
          day('2026-12-13', 'race', 42.2, { rule: 'TP-11', text: 'No painkiller, before or on the way.' }),
        ],
      },
    ],
    outline: [],
    aims: [{ rule: 'TP-05', text: 'From Mon 30 Nov the week holds 46 % of your biggest week; 60 % was the aim (TP-05). What stood in the way: TD-02.' }],
    honest_length: 'Your longest run of the 30 days before it is 29 km; the race is 46 % longer. It is a reason to start slow, not a reason to panic.',
    moves: [],
    ...changed,
  };
}

export function madeUpMove(changed: Partial<PlanMove> = {}): PlanMove {
  return { made_up: true, kept: false, allowed: true, closed: null, refused: [], bends: [], changes: [], sentence: 'It can be moved. Nothing stands against it.', plan: null, ...changed };
}
