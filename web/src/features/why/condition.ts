/** One line of a rule's condition, and the lines under it. */
export interface Condition {
  text: string;
  parts: Condition[];
}

/** A rule's condition as a tree, from the engine's lines: a deeper line belongs to the nearest one above that is less deep. */
export function conditionsOf(lines: readonly { depth: number; text: string }[]): Condition[] {
  const roots: Condition[] = [];
  const open: Condition[] = [];
  for (const { depth, text } of lines) {
    const line: Condition = { text, parts: [] };
    open.length = Math.min(depth, open.length);
    (open.at(-1)?.parts ?? roots).push(line);
    open.push(line);
  }
  return roots;
}
