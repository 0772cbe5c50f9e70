// The labels of Trends. What the numbers say comes worded from the server.
type Units = 'metric' | 'imperial';
const unit = (units: Units): string => (units === 'imperial' ? 'miles' : 'km');

export const trends = {
  loading: 'Putting your weeks together.',
  range: { label: 'How far back', days: { 30: '30 days', 90: '3 months', 365: '1 year' } },
  panel: {
    pain: 'Ache, 0 to 10',
    distance: (units: Units) => `Distance a day, ${unit(units)}`,
    month: (units: Units) => `Distance in 30 days, ${unit(units)}`,
    load: 'Training load, effort times minutes',
    hold: (exercise: string) => `${exercise}: longest hold, seconds`,
  },
  line: { distance: 'run on the day', longest: 'longest of 30 days', limit: 'limit for one run', month: '30 days up to the day', load: 'load of the day', left: 'left', right: 'right' },
  chart: (title: string, first: string, last: string, says: string) => `${title}, ${first} to ${last}. ${says} The numbers stand in the table below.`,
  empty: {
    pain: 'No answer about the ache in these days.',
    distance: 'No run in these days.',
    month: 'Too few runs: it takes 30 days of them.',
    load: 'No run in these days says how hard it felt.',
    all: 'Nothing to show yet. Bring in your training files, or check in for a few days, and lines appear here.',
    start: 'Bring in my runs',
    check_in: 'Check in',
  },
  few: (runs: number) => (runs === 1 ? 'Only one run in these days. The lines say more with more of them.' : `Only ${String(runs)} runs in these days. The lines say more with more of them.`),
  day: 'Read a day',
  day_says: {
    run: (distance: string) => `${distance} run`,
    no_run: 'no run',
    pain: (name: string, pain: number) => `${name.charAt(0).toLowerCase()}${name.slice(1)} ${String(pain)}`,
    load: (load: number) => `load ${String(load)}`,
    nothing: 'no answer about the ache',
  },
  today: 'today',
  why_limit: 'Why one run has a limit:',
  coverage: 'What your circuits trained',
  closed: 'The limit for a run stands here again once running is open.',
  runs: {
    title: 'Show each run',
    loading: 'Looking up your runs.',
    none: 'No run in these days.',
    time: (seconds: number) => {
      const minutes = Math.round(seconds / 60);
      return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
    },
    effort: (effort: number) => `effort ${String(effort)}`,
    pain: (pain: number) => `pain ${String(pain)}`,
    note: 'You wrote:',
    files: (names: string[]) => `From ${names.join(', ')}`,
  },
  numbers: {
    title: 'Show the numbers',
    region: 'Numbers, day by day',
    caption: 'Every day with a run or an answer, newest first',
    day: 'Day',
    run: (units: Units) => `Run, ${unit(units)}`,
    longest: 'Longest of 30 days',
    month: '30 days',
    load: 'Load',
    holds: (exercise: string) => `${exercise}, seconds`,
    unknown: 'not known',
  },
};
