import type { EvidenceLine, EvidenceList, Rules } from '../../api/types';

type RuleLine = Rules['groups'][number]['rules'][number];
const order = ['high', 'moderate', 'low', 'very_low', 'none'] as const;

/** Every rule of every group. */
export const rulesOf = (rules: Rules): RuleLine[] => rules.groups.flatMap((group) => group.rules);

/** How many rules there are of each grade, the surest first. Grades that no rule has stand in it, too: that there is none is the point. */
export function byGrade(rules: readonly RuleLine[]): { grade: (typeof order)[number]; word: string | undefined; count: number }[] {
  return order.map((grade) => {
    const these = rules.filter((rule) => rule.grade === grade);
    return { grade, word: these[0]?.grade_word, count: these.length };
  });
}

/** How many rules rest on opinion. */
export const onOpinion = (rules: readonly RuleLine[]): number => rules.filter((rule) => rule.opinion).length;

/** How many rules were reviewed by whom, in the words of the content, the most first. */
export function byReview(rules: readonly RuleLine[]): { words: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reviewed } of rules) if (reviewed) counts.set(reviewed, (counts.get(reviewed) ?? 0) + 1);
  return [...counts].map(([words, count]) => ({ words, count })).sort((a, c) => c.count - a.count);
}

/** Rules that no study stands behind. */
export const withoutStudy = (rules: readonly RuleLine[]): RuleLine[] => rules.filter((rule) => rule.grade === 'none');

/** Sources that nobody here has read, neither themselves nor as others report them. */
export const unchecked = (list: EvidenceList): EvidenceLine[] => list.topics.flatMap((topic) => topic.sources).filter((source) => source.known === 'unchecked');

/** How many sources are known how well, in the engine's words, the best known first. */
export function byKnown(list: EvidenceList): { words: string; count: number }[] {
  const sources = list.topics.flatMap((topic) => topic.sources);
  return (['read', 'secondary', 'unchecked'] as const).flatMap((known) => {
    const these = sources.filter((source) => source.known === known);
    return these[0] ? [{ words: these[0].known_words, count: these.length }] : [];
  });
}
