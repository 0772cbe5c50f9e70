// Goes through the questions of a check-in as a runner does.
import type { Locator, Page } from 'playwright-core';
import { waitsForNothing, type Visit } from './visit.ts';

/** The labels to tick or press, by a part of the question's text; every other question gets its quiet answer. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

type Press = (name: RegExp | string, role: 'button' | 'checkbox') => Promise<void>;

/** The question that stands on the page, or nothing where the questions are over. */
async function question(page: Page): Promise<string | undefined> {
  const heading = page.locator('main h1#question');
  // Either the next question, or whatever page comes after the last one.
  await page.waitForFunction(waitsForNothing);
  return (await heading.count()) > 0 ? (await heading.innerText()).trim() : undefined;
}

/** Answers every question, or those before `until` stands on the page, and hands back their texts. `press` is how a runner gets at a
 * control: by finger or by keys. */
export async function answerAll(visit: Visit, said: Said = {}, press: Press = byFinger(visit), until?: Locator): Promise<string[]> {
  const { page } = visit;
  const gone: string[] = [];
  for (let guard = 0; guard < 60; guard++) {
    const text = await question(page);
    if (text === undefined || ((await until?.count()) ?? 0) > 0) return gone;
    if (gone.at(-1) === text) throw new Error(`The question came twice: ${text}`);
    gone.push(text);
    const own = Object.entries(said).find(([part]) => text.includes(part))?.[1];
    const form = page.locator('main .far').first();
    if (await form.locator('fieldset').count()) {
      if (own === undefined) await press(/^(None|Nothing|No)\b/, 'button');
      else {
        for (const label of [own].flat()) await press(label, 'checkbox');
        await press(/^Next, with/, 'button');
      }
    } else if (typeof own === 'string') await press(own, 'button');
    else if (await form.locator('.scale').count()) await press(/^1\b/, 'button');
    else if (await form.locator('.three').count()) await press('No', 'button');
    else if (await form.locator('.answers').count()) await press((await form.locator('.answers button').first().innerText()).trim(), 'button');
    else await press('Leave it open', 'button');
    // The same question stands until the next one is known.
    await page.waitForFunction((before) => document.querySelector('main h1#question')?.textContent?.trim() !== before, text);
  }
  throw new Error('The questions never ended.');
}

export const byFinger =
  (visit: Visit): Press =>
  async (name, role) => {
    const control = visit.page.locator('main').getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
    await (role === 'checkbox' ? control.check() : control.first().click());
  };

export const byKeys =
  (visit: Visit): Press =>
  async (name, role) => {
    const control = visit.page.locator('main').getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
    await visit.press(control.first(), role === 'checkbox' ? ' ' : 'Enter');
  };
