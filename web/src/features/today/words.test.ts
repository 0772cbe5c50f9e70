import { expect, test } from 'vitest';
import { headlineOf, sentence } from './words';

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
