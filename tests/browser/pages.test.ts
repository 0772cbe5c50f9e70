// Every page, in every state that matters, light and dark, on a phone, a tablet and a desktop: readable by everybody, nothing beside
// the screen, each control with a name and a place to see the focus.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { openBrowser, sizes, visiting, type Story, type Visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

/** What axe finds serious or critical on the page as it stands. */
async function serious(visit: Visit): Promise<string[]> {
  if (!(await visit.page.evaluate(() => 'axe' in window))) await visit.page.evaluate(axe);
  const found = await visit.page.evaluate(async () => {
    // What has just changed its colours is still on the way there.
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
    const { violations } = await (window as unknown as { axe: { run: (where: Document, options: object) => Promise<AxeResults> } }).axe.run(document, { resultTypes: ['violations'] });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`);
  });
  return found;
}

/** What reaches beyond the right edge of the screen. */
const tooWide = (visit: Visit): Promise<string[]> =>
  visit.page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 4).map((one) => `${one.tagName} ${one.className.toString()} ${one.textContent.trim().slice(0, 40)}`);
  });

/** One heading of the first level, one main part, a name for everything that can be pressed. */
async function roles(visit: Visit): Promise<void> {
  const { page } = visit;
  assert.equal(await page.getByRole('main').count(), 1);
  assert.equal(await page.getByRole('banner').count(), 1);
  assert.equal(await page.locator('h1:visible').count(), 1, 'a page has one first heading');
  assert.match(await page.title(), / · Hipline$/);
  const nameless = await page.evaluate(() => [...document.querySelectorAll('button, a[href], summary')].filter((one) => one.checkVisibility() && !(one.getAttribute('aria-label') ?? one.textContent).trim() && !one.querySelector('[aria-label], title')).map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual(nameless, []);
}

const open: Record<Story, readonly string[]> = {
  settling: ['today', 'today/check-in/again', 'circuit', 'plan', 'plan/race', 'trends', 'library', 'library/mix', 'library/own', 'why', 'note', 'settings', 'start', 'start/race', 'start/ache', 'start/home', 'start/you'],
  growing: ['today', 'circuit', 'plan', 'plan/race', 'library', 'today/advice'],
  night: ['today'],
};

for (const story of Object.keys(open) as Story[]) {
  test(`pages of the made-up runner “${story}”: axe finds nothing serious, nothing is wider than the screen, everything has a name`, async () => {
    await visiting(browser, {}, async (visit) => {
      const { page } = visit;
      const faults: string[] = [];
      await visit.lookAround(story);
      for (const place of open[story]) {
        await visit.open(place);
        await visit.whole();
        await roles(visit);
        for (const [name, size] of Object.entries(sizes)) {
          await page.setViewportSize(size);
          for (const beyond of await tooWide(visit)) faults.push(`${place} at ${name}: beyond the edge: ${beyond}`);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            for (const found of await serious(visit)) faults.push(`${place} at ${name}, ${colorScheme}: ${found}`);
          }
        }
      }
      assert.deepEqual(faults, []);
    });
  });
}

test('on a phone of 360 x 640 the decision, its numbers and the one button stand above the fold', async () => {
  await visiting(browser, {}, async (visit) => {
    for (const story of ['settling', 'growing', 'night'] as const) {
      await visit.lookAround(story);
      await visit.open('today');
      const tabs = await visit.page.getByRole('navigation', { name: 'Main' }).boundingBox();
      assert.ok(tabs);
      for (const what of ['#decision', 'dl.numbers', '.level .btn']) {
        const all = visit.page.locator(`main ${what}`);
        if ((await all.count()) === 0) {
          assert.ok(what === 'dl.numbers' && story !== 'settling', `${story}: ${what} is missing`);
          continue;
        }
        const box = await all.first().boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= tabs.y, `${story}: ${what} ends at ${String(box && box.y + box.height)}, the tabs begin at ${String(tabs.y)}`);
      }
    }
  });
});

test('by keys, every page is gone through from its first control to its last, and the focus is seen on each', async () => {
  await visiting(browser, { reducedMotion: 'reduce' }, async (visit) => {
    const { page } = visit;
    await visit.lookAround('settling');
    for (const place of ['today', 'circuit', 'plan', 'trends', 'library', 'why', 'note', 'settings', 'start']) {
      await visit.open(place);
      await visit.whole();
      // A page that is loaded anew begins at its top; one that was gone to begins at its heading.
      await visit.reload();
      await page.keyboard.press('Tab');
      assert.match(await visit.focused(), /Skip to content/, place);
      const stops = new Set<string>();
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const on = document.activeElement;
          if (!on || on === document.body) return undefined;
          const marks = [on, on.closest('label, .btn'), on.querySelector('ellipse')].flatMap((one) => (one ? [getComputedStyle(one)] : []));
          marks.push(getComputedStyle(on, '::after')); // a card that is a link as a whole carries its ring there
          const seen = marks.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.strokeWidth === '5px');
          const box = on.getBoundingClientRect();
          return { name: on.outerHTML.slice(0, 140), seen: seen || on.matches('.vh'), inView: box.bottom > 0 && box.top < innerHeight };
        });
        if (!at) break;
        assert.ok(at.seen, `${place}: the focus is not seen on ${at.name}`);
        assert.ok(at.inView, `${place}: the focus is out of sight on ${at.name}`);
        stops.add(at.name);
      }
      assert.ok(stops.size > 3, place);
    }
  });
});
