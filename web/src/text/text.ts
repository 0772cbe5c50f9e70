import { american } from './american';
import { en } from './en';

/** The app's own labels. What the engine says comes worded from the server, in the runner's language and units. */
export type Text = typeof en;

/** A catalogue in which some entries are missing. */
export type Differences<T> = { [Key in keyof T]?: T[Key] extends object ? (T[Key] extends (...given: never[]) => unknown ? T[Key] : Differences<T[Key]>) : T[Key] };

const place = 'hipline.language';

export type Language = 'en-GB' | 'en-US';

/** The language chosen on this device, else the browser's where we have it, else British English. */
export function language(): Language {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(place);
  if (kept === 'en-GB' || kept === 'en-US') return kept;
  return typeof navigator !== 'undefined' && navigator.language === 'en-US' ? 'en-US' : 'en-GB';
}

/** Keeps a choice of language on this device; the pages show it when they are next loaded. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(place, chosen);
}

/** `whole` with the entries of `differences` in place of its own. */
export function overlaid<T extends object>(whole: T, differences: Differences<T>): T {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(whole));
  for (const [key, value] of Object.entries(differences)) {
    const old = merged[key];
    merged[key] = typeof value === 'object' && value !== null && typeof old === 'object' && old !== null ? overlaid(old, value) : value;
  }
  return merged as T;
}

export const text: Text = language() === 'en-US' ? overlaid(en, american) : en;
