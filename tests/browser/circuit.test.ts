// A whole circuit by keys with a clock of the test's own: holds, pain, a reload in the middle of a hold, and the log afterwards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { logOf, playOn, start, toHold } from './mat.ts';
import { beToldOf } from './runner.ts';
import { openBrowser, visiting } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('a circuit from the first tap to the log: reloaded in the middle of a hold, it goes on where it was, and is logged once', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await page.clock.install();
    await beToldOf(visit);
    await visit.open('circuit');
    const circuit = await visit.ask<{ script: { exercises: { id: string }[]; rounds: number } }>('GET', '/api/circuit');
    await start(visit);

    const held = await toHold(visit, 12);
    await visit.page.reload();
    await visit.settled();
    await visit.press(page.getByRole('button', { name: 'Go on where you were' }));
    const mat = page.getByRole('dialog', { name: 'Guided circuit' });
    await mat.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.keyboard.press(' ');
    await mat.getByRole('heading', { name: 'Paused' }).waitFor({ state: 'detached' });
    await page.clock.runFor(2000);
    const seconds = Number(((await mat.locator('.big').innerText()).split(':').at(-1) ?? '').trim());
    assert.ok(seconds >= held && seconds <= held + 5, `the hold stood at ${String(held)} s before the reload, and at ${String(seconds)} s two seconds after going on`);

    const seen = await playOn(visit, 2);
    assert.ok(seen.pain > 0, 'pain was never asked for');
    await page.getByRole('heading', { name: 'Done', exact: true }).waitFor();
    await visit.press(page.getByRole('button', { name: '4', exact: true }));
    await page.getByRole('status').getByRole('heading').waitFor();

    const log = await logOf(visit);
    assert.deepEqual([...new Set(log.map((entry) => entry.exercise))].sort(), circuit.script.exercises.map((one) => one.id).sort());
    assert.equal(log.length, circuit.script.exercises.length, 'each exercise stands in the log once');
    for (const entry of log) assert.deepEqual([entry.effort, entry.pain, entry.counts], [4, 2, true], entry.exercise);
    const holds = log.filter((entry) => entry.hold_left_s !== null || entry.hold_right_s !== null);
    assert.ok(holds.length > 0 && holds.every((entry) => (entry.hold_left_s ?? 99) >= 5), 'the holds are in the log');

    // Nothing goes in a second time, however often the page opens.
    await visit.reload();
    await visit.reload();
    assert.equal((await logOf(visit)).length, log.length);
    const { circuits } = await visit.ask<{ circuits: number }>('GET', '/api/about');
    assert.equal(circuits, 1);
  });
});

test('too much pain ends that exercise for today, and pausing or looking away loses no time', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await page.clock.install();
    await beToldOf(visit);
    await visit.open('circuit');
    await start(visit);
    await toHold(visit, 6);
    const mat = page.getByRole('dialog', { name: 'Guided circuit' });
    const before = await mat.locator('.big').innerText();
    await page.keyboard.press('p');
    await mat.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.clock.runFor(30_000);
    await page.keyboard.press(' ');
    await page.clock.runFor(100);
    assert.equal(await mat.locator('.big').innerText(), before, 'time ran while it was paused');
    await page.keyboard.press('p');
    await visit.press(mat.getByRole('button', { name: 'Leave', exact: true }));
    await page.getByRole('heading', { name: 'Stopped here' }).waitFor();
    await visit.press(page.getByRole('button', { name: 'Log it without' }));
    await page.getByRole('status').getByRole('heading').waitFor();
    assert.ok((await logOf(visit)).length > 0, 'what was done before leaving is in the log');
  });
});

test('two quick taps on Start begin one circuit with one voice', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    // Every player has one clock for its beeps; nothing else of it can be counted from outside.
    await page.addInitScript(() => {
      const Real = window.AudioContext;
      Object.assign(window, { players: 0 });
      window.AudioContext = class extends Real {
        constructor() {
          super();
          (window as unknown as { players: number }).players++;
        }
      };
    });
    await beToldOf(visit);
    await visit.open('circuit');
    const button = page.getByRole('button', { name: 'Start the circuit' });
    await button.waitFor();
    await button.evaluate((one: HTMLElement) => {
      one.click();
      one.click();
    });
    await page.getByRole('dialog', { name: 'Guided circuit' }).waitFor();
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => (window as unknown as { players: number }).players), 1);
  });
});
