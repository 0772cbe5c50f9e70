import { expect, test } from 'vitest';
import { madeUpNote } from './made_up_note';
import { partsOf } from './markdown';

test('the page keeps every word of what the engine wrote', () => {
  const { markdown } = madeUpNote();
  const words = (text: string): string[] => text.replace(/^(#+|-) /gm, '').split(/\s+/).filter(Boolean);
  const shown = partsOf(markdown).map((part) => (part.kind === 'list' ? part.items.join(' ') : part.text));
  expect(words(shown.join(' '))).toEqual(words(markdown));
});

test('lists, headings and paragraphs stay apart', () => {
  expect(partsOf('# T\n\nOne\nline.\n\nTwo.\n## H\n- a\n- b\nAfter.')).toEqual([
    { kind: 'title', text: 'T' },
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'paragraph', text: 'Two.' },
    { kind: 'heading', text: 'H' },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'paragraph', text: 'After.' },
  ]);
});

test('a sign within a sentence starts nothing', () => {
  expect(partsOf('Pain went 3 - 4, at # 2.')).toEqual([{ kind: 'paragraph', text: 'Pain went 3 - 4, at # 2.' }]);
});
