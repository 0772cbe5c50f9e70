// Takes the pictures in docs/screens: every page of the app as a made-up runner sees it, on a phone and on a desktop, light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tests/browser/hipline.ts';
import { openBrowser, sizes, Visit, type Story } from '../tests/browser/visit.ts';

const folder = join(root, 'docs/screens');
const shown: { name: string; place: string; story?: Story }[] = [
  { name: 'start', place: 'start' },
  { name: 'today-empty', place: 'today' },
  { name: 'today', place: 'today', story: 'settling' },
  { name: 'check-in', place: 'today/check-in/again', story: 'settling' },
  { name: 'circuit', place: 'circuit', story: 'settling' },
  { name: 'plan', place: 'plan', story: 'settling' },
  { name: 'race', place: 'plan/race', story: 'settling' },
  { name: 'trends', place: 'trends', story: 'settling' },
  { name: 'library', place: 'library', story: 'settling' },
  { name: 'why', place: 'why', story: 'settling' },
  { name: 'note', place: 'note', story: 'settling' },
  { name: 'settings', place: 'settings', story: 'settling' },
  { name: 'today-night-pain', place: 'today', story: 'night' },
  { name: 'plan-closed', place: 'plan', story: 'night' },
];

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const visit = await Visit.begin(browser, { reducedMotion: 'reduce' });
try {
  let story: Story | undefined;
  for (const screen of shown) {
    if (screen.story && screen.story !== story) await visit.lookAround(screen.story);
    story = screen.story;
    await visit.open(screen.place);
    await visit.whole();
    for (const width of ['phone', 'desktop'] as const) {
      await visit.page.setViewportSize(sizes[width]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await visit.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
        await visit.page.screenshot({ path: join(folder, `${screen.name}-${width}-${colorScheme}.jpg`), type: 'jpeg', quality: 62 });
      }
    }
  }
} finally {
  await visit.end();
  await browser.close();
}
