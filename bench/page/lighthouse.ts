// Lighthouse on its phone profile (a mid-range phone on slow 4G, as Lighthouse simulates it), run here against our own server.
import lighthouse from 'lighthouse';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { Hipline, zone } from '../../tests/browser/hipline.ts';
import { chromiumArguments, chromiumPath, type Story } from '../../tests/browser/visit.ts';

export const categories = ['performance', 'accessibility', 'best-practices'] as const;

/** What Lighthouse says of a page: 0 to 100 each, and what cost points. */
export interface Scores {
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  readonly faults: readonly string[];
  /** How fast Lighthouse found this computer while it looked. Its own scale: an office laptop has about 1000, a desktop 2000. */
  readonly benchmark: number;
  readonly blockedMs: number;
  readonly largestPaintMs: number;
  readonly shift: number;
}

/** A browser that was let in to a program of its own, for Lighthouse to look through. */
export class LighthouseVisit {
  readonly #hipline = new Hipline();
  #browser: Browser | undefined;
  #page: Page | undefined;

  static async begin(): Promise<LighthouseVisit> {
    const visit = new LighthouseVisit();
    const address = await visit.#hipline.start();
    visit.#browser = await puppeteer.launch({ executablePath: chromiumPath(), args: [...chromiumArguments], env: { ...process.env, TZ: zone } });
    visit.#page = await visit.#browser.newPage();
    await visit.#page.goto(address); // the key in it works once; the cookie stays with this browser
    return visit;
  }

  get #here(): Page {
    if (!this.#page) throw new Error('The visit has not begun.');
    return this.#page;
  }

  /** Becomes the made-up runner of a story. */
  async lookAround(story: Story): Promise<void> {
    const status = await this.#here.evaluate(async (which) => (await fetch('/api/demo', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ story: which }) })).status, story);
    if (status !== 200) throw new Error(`The made-up runner did not come: ${String(status)}.`);
  }

  /** Looks at a page as somebody opens it for the first time; only the cookie that lets them in is there. */
  async look(place: string): Promise<Scores> {
    const seen = (): ReturnType<typeof lighthouse> =>
      lighthouse(
        `${this.#hipline.address}${place === '' ? '' : `#/${place}`}`,
        { output: 'json', logLevel: 'error', onlyCategories: [...categories], clearStorageTypes: ['file_systems', 'shader_cache', 'service_workers', 'cache_storage', 'indexeddb', 'local_storage'] },
        undefined,
        this.#here,
      );
    let result = await seen();
    // Chromium now and then records a visit without its beginning; that says nothing about the page.
    for (let again = 0; again < 2 && result?.lhr.runtimeError?.code === 'NO_NAVSTART'; again++) result = await seen();
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${place}: ${result?.lhr.runtimeError?.message ?? 'no answer'}`);
    const { lhr } = result;
    const asked = (lhr.audits['network-requests']?.details as { items?: { url: string }[] } | undefined)?.items ?? [];
    const foreign = asked.map(({ url }) => url).filter((url) => /^https?:/.test(url) && !url.startsWith(this.#hipline.address));
    if (foreign.length > 0) throw new Error(`Another host was asked: ${foreign.join(', ')}`);
    const faults = categories.flatMap((name) =>
      (lhr.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const audit = lhr.audits[id];
        const lost = audit?.score !== null && audit?.score !== undefined && audit.score < 0.9 && weight > 0;
        return lost ? [`${name}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`] : [];
      }),
    );
    return {
      scores: Object.fromEntries(categories.map((name) => [name, Math.round(100 * (lhr.categories[name]?.score ?? 0))])) as Scores['scores'],
      faults,
      benchmark: lhr.environment.benchmarkIndex,
      blockedMs: lhr.audits['total-blocking-time']?.numericValue ?? NaN,
      largestPaintMs: lhr.audits['largest-contentful-paint']?.numericValue ?? NaN,
      shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? NaN,
    };
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#hipline.remove();
  }
}
