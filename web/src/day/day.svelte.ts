import { api, ask } from '../api/client';
import type { Today } from '../api/types';
import { hold } from '../offline/hold.svelte';
import { askOrKept, keep, type Reached } from '../offline/kept';
import { clinicianFirst } from '../ui/level';
import { localDay } from './local_day';

// Today's answer, which every page needs a little of: the lock, the days to the race, whether the runner is made up.
let reached = $state.raw<Reached<Today> | undefined>();
let nothingTold = $state(false);

export const day = {
  /** What is known of today: nothing while it is being asked for. */
  get reached(): Reached<Today> | undefined {
    return reached;
  },
  /** Today's answer, fresh or kept. */
  get today(): Today | undefined {
    return reached?.kind === 'answer' || reached?.kind === 'kept' ? reached.value : undefined;
  },
  /** Whether the runner has told nothing and imported nothing yet, so that Start is the page to be on. */
  get nothingTold(): boolean {
    return nothingTold;
  },
  /** Whether run, circuit and plan are closed everywhere: a clinician comes first, or an answer that waits here may mean so. */
  get closed(): boolean {
    return hold.stands || (this.today !== undefined && clinicianFirst(this.today.page.level));
  },
  /** Whether the answer was kept on another day: its run was for that day, and nobody has weighed this one. */
  get ofAnotherDay(): boolean {
    return reached?.kind === 'kept' && reached.value.decision.date !== localDay(new Date());
  },
};

/** Asks for today's answer anew. */
export async function askToday(): Promise<void> {
  const asked = await askOrKept('today', ask(api.GET('/api/today')));
  // Only a day without any answer can be the first one.
  const maybeFirst = asked.kind === 'answer' && !asked.value.made_up && asked.value.decision.kind === 'unanswered';
  const about = maybeFirst ? await ask(api.GET('/api/about')) : undefined;
  nothingTold = about?.kind === 'answer' && !about.value.set_up;
  reached = asked;
}

/** Shows an answer that came with something else: a check-in that was kept, advice that was recorded. */
export async function showToday(value: Today): Promise<void> {
  reached = { kind: 'answer', value };
  nothingTold = false;
  await keep('today', value);
}
