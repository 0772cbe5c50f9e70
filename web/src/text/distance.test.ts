import { expect, test } from 'vitest';
import { distanceText, inUnits } from './distance';

test('a marathon is the same race in both units', () => {
  expect(distanceText(42195, 'metric')).toBe('42.2 km');
  expect(distanceText(42195, 'imperial')).toBe('26.2 miles');
});

test('one mile is one mile', () => {
  expect(distanceText(1609.344, 'imperial')).toBe('1 mile');
  expect(inUnits(0, 'imperial')).toBe(0);
});
