import type { en } from './en';
import type { Differences } from './text';

/** What American English says differently. */
export const american: Differences<typeof en> = {
  start: {
    steps: { home: { name: 'Bands and favorites' } },
    home: { pick: 'Pick your favorites' },
  },
  settings: {
    shown: { units_choices: { metric: 'Kilometers' }, theme: 'Colors' },
    you: { detail: 'Race, ache, equipment, favorites and imported files. Change them where you told them.' },
  },
};
