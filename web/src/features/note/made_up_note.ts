import type { Note } from '../../api/types';

const markdown = (withPrivate: boolean): string => `# Hip ache in a runner: a page for the clinician

Written by the runner with Hipline on Wednesday 25 November 2026. Born 1990. Race of 42.2 km on Sunday 13 December, in 18 days. A made-up runner.

## Why this page

Hipline's answer to the runner today: Run less today.
- Clear ache that settles (TD-02). The ache reached 3 to 5 of 10 and was gone by morning. That is a yellow pattern: keep moving, take some load off. So run 30 to 50 % shorter, flat and easy, with walk breaks.
- On the way back up (TD-14b). Your last runs asked for less, and the way back up goes one step at a time.

## The ache
- front of the hip; right, tight
- Began gradually, about Tuesday 10 November, 15 days ago. since a 29 km run.
- Stiffness on rising 1 of 10.
- Tried: yoga (did not last or help); leg swings (did not last or help); half-kneeling stretch (did not last or help).
- Earlier: hip-flexor strain, right, Saturday 20 June 2026, over since.
- Strain or load? The runner was told: This leans towards load: the big weeks more than a strain. I can't be sure.
- Speaks for a strain, as the runner tells it: You strained this side before (SL-03); It is on one side only (SL-06).
- Speaks for load, as the runner tells it: It came on after your longest run (SL-11); It came on bit by bit (SL-09); It comes late in runs, or only after them (SL-15).

## The last runs, newest first
- Fri 20 Nov: 10 km, worst pain 3 of 10, late in the run, next morning 1
- Wed 18 Nov: 9 km, worst pain 3 of 10, late in the run, next morning 1, cut short, had to walk
- Sun 15 Nov: 9 km, worst pain 4 of 10, late in the run, next morning 1, cut short, had to walk
- Tue 10 Nov: 29 km, pain not told
- Sat 7 Nov: 10 km, pain not told
- Thu 5 Nov: 14 km, pain not told
- Tue 3 Nov: 12 km, pain not told
- Sun 1 Nov: 27 km, pain not told

## Running load
- The last 7 days, and each 7 days before them: 19 km (2 runs), 38 km (2 runs), 36 km (3 runs), 49 km (3 runs)
- Longest run of the last 30 days: 29 km

## What the runner answered yes
${withPrivate ? '- A private answer that was made up for this test\n' : ''}- Nothing else was answered yes.

Private answers (bone health and the like) are ${withPrivate ? "included at the runner's wish" : 'left out'}.

## About this page

Hipline is a training log with rules that a clinician has not yet reviewed; it examines nobody and names no condition.
`;

/** A made-up runner's page, for tests. */
export function madeUpNote(withPrivate = false, changed: Partial<Note> = {}): Note {
  const text = markdown(withPrivate);
  return { made_up: true, private: withPrivate, private_answers_exist: true, title: 'Hip ache in a runner: a page for the clinician', text: text.replaceAll('#', '').trim(), markdown: text, ...changed };
}
