// A made-up runner who has told enough for a day, a circuit and a plan: told through the API, so that a test begins where its own
// matter begins.
import { randomUUID } from 'node:crypto';
import { dayFromNow } from './hipline.ts';
import type { Visit } from './visit.ts';

interface Question {
  id: string;
  form: 'yes_no' | 'scale' | 'one_of' | 'number' | 'list';
  choices: { fact: string }[];
}
type Answer = { fact: string; value: unknown };
interface Interview {
  next: Question | null;
  answers: Answer[];
}

/** Race, ache and equipment, as Start asks for them. */
export async function tellSetup(visit: Visit, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await visit.ask('PATCH', '/api/setup', { 'race-day': dayFromNow(24), 'race-km': '42.195', 'ache-sites': 'front_of_hip', 'ache-side': 'right', equipment: 'loop_band_heavy,mat', ...more });
}

/** A check-in whose answers are all quiet: no sign of a warning, an ache of 1. */
export async function tellQuietDay(visit: Visit): Promise<void> {
  const steps: { question: string; answers: Answer[] }[] = [];
  for (let guard = 0; guard < 60; guard++) {
    const interview = await visit.ask<Interview>('POST', '/api/interview', { asking: 'due', steps });
    if (interview.next === null) {
      await visit.ask('POST', '/api/check-ins', { id: randomUUID(), answers: interview.answers });
      return;
    }
    const { id, form, choices } = interview.next;
    const quiet = (index: number): unknown => (form === 'scale' ? 1 : form === 'number' ? null : form === 'one_of' ? index === 0 : false);
    steps.push({ question: id, answers: choices.map(({ fact }, index) => ({ fact, value: quiet(index) })) });
  }
  throw new Error('The questions never ended.');
}

/** Everything that a day, a circuit and a plan need; the pages are loaded anew with it. */
export async function beToldOf(visit: Visit): Promise<void> {
  await tellSetup(visit);
  await tellQuietDay(visit);
  await visit.reload();
}
