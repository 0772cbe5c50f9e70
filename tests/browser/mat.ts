// On the mat: leads a circuit through by keys, with the page's clock in the test's hands.
import type { Visit } from './visit.ts';

export interface LogEntry {
  exercise: string;
  counts: boolean;
  effort: number | null;
  pain: number | null;
  hold_left_s: number | null;
  hold_right_s: number | null;
}
export const logOf = async (visit: Visit): Promise<LogEntry[]> => (await visit.ask<{ entries: LogEntry[] }>('GET', '/api/circuit/log')).entries;

const mat = (visit: Visit) => visit.page.getByRole('dialog', { name: 'Guided circuit' });

/** What stands on the mat: what the one big button does, a question for pain, or the end. */
async function now(visit: Visit): Promise<string> {
  return visit.page.evaluate(() => {
    const dialog = document.querySelector('dialog.player');
    if (!dialog) return 'over';
    if (dialog.querySelector('.pain')) return 'pain';
    return dialog.querySelector('button.whole')?.getAttribute('aria-label') ?? 'over';
  });
}

/** Opens the circuit with its one button. */
export async function start(visit: Visit): Promise<void> {
  await visit.press(visit.page.getByRole('button', { name: 'Start the circuit' }));
  // The mat comes after the next picture, which a clock that stands still does not show by itself.
  while (!(await mat(visit).isVisible())) await visit.page.clock.runFor(60);
}

/** One step of the circuit: keys where the runner acts, a few seconds of the clock where time does. */
async function step(visit: Visit, pain: number): Promise<string> {
  const { page } = visit;
  const at = await now(visit);
  if (at === 'pain') await page.keyboard.press(String(pain));
  else if (at === 'Start' || at === 'Start now' || at === 'Go on' || at === 'Go on now') await page.keyboard.press(' ');
  else if (at === 'I stopped') {
    for (let seconds = 0; seconds < 9; seconds += 3) await page.clock.fastForward(3000);
    if ((await now(visit)) === 'I stopped') await page.keyboard.press(' ');
  } else if (at !== 'over') await page.clock.fastForward(3000);
  await page.clock.runFor(60); // a frame in which the page shows it
  return at;
}

/** Goes on until the stopwatch of a hold has run for `seconds`; hands back what it shows. */
export async function toHold(visit: Visit, seconds: number): Promise<number> {
  for (let guard = 0; guard < 600; guard++) {
    const at = await now(visit);
    if (at === 'over') throw new Error('The circuit was over before any hold.');
    if (at === 'I stopped' && (await mat(visit).locator('.track').count())) {
      for (let passed = 0; passed < seconds; passed += 2) await visit.page.clock.fastForward(2000);
      await visit.page.clock.runFor(60);
      return Number((await mat(visit).locator('.big').innerText()).split(':').at(-1));
    }
    await step(visit, 2);
  }
  throw new Error('No hold came.');
}

/** Goes on to the end, and hands back how often each thing came. */
export async function playOn(visit: Visit, pain: number): Promise<{ pain: number }> {
  const seen = { pain: 0 };
  for (let guard = 0; guard < 3000; guard++) {
    const at = await step(visit, pain);
    if (at === 'pain') seen.pain++;
    if (at === 'over') return seen;
  }
  throw new Error('The circuit never ended.');
}
