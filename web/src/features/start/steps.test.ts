import { expect, test } from 'vitest';
import { after, before, firstOpen, stateOf, type Known } from './steps';

const known = (fields: readonly string[], more: Partial<Known> = {}): Known => ({ runs: 0, questions: false, field: (id) => fields.includes(id), ...more });

test('it goes on with the first step that is neither told nor skipped', () => {
  expect(firstOpen(known([]), [])).toBe('runs');
  expect(firstOpen(known(['race-day']), ['runs'])).toBe('ache');
  expect(firstOpen(known(['race-day', 'ache-sites', 'equipment'], { runs: 3, questions: true }), [])).toBeUndefined();
});

test('a skipped step that was told after all counts as told', () => {
  expect(stateOf('race', known(['race-day']), ['race'])).toBe('told');
  expect(stateOf('race', known([]), ['race'])).toBe('skipped');
});

test('questions that are open stay open, whatever else was told', () => {
  expect(stateOf('questions', known(['ache-sites', 'equipment'], { runs: 9 }), [])).toBe('open');
});

test('the steps have their order', () => {
  expect(after('home')).toBeUndefined();
  expect(before('runs')).toBeUndefined();
  expect(after('ache')).toBe('questions');
});
