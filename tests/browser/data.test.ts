// Everything is exported, deleted and brought back, and the same questions get the same answers.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from './hipline.ts';
import { beToldOf } from './runner.ts';
import { openBrowser, visiting, type Visit } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

const asked = ['/api/today', '/api/plan', '/api/circuit', '/api/circuit/log', '/api/setup', '/api/check-ins', '/api/trends', '/api/note?private=yes', '/api/race'] as const;
async function answersOf(visit: Visit): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const path of asked) answers[path] = await visit.ask('GET', path);
  return answers;
}

test('exported, deleted and brought back, every answer is the same, and in between nothing is left', async () => {
  await visiting(browser, { acceptDownloads: true }, async (visit) => {
    const { page, hipline } = visit;
    await visit.open('start/runs');
    await page.locator('input[type=file]').setInputFiles(join(root, 'tests/fixtures/training/export.zip'));
    await page.getByRole('status').getByText(/runs? (is|are) in\./).waitFor();
    await beToldOf(visit);
    const before = await answersOf(visit);

    await visit.open('settings');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export everything' }).click()]);
    const file = join(hipline.folder, 'everything.json');
    await download.saveAs(file);
    assert.match(download.suggestedFilename(), /\.json$/);
    JSON.parse(readFileSync(file, 'utf8'));

    const remove = page.getByRole('button', { name: 'Delete everything for good' });
    assert.ok(await remove.isDisabled(), 'deleting waits for the words');
    await visit.tabTo(page.getByLabel('Type “delete everything” to go on'));
    await page.keyboard.type('delete everything');
    await visit.press(remove);
    await page.getByRole('heading', { name: 'Everything is deleted' }).waitFor();
    await page.getByText('In this browser: nothing is left.').waitFor();
    await page.getByText('On phones: none is paired any more.').waitFor();
    const gone = await visit.ask<{ set_up: boolean; runs: number; check_ins: number }>('GET', '/api/about');
    assert.deepEqual([gone.set_up, gone.runs, gone.check_ins], [false, 0, 0]);
    const originals = `${hipline.database}.originals`;
    assert.ok(!existsSync(originals) || readdirSync(originals, { recursive: true, withFileTypes: true }).every((one) => one.isDirectory()), 'originals are left');
    for (const name of readdirSync(dirname(hipline.database))) {
      const bytes = join(dirname(hipline.database), name);
      if (name.startsWith('hipline.db') && !name.endsWith('.originals')) assert.ok(!readFileSync(bytes).includes('front_of_hip'), `${name} still holds what was told`);
    }
    const left = await page.evaluate(async () => {
      const kept: string[] = Object.keys(localStorage);
      for (const { name } of await indexedDB.databases()) {
        if (name === undefined) continue;
        const open = await new Promise<IDBDatabase>((told, failed) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => told(request.result);
          request.onerror = () => failed(new Error(name));
        });
        for (const store of open.objectStoreNames) {
          const count = await new Promise<number>((told) => {
            const request = open.transaction(store).objectStore(store).count();
            request.onsuccess = () => told(request.result);
          });
          if (count > 0) kept.push(`${name}/${store}: ${String(count)}`);
        }
        open.close();
      }
      return kept;
    });
    // The empty day that is asked for afterwards may be kept again; nothing that was told is.
    assert.deepEqual(left.filter((one) => one !== 'hipline-answers/answers: 1'), []);

    await visit.reload();
    await page.getByLabel('The exported file').setInputFiles(file);
    await visit.press(page.getByRole('button', { name: 'Bring it back' }));
    await page.getByRole('status').getByText('It is back.').waitFor();
    assert.deepEqual(await answersOf(visit), before);
    await visit.press(page.getByRole('link', { name: 'See today' }));
    await page.locator('#decision').waitFor();
  });
});

test('a file that is no export brings nothing back and says so', async () => {
  await visiting(browser, {}, async (visit) => {
    const { page } = visit;
    await visit.open('settings');
    await page.getByLabel('The exported file').setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{"hello": "world"}') });
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal((await visit.ask<{ set_up: boolean }>('GET', '/api/about')).set_up, false);
    visit.complaints.length = 0; // the browser notes the refused request itself
  });
});
