import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Two equal keys take a whole page down, and words of the server may come twice: the circuit of a runner whose two notes were the
// same did not open. Lists of words are keyed by their place.
test('no list is keyed by its own words', () => {
  const source = join(import.meta.dirname, '..');
  const keyedByWords = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/ as (\w+) \(\1\)\}/g)].filter(([, word]) => word !== 'id').map(([each]) => `${name}: ${each}`));
  expect(keyedByWords).toEqual([]);
});
