import { expect, test } from 'vitest';
import { addressOf, placeOf } from './router.svelte';

test('an empty address is today', () => {
  for (const hash of ['', '#', '#/']) expect(placeOf(hash).page).toBe('today');
});

test('an address comes back as it was made, whatever it holds', () => {
  const place = placeOf(addressOf('why', ['TR-06', 'a/b ü'], { from: 'today & more' }));
  expect(place.page).toBe('why');
  expect(place.rest).toEqual(['TR-06', 'a/b ü']);
  expect(place.query.get('from')).toBe('today & more');
});
