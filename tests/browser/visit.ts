// A runner's browser: Debian's Chromium, with nothing of the outside world.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { Hipline, zone } from './hipline.ts';

export const sizes = {
  phone: { width: 360, height: 640 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 800 },
} as const;
export type Story = 'settling' | 'growing' | 'night';

/** A state is waited for, never a time; a state that does not come within this is a fault, also on a computer that is busy. */
const patienceMs = 60_000;

/** Debian's Chromium, or the one that HIPLINE_CHROMIUM names. */
export function chromiumPath(): string {
  const path = process.env['HIPLINE_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(path)) throw new Error(`There is no Chromium at ${path}: install Debian's package chromium.`);
  return path;
}

/** Without the browser's own traffic, so that every request that is seen is ours. */
export const chromiumArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'] as const;

/** Starts Debian's Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
}

/** What the browser says of a request that could not go out: the server was stopped by the test itself. */
const outOfReach = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_FAILED/;

/** Whether the page has its heading and nothing on it that is seen is still being waited for. Runs in the page. */
export const waitsForNothing = (): boolean =>
  document.querySelector('main h1') !== null && [...document.querySelectorAll('main [aria-busy="true"]')].every((one) => !one.checkVisibility());

/** One runner: a program on a bare database, a browser that was let in, and what went wrong in it. */
export class Visit {
  readonly hipline = new Hipline();
  /** What the pages complained of: errors of scripts and of the console, answers of 4xx and 5xx. */
  readonly complaints: string[] = [];
  /** Requests to anybody but the program. */
  readonly foreign: string[] = [];
  /** Whether the test keeps the program out of reach, so that requests may fail. */
  offline = false;
  #context: BrowserContext | undefined;
  #page: Page | undefined;

  static async begin(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = new Visit();
    const address = await visit.hipline.start();
    const context = await browser.newContext({ viewport: sizes.phone, locale: 'en-GB', timezoneId: zone, ...options });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    visit.#context = context;
    visit.#page = page;
    page.on('pageerror', (error) => visit.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (visit.offline && outOfReach.test(message.text())) return;
      visit.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1') visit.foreign.push(request.url());
    });
    await page.goto(address);
    await visit.settled();
    return visit;
  }

  get page(): Page {
    if (!this.#page) throw new Error('The visit has not begun.');
    return this.#page;
  }
  get context(): BrowserContext {
    if (!this.#context) throw new Error('The visit has not begun.');
    return this.#context;
  }

  /** Opens a page of the app by its address after the #. */
  async open(place: string): Promise<void> {
    await this.page.goto(`${this.hipline.address}#/${place}`);
    await this.settled();
  }

  /** Until the page shows its heading and waits for nothing. */
  async settled(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    await this.page.waitForFunction(waitsForNothing);
  }

  /** Until also what stands below the first screen is made. */
  async whole(): Promise<void> {
    await this.page.waitForFunction(() => document.documentElement.dataset['making'] === undefined);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.settled();
  }

  /** Becomes the made-up runner of a story. */
  async lookAround(story: Story): Promise<void> {
    await this.ask('POST', '/api/demo', { story });
    await this.reload();
  }

  /** Asks the program as the page does. */
  async ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.page.evaluate(
      async ([how, where, what]) => {
        const reply = await fetch(where as string, { method: how as string, headers: { 'Content-Type': 'application/json' }, ...(what === undefined ? {} : { body: JSON.stringify(what) }) });
        return { status: reply.status, text: await reply.text() };
      },
      [method, path, body] as const,
    );
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  /** Where the focus is, as a screen reader would name it. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const on = document.activeElement;
      return on ? `${on.tagName.toLowerCase()} ${on.getAttribute('aria-label') ?? on.textContent.trim().slice(0, 60)}` : 'nothing';
    });
  }

  /** Goes to an element with the tab key alone. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    const passed: string[] = [];
    for (let presses = 0; presses < 150; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      passed.push(await this.focused());
    }
    throw new Error(`The tab key never came to ${String(target)}. It came to: ${[...new Set(passed)].join(' | ')}`);
  }

  /** Chooses one of a group of radio buttons as keys do it: tab to the group, arrows within it. */
  async choose(target: Locator): Promise<void> {
    await target.waitFor();
    const group = this.page.locator(`input[type=radio][name="${String(await target.getAttribute('name'))}"]`);
    for (let presses = 0; presses < 150; presses++) {
      if (await group.evaluateAll((all) => all.some((one) => one === document.activeElement))) break;
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press(' ');
    for (let presses = 0; presses < (await group.count()) && !(await target.isChecked()); presses++) await this.page.keyboard.press('ArrowDown');
    assert.ok(await target.isChecked(), `the arrows never came to ${String(target)}`);
  }

  /** Goes to an element with the tab key and presses it with `key`. */
  async press(target: Locator, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  async end(): Promise<void> {
    await this.#context?.close();
    await this.hipline.remove();
  }
}

/** A visit from a bare database to its end, in which nothing may go wrong on the page and nobody else may be asked anything. */
export async function visiting(browser: Browser, options: BrowserContextOptions, does: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await Visit.begin(browser, options);
  try {
    await does(visit);
    assert.deepEqual(visit.complaints, [], 'the page complained');
    assert.deepEqual(visit.foreign, [], 'another host was asked');
  } catch (failure) {
    const shown = await visit.page.locator('body').innerText({ timeout: 5000 }).catch(() => 'nothing');
    console.error(`${visit.page.url()} showed:\n${shown}\nfocus: ${await visit.focused().catch(() => '')}\ncomplaints: ${visit.complaints.join('; ')}`);
    throw failure;
  } finally {
    await visit.end();
  }
}
