import { expect, test } from 'vitest';
import type { Question } from '../api/types';
import { leftOpen, mayBeWarning, none, one, ticked } from './answers';

const list: Question = {
  id: 'walking-and-night', form: 'list', text: 'Is any of this true?', help: '', unit: '', lowest: null, highest: null,
  choices: [{ fact: 'walking_hurts', label: 'Walking hurts' }, { fact: 'night_pain', label: 'It woke me' }],
  none_label: 'None of these', anchors: [], private: false, screening: true,
};
const scale: Question = { ...list, id: 'worst', form: 'scale', choices: [{ fact: 'worst_in_last_run', label: '' }], screening: false, lowest: 0, highest: 10 };

test('what is not ticked in a list is said to be no', () => {
  expect(ticked(list, new Set(['night_pain']))).toEqual([{ fact: 'walking_hurts', value: false }, { fact: 'night_pain', value: true }]);
});

test('leaving a question open is never a no', () => {
  expect(leftOpen(list).every(({ value }) => value === null)).toBe(true);
});

test('what the server says that "none" and "left open" mean comes first', () => {
  const own = { ...list, none_answers: [{ fact: 'walking_hurts', value: false }], skip_answers: [{ fact: 'night_pain', value: null }] };
  expect(none(own)).toEqual(own.none_answers);
  expect(leftOpen(own)).toEqual(own.skip_answers);
});

test('without the engine, a yes to a screening question holds the run', () => {
  expect(mayBeWarning(list, ticked(list, new Set(['night_pain'])), 5)).toBe(true);
  expect(mayBeWarning(list, none(list), 5)).toBe(false);
});

test('without the engine, a question left open holds the run', () => {
  expect(mayBeWarning(list, leftOpen(list), 5)).toBe(true);
  expect(mayBeWarning(scale, leftOpen(scale), 5)).toBe(true);
});

test('without the engine, an ache above the stop point holds the run', () => {
  expect(mayBeWarning(scale, one(scale, 6), 5)).toBe(true);
  expect(mayBeWarning(scale, one(scale, 5), 5)).toBe(false);
});
