// A runner's browser: Debian's Chromium, with nothing of the outside world.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { Hipline } from './hipline.ts';

export const sizes = {
  phone: { width: 360, height: 640 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 800 },
} as const;

/** Starts Debian's Chromium without its own traffic, so that every request that is seen is ours. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['HIPLINE_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}: install Debian's package chromium.`);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
  });
}

/** One runner: a program on a bare database, a browser that was let in, and what went wrong in it. */
export class Visit {
  readonly hipline = new Hipline();
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];
  #context: BrowserContext | undefined;
  #page: Page | undefined;

  private constructor(private readonly browser: Browser) {}

  static async begin(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = new Visit(browser);
    const address = await visit.hipline.start();
    visit.#context = await browser.newContext({ viewport: sizes.phone, locale: 'en-GB', timezoneId: 'Europe/London', ...options });
    visit.#page = await visit.#context.newPage();
    visit.#page.on('pageerror', (error) => visit.complaints.push(`error: ${error.message}`));
    visit.#page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4|5)\d\d|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(message.text())) visit.complaints.push(`console: ${message.text()}`);
    });
    visit.#context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1') visit.foreign.push(request.url());
    });
    await visit.page.goto(address);
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
    await this.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  /** Becomes the made-up runner of a story, or stops being one. */
  async lookAround(story: 'settling' | 'growing' | 'night'): Promise<void> {
    const done = await this.page.evaluate(async (name) => {
      const answer = await fetch('/api/demo', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ story: name }) });
      return answer.status;
    }, story);
    if (done !== 200) throw new Error(`/api/demo answered ${done}`);
    await this.page.reload();
    await this.settled();
  }

  /** Asks the program as the page does. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
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

  async end(): Promise<void> {
    await this.#context?.close();
    await this.hipline.remove();
  }
}
