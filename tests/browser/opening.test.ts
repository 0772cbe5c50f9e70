// The page on the disk by which the program opens a browser lets it in: the key in it is never an argument that others can see.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { Hipline } from './hipline.ts';
import { openBrowser } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('the page on the disk leads in, once, and the pages then answer', async () => {
  const hipline = new Hipline();
  try {
    await hipline.start(undefined, { opens: true });
    const page = await browser.newPage();
    await page.goto(pathToFileURL(`${hipline.database}.open.html`).href);
    await page.locator('main h1').waitFor();
    assert.equal(page.url().split('#')[0], hipline.address, 'the key stays in the address');
    assert.equal(await page.evaluate(async () => (await fetch('/api/about')).status), 200);
    const other = await (await browser.newContext()).newPage();
    await other.goto(pathToFileURL(`${hipline.database}.open.html`).href);
    await other.getByText('This address was used already').waitFor();
  } finally {
    await hipline.remove();
  }
});
