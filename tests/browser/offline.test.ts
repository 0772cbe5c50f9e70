// Without the program in reach: the pages open, a check-in and a circuit are kept, and go in once when it is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { logOf, playOn, start } from './mat.ts';
import { answerAll } from './questions.ts';
import { dayFromNow } from './hipline.ts';
import { beToldOf } from './runner.ts';
import { openBrowser, visiting, type Visit } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** Until the shell of the app and the answers that pages need without a network are kept in this browser. */
async function kept(visit: Visit, wanted = ['today', 'circuit', 'library']): Promise<void> {
  await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await visit.reload();
  await visit.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await visit.page.evaluate(async (wanted) => {
    const names = (): Promise<IDBValidKey[]> =>
      new Promise((told) => {
        const request = indexedDB.open('hipline-answers');
        request.onsuccess = () => {
          const keys = request.result.transaction('answers').objectStore('answers').getAllKeys();
          keys.onsuccess = () => {
            request.result.close();
            told(keys.result);
          };
        };
      });
    for (;;) {
      // Who opens a database that is not there yet makes an empty one.
      const there = (await indexedDB.databases()).some(({ name }) => name === 'hipline-answers');
      const kept = there ? await names() : [];
      if (wanted.every((name) => kept.includes(name))) return;
      await new Promise((again) => setTimeout(again, 50));
    }
  }, wanted);
}

/** The program is switched off, or on again. */
async function outOfReach(visit: Visit, out: boolean, day?: string): Promise<void> {
  if (out) {
    visit.offline = true;
    await visit.hipline.stop();
  } else {
    await visit.hipline.start(day);
    visit.offline = false;
  }
}

test('Today, Circuit and Library open without the program, with what is old about them said', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await visit.lookAround('settling');
    await kept(visit);
    const headline = await page.locator('#decision').innerText();
    await outOfReach(visit, true);
    await visit.reload();
    assert.equal(await page.locator('#decision').innerText(), headline);
    await page.getByText('No connection to Hipline').waitFor();
    await page.getByText(/^This is the answer from/).waitFor();
    await visit.open('circuit');
    await page.getByRole('button', { name: 'Start the circuit' }).waitFor();
    await visit.open('library');
    assert.ok((await page.locator('main').innerText()).length > 500, 'the library is empty without a network');
  });
});

test('a circuit done without the program is kept, and goes into the log once when it is back', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await page.clock.install();
    await beToldOf(visit);
    await page.clock.resume();
    await kept(visit);
    await outOfReach(visit, true);
    await visit.open('circuit');
    await visit.reload();
    await page.clock.pauseAt(Date.now() + 5000);
    await start(visit);
    await playOn(visit, 1);
    await page.getByRole('heading', { name: 'Done', exact: true }).waitFor();
    await page.getByRole('button', { name: '3', exact: true }).click();
    await page.getByText('It goes into the log when Hipline answers again.').waitFor();
    await page.clock.resume();
    await outOfReach(visit, false);
    await visit.reload();
    await page.waitForFunction(async () => ((await (await fetch('/api/circuit/log')).json()) as { entries: unknown[] }).entries.length > 0);
    const log = await logOf(visit);
    await visit.reload();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await visit.open('circuit');
    assert.deepEqual(await logOf(visit), log, 'it went in twice');
    assert.equal(new Set(log.map((entry) => entry.exercise)).size, log.length);
    assert.ok(log.every((entry) => entry.effort === 3 && entry.pain === 1));
  });
});

for (const sign of [false, true]) {
  test(`a check-in without a network ${sign ? 'that may be a warning sign closes everything until' : 'waits, and'} it is decided when Hipline is back`, async () => {
    await visiting(browser, {}, async (visit) => {
      const { page } = visit;
      // The runner told everything once; what a day asks is due again.
      await beToldOf(visit);
      await outOfReach(visit, true);
      await outOfReach(visit, false, dayFromNow(1));
      await visit.reload();
      await kept(visit, ['today', 'circuit', 'library', 'check-in-questions']);
      const before = (await visit.ask<{ check_ins: number }>('GET', '/api/about')).check_ins;
      visit.offline = true;
      await visit.context.setOffline(true);
      await visit.open('today/check-in');
      await answerAll(visit, sign ? { 'Anything new': 'I cannot put weight on the leg' } : {});
      await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
      if (sign) {
        await page.getByText('Please don’t run until this is decided.').waitFor();
        for (const place of ['circuit', 'plan']) {
          await visit.open(place);
          assert.equal(await page.getByRole('button', { name: /Start the circuit|^Move/ }).count(), 0, place);
        }
      }
      await visit.context.setOffline(false);
      visit.offline = false;
      await visit.open('today');
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.getByRole('heading', { name: 'Saved on this device' }).waitFor({ state: 'detached' });
      await page.locator('#decision').waitFor();
      if (sign) await page.getByRole('heading', { name: 'What to do' }).waitFor();
      await visit.reload();
      const after = (await visit.ask<{ check_ins: number }>('GET', '/api/about')).check_ins;
      assert.equal(after, before + 1, 'it was kept more or less than once');
    });
  });
}
