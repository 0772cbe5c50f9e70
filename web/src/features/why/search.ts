/** Whether every word that is looked for stands somewhere in the texts, upper or lower case, accents or not. */
export function matches(wanted: string, ...texts: readonly string[]): boolean {
  const all = plain(texts.join(' '));
  return plain(wanted)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
