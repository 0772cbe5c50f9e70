import { deleteCircuits } from '../session/logging';
import { deleteAllKept } from './kept';
import { deleteWaiting } from './outbox.svelte';

// "Delete everything", on the browser's side: the server's part is a call of its own.

/** What a browser keeps for Hipline, by the names that the pages have for it. */
export type Shelf = 'answers' | 'check_ins' | 'circuits' | 'choices' | 'app';

/** How each shelf is emptied. */
export type Shelves = Readonly<Record<Shelf, () => Promise<void>>>;

function forgetChoices(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith('hipline.')) localStorage.removeItem(key);
  return Promise.resolve();
}

/** The app's own files hold nothing of the runner, but they are kept for Hipline, so they go too; the next visit fetches them anew. */
async function forgetApp(): Promise<void> {
  if (typeof caches !== 'undefined') for (const name of await caches.keys()) await caches.delete(name);
  if ('serviceWorker' in navigator) for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

const browser: Shelves = { answers: deleteAllKept, check_ins: deleteWaiting, circuits: deleteCircuits, choices: forgetChoices, app: forgetApp };

/** Empties every shelf, the later ones too where an earlier one refuses, and hands back those that refused. */
export async function forgetEverything(shelves: Shelves = browser): Promise<Shelf[]> {
  const refused: Shelf[] = [];
  for (const shelf of Object.keys(shelves) as Shelf[]) {
    try {
      await shelves[shelf]();
    } catch {
      refused.push(shelf);
    }
  }
  return refused;
}
