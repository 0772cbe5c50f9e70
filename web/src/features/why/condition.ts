/** One line of a rule's condition, and the lines under it. */
export interface Condition {
  text: string;
  parts: Condition[];
}

/** A rule's condition as a tree, from the engine's lines: "- " begins a line, deeper lines belong to it, others go on with it. */
export function conditionOf(words: string): Condition[] {
  const roots: Condition[] = [];
  const open: { depth: number; line: Condition }[] = [];
  for (const raw of words.split('\n')) {
    if (raw.trim() === '') continue;
    const begins = /^(\s*)- (.*)$/.exec(raw);
    const last = open.at(-1);
    if (!begins) {
      if (last) last.line.text += ` ${raw.trim()}`;
      else {
        const line = { text: raw.trim(), parts: [] };
        roots.push(line);
        open.push({ depth: -1, line });
      }
      continue;
    }
    const depth = begins[1]?.length ?? 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const line: Condition = { text: begins[2] ?? '', parts: [] };
    (open.at(-1)?.line.parts ?? roots).push(line);
    open.push({ depth, line });
  }
  return roots;
}
