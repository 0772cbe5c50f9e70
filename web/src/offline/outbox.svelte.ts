import { clear, createStore, del, entries, set } from 'idb-keyval';
import { api, ask, type Answer } from '../api/client';
import type { NewCheckIn, Today } from '../api/types';
import { showToday } from '../day/day.svelte';
import { hold as standing } from './hold.svelte';

// Check-ins that were made without the server. Each has its own id, made here, so that sending one twice keeps it once.
const waiting = createStore('hipline-outbox', 'check-ins');

/** A check-in that waits, and why it was not taken where it was refused. */
export interface Waiting {
  checkIn: NewCheckIn;
  /** An answer in it may be a warning sign: nobody runs on it before it is decided. */
  hold: boolean;
  refused?: string;
}

let list = $state.raw<readonly Waiting[]>([]);

export const outbox = {
  /** What waits to be sent, oldest first. */
  get waiting(): readonly Waiting[] {
    return list;
  },
};

async function readList(): Promise<void> {
  const all = await entries<string, Waiting>(waiting).catch(() => []);
  list = all.map(([, value]) => value).sort((a, b) => (a.checkIn.at ?? '').localeCompare(b.checkIn.at ?? ''));
  standing.stands = list.some((one) => one.hold);
}

/** What came of telling a check-in: decided, refused, kept here until the server is back, or lost with the page where this browser
 * keeps nothing either. */
export type Told = Exclude<Answer<Today>, { kind: 'unreachable' }> | { kind: 'waits' } | { kind: 'not_kept' };

/** Sends a check-in. It is written down here first, so that nothing is lost when the page is closed in between. */
export async function tell(checkIn: NewCheckIn, hold: boolean): Promise<Told> {
  const kept = await set(checkIn.id, { checkIn, hold } satisfies Waiting, waiting).then(
    () => true,
    () => false,
  );
  const answer = await ask(api.POST('/api/check-ins', { body: checkIn }));
  if (answer.kind === 'unreachable') {
    await readList();
    if (hold) standing.stands = true; // also where this browser keeps nothing
    return { kind: kept ? 'waits' : 'not_kept' };
  }
  if (answer.kind === 'refused') {
    // What was refused was told all the same: it stays, and what it may mean stands, until it is let go.
    await set(checkIn.id, { checkIn, hold, refused: answer.message || answer.code } satisfies Waiting, waiting).catch(() => undefined);
    await readList();
    return answer;
  }
  await del(checkIn.id, waiting).catch(() => undefined);
  await readList();
  await showToday(answer.value.today);
  return { kind: 'answer', value: answer.value.today };
}

/** Sends what waits, oldest first, until the server cannot be reached. What it refuses stays, with its reason, until it is let go. */
export async function sendWaiting(): Promise<void> {
  await readList();
  for (const one of list) {
    const answer = await ask(api.POST('/api/check-ins', { body: one.checkIn }));
    if (answer.kind === 'unreachable') break;
    if (answer.kind === 'answer') {
      await del(one.checkIn.id, waiting);
      await showToday(answer.value.today);
    } else {
      await set(one.checkIn.id, { ...one, refused: answer.message || answer.code } satisfies Waiting, waiting);
    }
  }
  await readList();
}

/** Lets a check-in that was refused go. */
export async function letGo(id: string): Promise<void> {
  await del(id, waiting);
  await readList();
}

/** Deletes every check-in that waits here, sent or not. Fails where the browser refuses. */
export async function deleteWaiting(): Promise<void> {
  await clear(waiting);
  await readList();
}
