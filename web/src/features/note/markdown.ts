/** A part of the clinician's page. */
export type Part = { kind: 'title' | 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** The page's parts, from the Markdown that the engine writes: `#`, `##`, `-` and paragraphs, and nothing else. */
export function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let open = false; // whether the next line of words goes on with the last paragraph
  for (const line of markdown.split('\n')) {
    const last = parts.at(-1);
    if (line.trim() === '') {
      open = false;
    } else if (line.startsWith('## ')) {
      parts.push({ kind: 'heading', text: line.slice(3) });
      open = false;
    } else if (line.startsWith('# ')) {
      parts.push({ kind: 'title', text: line.slice(2) });
      open = false;
    } else if (line.startsWith('- ')) {
      if (last?.kind === 'list') last.items.push(line.slice(2));
      else parts.push({ kind: 'list', items: [line.slice(2)] });
      open = false;
    } else if (open && last?.kind === 'paragraph') {
      last.text += ` ${line.trim()}`;
    } else {
      parts.push({ kind: 'paragraph', text: line.trim() });
      open = true;
    }
  }
  return parts;
}
