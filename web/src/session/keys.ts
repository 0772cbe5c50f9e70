// What a key means in the step in hand; the same keys as in the terminal, and the arrows.
import type { EventKind } from './script';
import type { View } from './session';

export interface Meaning {
  kind: EventKind;
  value?: number;
}

/** Null for a key that means nothing here. `moreRestS` is what one press of "more rest" adds, in seconds. */
export function meaningOf(key: string, view: View, moreRestS: number): Meaning | null {
  if (view.finished) return null;
  if (key === 'ArrowRight' || key === 's') return { kind: 'skip' };
  if (view.kind === 'pain') {
    // While the question stands nothing runs; a pause would only hide it.
    if (/^[0-9]$/.test(key)) return { kind: 'pain', value: Number(key) };
    if (key === 't') return { kind: 'pain', value: 10 };
    if (key === 'x') return { kind: 'sharp' };
    return null;
  }
  switch (key) {
    case ' ':
    case 'Enter':
      return { kind: 'tap' };
    case 'p':
      return { kind: view.running ? 'pause' : 'go_on' };
    case 'ArrowLeft':
    case 'r':
      return { kind: 'repeat' };
    case 'e':
      return { kind: 'easier' };
    case '+':
    case '=':
      return view.kind === 'rest' ? { kind: 'more_rest', value: moreRestS } : null;
    default:
      return null;
  }
}
