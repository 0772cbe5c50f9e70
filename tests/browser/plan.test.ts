// A day of the plan is moved, by keys and by dragging: what it would bend is shown first, and it can be taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, sizes, visiting, type Visit } from './visit.ts';

interface Day {
  date: string;
  title: string;
  value: string;
  movable: boolean;
}
interface PlanPage {
  weeks: { days: Day[] }[];
  moves: { day: string; to: string }[];
}
interface Move {
  allowed: boolean;
  sentence: string;
  bends: { text: string }[];
  refused: { text: string }[];
}
const planOf = (visit: Visit): Promise<PlanPage> => visit.ask<PlanPage>('GET', '/api/plan');
const daysOf = (plan: PlanPage): Day[] => plan.weeks.flatMap((week) => week.days);

/** The first pair of days whose change of places is allowed, with something bent where there is such a pair. */
async function aMove(visit: Visit, wanted: (move: Move) => boolean): Promise<{ from: Day; to: Day; move: Move }> {
  const days = daysOf(await planOf(visit)).filter((day) => day.movable).slice(0, 10);
  for (const from of days.filter((day) => day.value !== '')) {
    for (const to of days.filter((day) => day.date !== from.date)) {
      const move = await visit.ask<Move>('POST', '/api/plan/moves', { day: from.date, to: to.date, confirm: false });
      if (wanted(move)) return { from, to, move };
    }
  }
  throw new Error('The made-up plan has no such move.');
}

/** A day as the page names it, such as "Wed 25 Nov". */
const shortDate = async (visit: Visit, day: Day): Promise<string> =>
  (await visit.page.locator(`li[data-day="${day.date}"]`).getByRole('button', { name: /^Move / }).getAttribute('aria-label'))?.split(', ').at(-1) ?? '';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('by keys: what a move bends is read before it is kept, and it is taken back to the day', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await visit.lookAround('settling');
    await visit.open('plan');
    const before = await planOf(visit);
    const { from, to, move } = await aMove(visit, ({ allowed, bends }) => allowed && bends.length > 0);

    const handle = page.locator(`li[data-day="${from.date}"]`).getByRole('button', { name: /^Move / });
    await visit.press(handle);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { level: 2, name: /^Move / }).waitFor();
    assert.match(await visit.focused(), /^h2 Move/, 'the dialog is read from its heading on');
    await visit.press(dialog.getByRole('listitem').filter({ hasText: await shortDate(visit, to) }).getByRole('button'));
    await dialog.getByText(move.sentence).waitFor();
    for (const { text } of move.bends) assert.ok((await dialog.innerText()).includes(text), `not shown before it is kept: ${text}`);
    assert.deepEqual(await planOf(visit), before, 'looking kept something');

    await visit.press(dialog.getByRole('button', { name: 'Move it all the same' }));
    await page.getByRole('status').getByText('Moved.').waitFor();
    const moved = await planOf(visit);
    assert.deepEqual(moved.moves.map((one) => [one.day, one.to]), [[from.date, to.date]]);
    assert.notDeepEqual(daysOf(moved), daysOf(before));

    await visit.press(page.getByRole('button', { name: 'Take the last move back' }));
    await page.getByRole('status').getByText(/^Taken back/).waitFor();
    assert.deepEqual(await planOf(visit), before);
    await visit.reload();
    assert.equal(await page.getByRole('button', { name: 'Take the last move back' }).count(), 0);
  });
});

test('a move that a rule stands against is not offered, and Escape leaves everything as it was', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await visit.lookAround('settling');
    await visit.open('plan');
    const before = await planOf(visit);
    const { from, to, move } = await aMove(visit, ({ allowed }) => !allowed);
    await visit.press(page.locator(`li[data-day="${from.date}"]`).getByRole('button', { name: /^Move / }));
    const dialog = page.getByRole('dialog');
    await visit.press(dialog.getByRole('listitem').filter({ hasText: await shortDate(visit, to) }).getByRole('button'));
    await dialog.getByText(move.sentence).waitFor();
    assert.equal(await dialog.getByRole('button', { name: /^Move it/ }).count(), 0);
    for (const { text } of move.refused) assert.ok((await dialog.innerText()).includes(text));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await planOf(visit), before);
    assert.match(await visit.focused(), /^button Move/, 'the focus goes back to the day');
  });
});

test('by dragging on a desktop: the same dialog, and nothing is kept by the drop alone', async () => {
  await visiting(browser, { viewport: sizes.desktop }, async (visit) => {
    const { page } = visit;
    await visit.lookAround('settling');
    await visit.open('plan');
    const before = await planOf(visit);
    const { from, to, move } = await aMove(visit, ({ allowed }) => allowed);
    const handle = page.locator(`li[data-day="${from.date}"] .move`);
    await handle.scrollIntoViewIfNeeded();
    const start = await handle.boundingBox();
    const end = await page.locator(`li[data-day="${to.date}"]`).boundingBox();
    assert.ok(start && end);
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + 40, { steps: 12 });
    await page.mouse.up();
    await page.getByRole('dialog').getByText(move.sentence).waitFor();
    assert.deepEqual(await planOf(visit), before);
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    assert.deepEqual(await planOf(visit), before);
  });
});
