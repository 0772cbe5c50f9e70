import type { FactAnswer, Question } from '../api/types';

/** What ticking these choices of a list says: the ticked ones yes, all others no. */
export const ticked = (question: Question, facts: ReadonlySet<string>): FactAnswer[] =>
  question.choices.map(({ fact }) => ({ fact, value: facts.has(fact) }));

/** What "none of these" says. */
export const none = (question: Question): FactAnswer[] => question.none_answers ?? ticked(question, new Set());

/** What leaving a question open says: asked, and not known. Never "no". */
export const leftOpen = (question: Question): FactAnswer[] =>
  question.skip_answers ?? question.choices.map(({ fact }) => ({ fact, value: null }));

/** What one value says to a question that sets one fact. */
export const one = (question: Question, value: boolean | number): FactAnswer[] => question.choices.slice(0, 1).map(({ fact }) => ({ fact, value }));

/** Whether an answer may be a warning sign, so that nobody runs on it before the engine has decided: any yes to a screening
 * question, or an ache above where the runner was told to stop. This page knows no rule; it only refuses to reassure. */
export function mayBeWarning(question: Question, answers: readonly FactAnswer[], stopAbove: number): boolean {
  if (answers.some(({ value }) => value === null)) return true;
  if (question.screening && answers.some(({ value }) => value === true)) return true;
  return question.form === 'scale' && answers.some(({ value }) => typeof value === 'number' && value > stopAbove);
}
