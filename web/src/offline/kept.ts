import { clear, createStore, get, set } from 'idb-keyval';
import type { Answer } from '../api/client';

// The last answers that pages need without a network. They lie in this browser only, under one name, so that "delete everything"
// can take them along.
const answers = createStore('hipline-answers', 'answers');

/** What is kept of an answer, and when it came. */
interface Kept<T> {
  value: T;
  at: number;
}

/** An answer of the server, or the last one that was kept here while the server cannot be reached. */
export type Reached<T> = Exclude<Answer<T>, { kind: 'unreachable' }> | { kind: 'kept'; value: T; at: number } | { kind: 'unreachable' };

/** Asks, keeps what came under `name`, and falls back to what was kept. */
export async function askOrKept<T>(name: string, asked: Promise<Answer<T>>): Promise<Reached<T>> {
  const answer = await asked;
  if (answer.kind === 'answer') {
    await keep(name, answer.value);
    return answer;
  }
  if (answer.kind === 'refused') return answer;
  const last = await read<T>(name);
  return last ? { kind: 'kept', ...last } : answer;
}

/** Keeps an answer under `name`. A full or forbidden store is no reason to fail: the answer is on the screen. */
export async function keep<T>(name: string, value: T): Promise<void> {
  try {
    await set(name, { value, at: Date.now() } satisfies Kept<T>, answers);
  } catch {
    return;
  }
}

/** What was last kept under `name`. */
export async function keptValue<T>(name: string): Promise<T | undefined> {
  return (await read<T>(name))?.value;
}

/** What lies under `name`; nothing also where this browser has no store at all. */
async function read<T>(name: string): Promise<Kept<T> | undefined> {
  try {
    return await get<Kept<T>>(name, answers);
  } catch {
    return undefined;
  }
}

/** Deletes every answer that is kept here. Fails where the browser refuses. */
export const deleteAllKept = (): Promise<void> => clear(answers);

/** Deletes every answer that is kept here, as far as the browser lets go of it. */
export async function dropAllKept(): Promise<void> {
  await deleteAllKept().catch(() => undefined);
}
