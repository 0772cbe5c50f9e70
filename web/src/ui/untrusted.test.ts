import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Untrusted from './Untrusted.svelte';

test('a phone that does not trust the computer is told what is missing and the way to it', () => {
  const { body } = render(Untrusted, { props: { known: ['awake', 'offline'] } });
  expect(body).toContain('The screen may go to sleep');
  expect(body).toContain('Nothing opens while the computer is out of reach');
  expect(body).toContain('href="/trust"');
});

test('where nothing is missing nothing is said', () => {
  expect(render(Untrusted, { props: {} }).body).not.toMatch(/trust/);
});
