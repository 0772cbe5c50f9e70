import { expect, test } from 'vitest';
import type { LibraryExercise } from '../../api/types';
import { anything, fitting, groupOf, type Piece } from './filter';

const exercise = (id: string, more: Partial<LibraryExercise> = {}): LibraryExercise => ({
  id, title: id, summary: '', kind: 'strength', therapist: false, trains: ['flexion'], phases: [], equipment: [], dose: '', own: false, favourite: false, figure: false, startable: true, ...more,
});
const bridge = exercise('Single-leg bridge', { trains: ['extension', 'core'], equipment: ['mat'], favourite: true });
const step = exercise('Step up', { equipment: ['step', 'wall'] });
const swings = exercise('Leg swings', { equipment: ['wall'], kind: 'mobility' });
const all = [bridge, step, swings];
const pieces: Piece[] = [{ id: 'mat', have: true }, { id: 'step', have: false }];
const find = (wanted: Partial<typeof anything>, known: readonly Piece[] = pieces): string[] => fitting(all, { ...anything, ...wanted }, known, (one) => `${one.title} ${one.trains.join(' ')}`).map(({ id }) => id);

test('each filter narrows the list, and they add up', () => {
  expect(find({})).toHaveLength(3);
  expect(find({ direction: 'core' })).toEqual(['Single-leg bridge']);
  expect(find({ favourites: true, direction: 'flexion' })).toEqual([]);
});

test('a search finds all its words in any order', () => {
  expect(find({ words: ' BRIDGE single' })).toEqual(['Single-leg bridge']);
  expect(find({ words: 'bridge step' })).toEqual([]);
});

test('a wall is in every home; a piece that the runner did not name is not taken to be there', () => {
  expect(find({ equipment: 'nothing' })).toEqual(['Leg swings']);
  expect(find({ equipment: 'have' })).toEqual(['Single-leg bridge', 'Leg swings']);
  expect(find({ equipment: 'have' }, [{ id: 'mat', have: null }, { id: 'step', have: null }])).toEqual(['Leg swings']);
});

test("the runner's own stand first, the therapist's four by themselves", () => {
  expect(groupOf({ own: true, therapist: false, kind: 'mobility' })).toBe('own');
  expect(groupOf({ own: false, therapist: true, kind: 'strength' })).toBe('therapist');
  expect(groupOf({ own: false, therapist: false, kind: 'mobility' })).toBe('mobility');
});
