import { describe, expect, test } from 'vitest';
import { conditionsOf } from './condition';
import { byGrade, byKnown, byReview, onOpinion, rulesOf, unchecked, withoutStudy } from './counts';
import { madeUpEvidence, madeUpRule, madeUpRules } from './made_up_reasons';
import { matches } from './search';

describe('looking for a rule or a source', () => {
  test('every word has to be found, in any order and any case', () => {
    expect(matches('bone RISKS', 'TR-37', 'A deep ache, and two risks for the bone')).toBe(true);
    expect(matches('bone hip', 'TR-37', 'A deep ache, and two risks for the bone')).toBe(false);
  });

  test('an author is found without the accents of the name', () => {
    expect(matches('naive kuster', 'Naïve A, Küster B')).toBe(true);
  });

  test('nothing wanted finds everything', () => {
    expect(matches('  ', 'anything')).toBe(true);
  });
});

describe("a rule's condition", () => {
  test('keeps what belongs to what', () => {
    expect(conditionsOf(madeUpRule('TD-02')?.conditions ?? [])).toEqual([
      {
        text: 'all of these hold',
        parts: [
          { text: "highest of the last run's worst, this morning's and present pain: 3 or more", parts: [] },
          { text: 'this does not hold', parts: [{ text: 'today is race day', parts: [] }] },
        ],
      },
    ]);
  });

  test('that is one line stays one line', () => {
    expect(conditionsOf([{ depth: 0, text: 'today is race day' }])).toEqual([{ text: 'today is race day', parts: [] }]);
  });
});

describe('how sure the rules are', () => {
  const rules = rulesOf(madeUpRules());

  test('every rule is counted once', () => {
    expect(byGrade(rules).reduce((sum, one) => sum + one.count, 0)).toBe(rules.length);
  });

  test('a grade that no rule has is shown as none, not left out', () => {
    expect(byGrade(rules).find((one) => one.grade === 'high')).toEqual({ grade: 'high', word: undefined, count: 0 });
  });

  test('what no study stands behind, and what nobody has read, is named', () => {
    const [first, ...rest] = rules;
    if (!first) throw new Error('there are no made-up rules');
    expect(withoutStudy([{ ...first, grade: 'none' }, ...rest])).toEqual([{ ...first, grade: 'none' }]);
    const list = madeUpEvidence();
    expect(unchecked(list)).toEqual([]);
    const open = { ...list, topics: list.topics.map((topic) => ({ ...topic, sources: topic.sources.map((source) => ({ ...source, known: 'unchecked' as const })) })) };
    expect(unchecked(open)).toHaveLength(3);
  });

  test('opinion is counted', () => {
    expect(onOpinion(rules)).toBe(3);
  });

  test('who reviewed the rules stands in the words of the content', () => {
    expect(byReview(rules)).toEqual([{ words: 'not yet by a clinician', count: rules.length }]);
  });

  test('a source that was never read does not count as read', () => {
    expect(byKnown(madeUpEvidence())).toEqual([
      { words: 'read on the page cited', count: 2 },
      { words: 'as reported elsewhere', count: 1 },
    ]);
  });
});
