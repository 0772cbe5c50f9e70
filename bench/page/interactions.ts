// What a runner does most, one press each.
import type { Visit } from '../../tests/browser/visit.ts';
import type { Interaction } from './slow_phone.ts';

/** The interactions to measure, each prepared on a page of this visit. */
export function interactions(visit: Visit): Interaction[] {
  const opened = (place: string) => async (): Promise<void> => {
    await visit.page.goto('about:blank');
    // A circuit that was begun in the try before would be gone on with.
    const devtools = await visit.context.newCDPSession(visit.page);
    await devtools.send('Storage.clearDataForOrigin', { origin: visit.hipline.address, storageTypes: 'indexeddb' });
    await devtools.detach();
    await visit.open(place);
  };
  /** Opens the choice of days for the first day that can be moved. */
  const choosing = async (): Promise<void> => {
    await opened('plan')();
    await visit.page.locator('button.move').nth(1).click();
    await visit.page.locator('dialog .to').first().waitFor();
  };
  return [
    {
      name: 'today_check_in_answer',
      prepare: opened('today/check-in/again'),
      press: 'main .answers button, main .scale button, main .three button, main .far button',
      before: () => document.querySelector('main h1')?.textContent.trim(),
      stands: (before) => document.querySelector('main h1')?.textContent.trim() !== before,
    },
    {
      name: 'today_open_why',
      prepare: opened('today'),
      press: 'section[aria-labelledby="why"] summary',
      stands: () => document.querySelector('section[aria-labelledby="why"] details[open]') !== null,
    },
    {
      name: 'circuit_start',
      prepare: opened('circuit'),
      press: 'main .begin button:enabled',
      stands: () => document.querySelector('dialog.player button.whole') !== null,
    },
    {
      name: 'circuit_next',
      prepare: async () => {
        await opened('circuit')();
        await visit.page.locator('main .begin button:enabled').click();
        await visit.page.locator('dialog.player button.whole').waitFor();
        // A tap within 0.6 s of a step's beginning was meant for the step before, and does nothing.
        await visit.page.waitForTimeout(1000);
      },
      press: 'dialog.player button.whole',
      // From getting ready to the work: its first cue stands where "Get ready" stood.
      before: () => document.querySelector('dialog.player .cue .word')?.textContent,
      stands: (before) => document.querySelector('dialog.player .cue .word, dialog.player .cue .alone')?.textContent !== before,
    },
    {
      name: 'plan_move_choose',
      prepare: opened('plan'),
      press: 'button.move',
      stands: () => document.querySelector('dialog[open] .to') !== null,
    },
    {
      name: 'plan_move_show',
      prepare: choosing,
      press: 'dialog .to',
      stands: () => document.querySelector('dialog[open] .sentence') !== null,
    },
    {
      name: 'library_add_to_mix',
      prepare: opened('library'),
      press: 'article .tick input:not(:checked)',
      before: () => document.querySelector('.see .num')?.textContent,
      stands: (before) => document.querySelector('.see .num')?.textContent !== before,
    },
  ];
}
