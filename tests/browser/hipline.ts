// The real program, started on a database of its own, for one test file.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

// Whatever the hour, the made-up runner's clocks show the middle of the day: mornings are told and evenings still to come.
const hoursEast = 12 - new Date().getUTCHours();
/** The zone in which it is about noon now. */
export const zone = hoursEast === 0 ? 'Etc/GMT' : `Etc/GMT${hoursEast > 0 ? '-' : '+'}${Math.abs(hoursEast)}`;

/** The day `days` from today, in that zone. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + (days * 24 + hoursEast) * 3_600_000).toISOString().slice(0, 10);
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program to try: HIPLINE_PROGRAM, else the one that the gate built. */
function program(): string {
  const given = process.env['HIPLINE_PROGRAM'];
  const path = given ?? join(root, 'build/asan/bin/hipline');
  if (!existsSync(path)) throw new Error(`There is no program at ${path}: build it, or name one in HIPLINE_PROGRAM.`);
  return path;
}

/** The pages to try: HIPLINE_PAGES, else build/web. */
function pages(): string {
  const path = process.env['HIPLINE_PAGES'] ?? join(root, 'build/web');
  if (!existsSync(join(path, 'index.html'))) throw new Error(`There are no pages in ${path}: build them with \`npm run build\` in web/.`);
  return path;
}

export class Hipline {
  readonly folder = mkdtempSync(join(tmpdir(), 'hipline-browser-'));
  readonly database = join(this.folder, 'data', 'hipline.db');
  #process: ChildProcess | undefined;
  #port = 0;

  /** Starts it, again on the same port and data after a `stop`; gives the address that lets a browser in once. `day` is
   * the day to decide for, such as 2026-11-26; today where it is left out. With `opens` it opens
   * a browser as on a desktop, with a program that does nothing. */
  async start(day?: string, { opens = false } = {}): Promise<string> {
    const opener = join(this.folder, 'bin');
    if (opens) {
      mkdirSync(opener, { recursive: true });
      writeFileSync(join(opener, 'xdg-open'), '#!/bin/sh\n', { mode: 0o700 });
    }
    const child = spawn(program(), ['serve', '--json', ...(opens ? [] : ['--no-browser']), '--port', String(this.#port), '--db', this.database, '--pages', pages(), ...(day ? ['--today', day] : [])], {
      env: { PATH: opens ? `${opener}:${process.env['PATH'] ?? ''}` : process.env['PATH'], ...(opens ? { DISPLAY: ':99' } : {}), HOME: this.folder, XDG_CACHE_HOME: this.folder, TZ: zone },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    const lines = createInterface({ input: child.stdout });
    const [first] = await Promise.race([
      new Promise<[string]>((told) => lines.once('line', (line) => told([line]))),
      new Promise<never>((_, failed) => child.once('exit', (code) => failed(new Error(`hipline serve ended at once (${code})`)))),
    ]);
    const { address } = JSON.parse(first) as { address: string };
    this.#port = Number(new URL(address).port);
    return address;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** Ends it, as Ctrl-C does. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((told) => child.once('exit', told));
    child.kill('SIGINT');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
