import type { Closed, TodayPage } from '../../api/types';

/** Whether correcting one of today's answers may open what is closed. A sticky lock came from an older answer: only a clinician's word opens it. */
export const canCorrect = (closed: Closed | null): boolean => closed !== null && closed.kind !== 'sticky';

/** The decision without the level's words before it, which stand beside its sign: "8 km, flat and easy, 52 min." */
export function headlineOf(page: Pick<TodayPage, 'word' | 'headline'>): string {
  const before = `${page.word}: `;
  const rest = page.headline.startsWith(before) ? page.headline.slice(before.length) : page.headline;
  return sentence(rest);
}

/** With a capital at its front and a full stop at its end. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  if (trimmed === '') return '';
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.?!…]$/.test(trimmed) ? '' : '.'}`;
}
