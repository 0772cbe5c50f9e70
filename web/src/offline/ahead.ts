import { api, ask } from '../api/client';
import { keepDailyQuestions } from '../interview/run.svelte';
import { askOrKept } from './kept';

/** Fetches what pages need without a network before anybody asks for it: a runner who never opened the circuit at home stands in the
 * park with a phone all the same. What the daily questions are is only known while they are due. */
export async function keepAhead(checkInDue: boolean): Promise<void> {
  await askOrKept('circuit', ask(api.GET('/api/circuit')));
  await askOrKept('library', ask(api.GET('/api/library')));
  if (checkInDue) await keepDailyQuestions();
}
