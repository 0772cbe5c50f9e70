import { expect, test } from 'vitest';
import { canCorrect, headlineOf, sentence } from './words';

test('the level stands once: beside its sign, not in the headline again', () => {
  expect(headlineOf({ word: 'Run less today', headline: 'Run less today: 8 km, flat and easy' })).toBe('8 km, flat and easy.');
});

test('a headline that does not begin with the level stays whole', () => {
  expect(headlineOf({ word: 'As planned', headline: 'As planned, but shorter: 6 km' })).toBe('As planned, but shorter: 6 km.');
});

test('a sentence ends once', () => {
  expect(sentence('tell me tomorrow.')).toBe('Tell me tomorrow.');
  expect(sentence('')).toBe('');
});

test('a lock from an older answer offers no correction of today\'s', () => {
  const closed = { level: 'clinician_urgent', sentence: '', opens: '', rules: [] } as const;
  const of = (kind: 'unanswered' | 'changeable' | 'sticky'): boolean => canCorrect({ ...closed, kind, rules: [] });
  expect([of('changeable'), of('unanswered'), of('sticky')]).toEqual([true, true, false]);
  expect(canCorrect(null)).toBe(false);
});
