import { api, ask, type Answer } from '../api/client';
import type { About } from '../api/types';
import { dropAllKept } from '../offline/kept';
import { forgetCircuits, sendCircuits } from '../session/logging';
import { goTo } from '../router.svelte';
import { linkTo } from '../routes';
import { askToday } from './day.svelte';

/** Looks around as the made-up runner. What is kept here of the runner's own answers goes, so that the two never mix. */
export async function lookAround(): Promise<Answer<About>> {
  await sendCircuits(); // what waits belongs to the runner who did it
  const about = await ask(api.POST('/api/demo', { body: { story: 'settling' } }));
  if (about.kind === 'answer') await changedRunner('today');
  return about;
}

/** Back to the runner's own data. */
export async function leaveDemo(): Promise<void> {
  await sendCircuits();
  const about = await ask(api.DELETE('/api/demo'));
  if (about.kind === 'answer') await changedRunner(about.value.set_up ? 'today' : 'start');
}

async function changedRunner(page: 'today' | 'start'): Promise<void> {
  await forgetCircuits();
  await dropAllKept();
  await askToday();
  goTo(linkTo(page) ?? '#/');
}
