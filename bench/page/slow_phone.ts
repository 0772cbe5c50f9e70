// What a runner waits for, with the processor slowed to a quarter: until a page can be used, and until a touch is answered.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { zone } from '../../tests/browser/hipline.ts';
import { sizes, type Visit } from '../../tests/browser/visit.ts';

export const slowedBy = 4;

declare global {
  interface Window {
    /** When the page answered the press of its main button, in milliseconds after it was asked for. */
    answered?: number;
    mainButtonStands(x: number, y: number): Promise<void>;
    /** The longest that an interaction took to the next picture, as the browser itself measures it (Event Timing). */
    longest: number;
    /** From the press until its answer stood on the page; nothing while it does not. */
    stood?: number;
  }
}

async function slow(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
}

/** A phone that was let in and has nothing else of the app yet. */
async function fresh(browser: Browser, visit: Visit): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: sizes.phone, isMobile: true, hasTouch: true, locale: 'en-GB', timezoneId: zone });
  context.setDefaultTimeout(60_000);
  await context.addCookies(await visit.context.cookies());
  return context;
}

/** How long a page takes until it can be used: its main button is seen, is pressed at once by a real click, and has answered by
 * going where it leads. In milliseconds from asking for the page, nothing of the app being on the phone yet. */
export async function untilUsable(browser: Browser, visit: Visit, place: string, button: string): Promise<number> {
  const context = await fresh(browser, visit);
  try {
    const page = await context.newPage();
    await slow(page);
    await page.exposeFunction('mainButtonStands', (x: number, y: number) => page.mouse.click(x, y));
    await page.addInitScript((selector) => {
      const look = new MutationObserver(() => {
        const found = document.querySelector(selector);
        if (!found?.checkVisibility()) return;
        look.disconnect();
        // After the picture that shows it.
        requestAnimationFrame(() =>
          setTimeout(() => {
            const { x, y, width, height } = found.getBoundingClientRect();
            void window.mainButtonStands(x + width / 2, y + height / 2);
          }),
        );
      });
      look.observe(document, { childList: true, subtree: true });
      addEventListener('hashchange', () => (window.answered ??= performance.now()));
    }, button);
    await page.goto(`${visit.hipline.address}${place === '' ? '' : `#/${place}`}`);
    return await (await page.waitForFunction(() => window.answered)).jsonValue() ?? 0;
  } finally {
    await context.close();
  }
}

/** What a page costs until its heading stands: bytes over the line, heads included, and the main thread's own processor time, not
 * slowed, in which other work on the computer does not count. */
export interface Cost {
  readonly js: number;
  readonly css: number;
  readonly answers: number;
  readonly processorMs: number;
}
export async function costOf(browser: Browser, visit: Visit, place: string): Promise<Cost> {
  const context = await fresh(browser, visit);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const kinds = new Map<string, string>();
    const sum = { Script: 0, Stylesheet: 0, Fetch: 0 };
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? '';
      if (kind in sum) sum[kind as keyof typeof sum] += encodedDataLength;
    });
    const processorMs = await processorTime(page, async () => {
      await page.goto(`${visit.hipline.address}${place === '' ? '' : `#/${place}`}`);
      await page.locator('main h1').first().waitFor();
    });
    return { js: sum.Script, css: sum.Stylesheet, answers: sum.Fetch, processorMs };
  } finally {
    await context.close();
  }
}

/** The processor time that the page's main thread spends while something is done, in milliseconds. */
async function processorTime(page: Page, does: () => Promise<unknown>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => 1000 * ((await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  const before = await spent();
  await does();
  const after = await spent();
  await devtools.detach();
  return after - before;
}

/** One interaction of the runner: what is prepared, what is pressed, and how the page has answered once it has. */
export interface Interaction {
  readonly name: string;
  prepare(page: Page): Promise<void>;
  /** The element to be pressed. */
  readonly press: string;
  /** Whether the answer stands, given what the page showed before the press. Runs in the page. */
  readonly stands: (before: string | undefined) => boolean;
  /** What the page shows before. Runs in the page. */
  readonly before?: () => string | undefined;
}

/** How long an interaction took to the next picture, and until its answer stood, in milliseconds. */
export async function interact(page: Page, { prepare, press, stands, before }: Interaction): Promise<{ picture: number; answer: number }> {
  await prepare(page);
  const target = page.locator(press).first();
  await target.scrollIntoViewIfNeeded();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  try {
    const shown = before ? await page.evaluate(before) : undefined;
    await page.evaluate(
      ([condition, was]) => {
        const holds = new Function(`return (${condition})`)() as (before: string | undefined) => boolean;
        window.longest = 0;
        delete window.stood;
        new PerformanceObserver((list) => {
          for (const one of list.getEntries() as PerformanceEventTiming[]) if (one.interactionId) window.longest = Math.max(window.longest, one.duration);
        }).observe({ type: 'event', durationThreshold: 16 });
        let pressed: number | undefined;
        const look = (): void => {
          if (pressed === undefined || window.stood !== undefined || !holds(was)) return;
          const began = pressed;
          requestAnimationFrame(() => setTimeout(() => (window.stood ??= performance.now() - began)));
        };
        addEventListener('pointerdown', (event) => (pressed ??= event.timeStamp), { capture: true, once: true });
        new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
      },
      [stands.toString(), shown] as const,
    );
    await target.tap();
    const answer = (await (await page.waitForFunction(() => window.stood)).jsonValue()) ?? 0;
    // The browser tells of an interaction once its picture is out.
    await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told, 100)))));
    return { picture: Math.max(16, await page.evaluate(() => window.longest)), answer };
  } finally {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await devtools.detach();
  }
}

/** What a fixed piece of work takes on this computer, as it is and slowed, in milliseconds: to judge the other figures by. */
export async function reference(browser: Browser): Promise<{ full: number; slowed: number }> {
  const page = await browser.newPage();
  const work = (): number => {
    let best = Infinity;
    for (let pass = 0; pass < 7; pass++) {
      const began = performance.now();
      let sum = 0;
      for (let i = 0; i < 20_000_000; i++) sum = (sum * 31 + i) | 0;
      if (sum === 1) throw new Error('so that the work is done');
      best = Math.min(best, performance.now() - began);
    }
    return best;
  };
  try {
    const full = await page.evaluate(work);
    await slow(page);
    return { full, slowed: await page.evaluate(work) };
  } finally {
    await page.close();
  }
}
