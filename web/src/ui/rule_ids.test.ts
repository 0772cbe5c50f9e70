import { expect, test } from 'vitest';
import { piecesOf } from './rule_ids';

test('a rule that a sentence names becomes a piece of its own, and not a letter is lost', () => {
  const sentence = 'Longer walks, still no running (TP-14a). See TD-10, too.';
  const pieces = piecesOf(sentence);
  expect(pieces.filter((piece) => piece.kind === 'rule')).toEqual([
    { kind: 'rule', id: 'TP-14a' },
    { kind: 'rule', id: 'TD-10' },
  ]);
  expect(pieces.map((piece) => (piece.kind === 'rule' ? piece.id : piece.text)).join('')).toBe(sentence);
});

test('a sentence without rules stays whole', () => {
  expect(piecesOf('The 10-20 rule is none.')).toEqual([{ kind: 'words', text: 'The 10-20 rule is none.' }]);
});
