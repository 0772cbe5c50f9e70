// From nothing to the first decision: by finger with the files of a watch, and by keys alone without any.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from './hipline.ts';
import { answerAll, byKeys } from './questions.ts';
import { dayFromNow } from './hipline.ts';
import { openBrowser, visiting } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('a zip is dropped, five steps later today is decided', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.getByRole('link', { name: 'Begin' }).click();
    await page.getByRole('link', { name: 'Begin' }).click();

    await page.getByRole('heading', { name: 'Drop your runs here' }).waitFor();
    const zip = readFileSync(join(root, 'tests/fixtures/training/export.zip')).toString('base64');
    const dropped = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'export.zip', { type: 'application/zip' }));
      return transfer;
    }, zip);
    await page.getByRole('group', { name: 'Drop files, a folder or a zip here' }).dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('status').getByText(/\d+ runs? (is|are) in\./).waitFor();
    const { runs } = await visit.ask<{ runs: number }>('GET', '/api/about');
    assert.ok(runs > 0, 'no run of the zip came in');
    assert.match(await page.getByRole('status').getByText(/are in|is in/).innerText(), new RegExp(`^${String(runs)} `));
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('heading', { name: 'Your race' }).waitFor();
    await page.locator('input[type=date]').fill(dayFromNow(24));
    await page.getByRole('radio', { name: 'Marathon' }).check();
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('heading', { name: 'Where do you feel it?' }).waitFor();
    await page.getByRole('checkbox', { name: /front of the hip.*right/i }).click();
    await page.getByRole('heading', { name: 'And how is it?' }).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();

    const asked = await answerAll(visit);
    assert.ok(asked.length > 5, `only ${String(asked.length)} questions came`);

    await page.getByRole('heading', { name: 'What you have and like' }).waitFor();
    await page.getByRole('button', { name: 'Show me today' }).click();
    await page.locator('#decision').waitFor();
    const today = await visit.ask<{ page: { headline: string; numbers: unknown[] }; decision: { kind: string } }>('GET', '/api/today');
    assert.notEqual(today.decision.kind, 'unanswered');
    assert.equal(await page.locator('dl.numbers div').count(), today.page.numbers.length);
  });
});

test('by keys alone, without files: skip, race, ache, questions, today', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await visit.press(page.getByRole('link', { name: 'Begin' }));
    await page.getByRole('heading', { name: 'Two minutes to a first answer' }).waitFor();
    await visit.press(page.getByRole('link', { name: 'Begin' }));
    await page.getByRole('heading', { name: 'Drop your runs here' }).waitFor();
    await visit.press(button('Skip'));

    await page.getByRole('heading', { name: 'Your race' }).waitFor();
    // The order of day and month is the browser's own: on such a day it does not matter.
    const race = Array.from({ length: 60 }, (_, days) => dayFromNow(14 + days)).find((day) => day.slice(5, 7) === day.slice(8)) ?? '';
    await visit.tabTo(page.locator('input[type=date]'));
    await page.keyboard.type(`${race.slice(8)}${race.slice(5, 7)}${race.slice(0, 4)}`);
    await visit.choose(page.getByRole('radio', { name: 'Half' }));
    await visit.press(button('Next'));

    await page.getByRole('heading', { name: 'Where do you feel it?' }).waitFor();
    await visit.press(page.getByRole('checkbox', { name: /groin.*left/i }), ' ');
    assert.equal(await page.getByRole('checkbox', { name: /groin.*left/i }).getAttribute('aria-checked'), 'true');
    await visit.press(button('Next'));

    await answerAll(visit, {}, byKeys(visit));
    await page.getByRole('heading', { name: 'What you have and like' }).waitFor();
    await visit.press(button('Show me today'));
    await page.locator('#decision').waitFor();
    const known = await visit.ask<{ fields: { id: string; known: string | null }[] }>('GET', '/api/setup');
    const told = Object.fromEntries(known.fields.map((field) => [field.id, field.known]));
    assert.equal(told['race-day'], race);
    assert.equal(told['race-km'], '21.0975');
    assert.equal(told['ache-side'], 'left');
  });
});
