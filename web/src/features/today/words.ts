import type { Today, TodayPage } from '../../api/types';

/** Whether the runner has told nothing at all yet, so that Start is the page to be on. */
export const nothingTold = (today: Today): boolean => !today.made_up && today.page.race === null && today.decision.kind === 'unanswered' && today.decision.facts.length === 0;

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
