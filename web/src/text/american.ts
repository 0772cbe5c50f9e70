import type { en } from './en';
import type { Differences } from './text';

/** What American English says differently. */
export const american: Differences<typeof en> = {
  library: {
    find: { favourites: 'My favorites only' },
    favourite: 'favorite',
    sheet: { like: 'Make it a favorite', unlike: 'No favorite any more' },
  },
  start: {
    steps: { home: { name: 'Bands and favorites' } },
    home: { pick: 'Pick your favorites' },
  },
  settings: {
    shown: { units_choices: { metric: 'Kilometers' }, theme: 'Colors' },
    you: { detail: 'Race, ache, equipment, favorites and imported files. Change them where you told them.' },
  },
};
