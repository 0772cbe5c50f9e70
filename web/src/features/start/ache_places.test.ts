import { expect, test } from 'vitest';
import { answersOf, placesOf, toggled, type Place } from './ache_places';

const right: Place = { site: 'front_of_hip', side: 'right' };
const left: Place = { site: 'groin', side: 'left' };
const back: Place = { site: 'back', side: null };

test('one side marked says that side, two say both, the middle says none', () => {
  expect(answersOf([right])).toEqual({ 'ache-sites': 'front_of_hip', 'ache-side': 'right' });
  expect(answersOf([right, left])).toEqual({ 'ache-sites': 'front_of_hip,groin', 'ache-side': 'both' });
  expect(answersOf([back])).toEqual({ 'ache-sites': 'back', 'ache-side': '' });
  expect(answersOf([])).toEqual({ 'ache-sites': '', 'ache-side': '' });
});

test('what was told comes back onto the map', () => {
  expect(placesOf('front_of_hip,back', 'right')).toEqual([right, back]);
  expect(answersOf(placesOf('groin,buttock', 'both'))).toEqual({ 'ache-sites': 'groin,buttock', 'ache-side': 'both' });
  expect(placesOf(null, null)).toEqual([]);
});

test('a second tap takes the mark away', () => {
  expect(toggled([right], right)).toEqual([]);
  expect(toggled([right], { ...right, side: 'left' })).toHaveLength(2);
});
