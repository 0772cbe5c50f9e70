/** A piece of a text: words, or the id of a rule that the words name. */
export type Piece = { kind: 'words'; text: string } | { kind: 'rule'; id: string };

/** Takes a text apart at the ids of rules that it names, such as TD-02 or TP-14b. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/(\b[A-Z]{2}-\d{2}[a-z]?\b)/)
    .map((part, i): Piece => (i % 2 === 1 ? { kind: 'rule', id: part } : { kind: 'words', text: part }))
    .filter((piece) => piece.kind === 'rule' || piece.text !== '');
}
