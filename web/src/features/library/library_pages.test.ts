import { render } from 'svelte/server';
import { afterEach, expect, test } from 'vitest';
import type { LibraryExercise } from '../../api/types';
import { hold } from '../../offline/hold.svelte';
import { type Library, LibraryInHand } from './library.svelte';
import { type Mix, MixInHand } from './mix.svelte';
import MixPanel from './MixPanel.svelte';

const bridge: LibraryExercise = {
  id: 'bridge', title: 'Bridge', summary: '', kind: 'strength', therapist: false, trains: ['extension'], phases: [], equipment: [], dose: '3 sets of 8', own: false, favourite: false, figure: false, startable: true,
};
const library: Library = {
  made_up: false, banner: null, closed: null, directions: [{ id: 'extension', title: 'pushing back', words: 'pushing back' }, { id: 'core', title: 'the core', words: 'the core' }], exercises: [bridge],
  programmes: [], equipment: [], favourites: [],
};
const weighed: Mix = {
  made_up: false, closed: null, covers: ['extension'], misses: ['core'], sentence: 'Your mix misses: the core.', addition: { exercises: [{ id: 'plank', title: 'Plank' }], fits: true, time_in_a_round_s: 60, still_missing: [] },
  no_time: [], replaced: [], script: null, figures: {},
  prescription: { date: '2026-11-25', any: true, focus: 'full', rounds: 2, effort_high: 6, to_fatigue: false, total_s: 540, exercises: [], differences: [], rules: [] },
  exercises: [{ id: 'bridge', title: 'Bridge', dose: '2 sets of 8 on each side', set_up: [], steps: [], cues: [], feel: [], faults: [], stops: [], variant: null, easier: null, notes: [], left_out_because: null, last_time: null, grade: 'low', opinion: false, evidence: [] }],
};
function panel(more: { kept?: boolean } = {}): string {
  const hand = new LibraryInHand();
  hand.reached = more.kept ? { kind: 'kept', value: library, at: 0 } : { kind: 'answer', value: library };
  const mix = new MixInHand(() => Promise.resolve({ kind: 'answer', value: weighed }));
  mix.picked = ['bridge'];
  mix.answer = { kind: 'answer', value: weighed };
  return render(MixPanel, { props: { mix, hand, library, four: [], own: true } }).body;
}
afterEach(() => {
  hold.stands = false;
});

test('a mix says what it covers, what it misses and the smallest addition, and its dose of today', () => {
  const body = panel();
  for (const words of ['1 of 2 covered', 'Your mix misses: the core.', 'Plank', '2 sets of 8 on each side', 'about 9 minutes', 'Missing: the core.']) expect(body).toContain(words);
});

test('while an answer waits that may be a warning sign, no dose is named', () => {
  hold.stands = true;
  expect(panel()).not.toContain('2 sets of 8 on each side');
  expect(panel()).toContain('not to train from now');
});

test('a library kept from another time says nothing of what fits today', () => {
  const body = panel({ kept: true });
  expect(body).not.toContain('2 sets of 8 on each side');
  expect(body).not.toContain('about 9 minutes');
});
