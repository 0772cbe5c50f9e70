import type { en } from './en';
import type { Differences } from './text';

/** What American English says differently. */
export const american: Differences<typeof en> = {};
