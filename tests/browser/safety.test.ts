// A warning sign closes run, circuit and plan on every page, and nothing of the outside world is asked for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, Visit } from './visit.ts';

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

test('nothing told: the day is open, nothing is called good, and there is a way to begin', async () => {
  const visit = await Visit.begin(browser);
  try {
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await visit.page.getByText(/\d+ ?km/).count(), 0);
    assert.equal(await visit.page.getByRole('link', { name: 'Start the circuit' }).count(), 0);
    assert.deepEqual(visit.complaints, []);
    assert.deepEqual(visit.foreign, []);
  } finally {
    await visit.end();
  }
});

for (const story of ['growing', 'night'] as const) {
  test(`the made-up runner “${story}”: a clinician comes first on every page`, async () => {
    const visit = await Visit.begin(browser);
    try {
      await visit.lookAround(story);
      await visit.open('today');
      assert.equal(await visit.page.getByRole('link', { name: 'Start the circuit' }).count(), 0);
      for (const place of ['circuit', 'plan', 'trends', 'library']) {
        await visit.open(place);
        assert.equal(await visit.page.getByRole('button', { name: /^(Start|Begin)( the circuit)?$/ }).count(), 0, place);
      }
      assert.deepEqual(visit.complaints, []);
      assert.deepEqual(visit.foreign, []);
    } finally {
      await visit.end();
    }
  });
}
