import { expect, test } from 'vitest';
import { forgetEverything, type Shelf, type Shelves } from './forget';

const shelves = (emptied: Shelf[], refusing: readonly Shelf[] = []): Shelves => {
  const one = (shelf: Shelf) => (): Promise<void> => {
    if (refusing.includes(shelf)) return Promise.reject(new Error('refused'));
    emptied.push(shelf);
    return Promise.resolve();
  };
  return { answers: one('answers'), check_ins: one('check_ins'), circuits: one('circuits'), choices: one('choices'), app: one('app') };
};

test('answers, waiting check-ins, circuits, choices and the app itself all go', async () => {
  const emptied: Shelf[] = [];
  expect(await forgetEverything(shelves(emptied))).toEqual([]);
  expect(emptied.sort()).toEqual(['answers', 'app', 'check_ins', 'choices', 'circuits']);
});

test('a shelf that refuses is named, and the others are emptied all the same', async () => {
  const emptied: Shelf[] = [];
  expect(await forgetEverything(shelves(emptied, ['answers', 'circuits']))).toEqual(['answers', 'circuits']);
  expect(emptied.sort()).toEqual(['app', 'check_ins', 'choices']);
});
