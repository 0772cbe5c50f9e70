import { expect, test } from 'vitest';
import { at, rim, ring } from './coverage_wheel';

test('angles begin at the top and go clockwise', () => {
  expect(at(0, 10)).toEqual({ x: 0, y: -10 });
  expect(at(90, 10)).toEqual({ x: 10, y: 0 });
});

test('the rim belongs to mobility alone, in equal shares with gaps between', () => {
  const parts = rim([{ direction: 'flexion', count: 1 }, { direction: 'mobility_extension', count: 2 }, { direction: 'mobility_internal_rotation', count: 0 }]);
  expect(parts.map(({ direction, from, to }) => [direction, from, to])).toEqual([['mobility_extension', 4, 176], ['mobility_internal_rotation', 184, 356]]);
});

test('a wide piece takes the long way round', () => {
  expect(ring(0, 200, 5, 10)).toContain('0 1 1');
  expect(ring(0, 90, 5, 10)).toContain('0 0 1');
});
