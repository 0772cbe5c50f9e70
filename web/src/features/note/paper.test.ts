import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { madeUpNote } from './made_up_note';
import Paper from './Paper.svelte';

test('the page is read by its headings and lists, and shows nothing as markup', () => {
  const { body } = render(Paper, { props: { markdown: `${madeUpNote().markdown}\n- 3 < 4 & <b>x</b>` } });
  expect(body.match(/<h3/g)).toHaveLength(6);
  expect(body).toContain('3 &lt; 4 &amp; &lt;b');
});

test('a private answer stands in it only where the runner wants it in', () => {
  const of = (wanted: boolean): string => render(Paper, { props: { markdown: madeUpNote(wanted).markdown } }).body;
  expect(of(false)).not.toContain('A private answer');
  expect(of(true)).toContain('A private answer');
});
