// The app in the browser beside its goals: what Lighthouse says of it on its phone profile, what the first page weighs, how soon it
// can be used and how fast it answers a touch with the processor slowed four times. Prints lines `name value unit`; what cost points
// goes to standard error. Other work on the computer only ever adds time, so each time is the best of several tries.
// Usage: bench/page/main.ts PROGRAM [PART...] (tools/bench page); PART: lighthouse, usable, interactions; all of them without.
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, sizes, Visit } from '../../tests/browser/visit.ts';
import { interactions } from './interactions.ts';
import { categories, LighthouseVisit, type Scores } from './lighthouse.ts';
import { costOf, interact, reference, untilUsable } from './slow_phone.ts';

const tries = 3;
const goals = { score: 95, jsKb: 90, cssKb: 30, usableMs: 1500, interactionMs: 100 };

const [program, ...parts] = process.argv.slice(2);
if (!program) throw new Error('bench/page needs the program to measure: tools/bench page.');
process.env['HIPLINE_PROGRAM'] = resolve(program);

const print = (name: string, value: number, unit: string, digits = 0): void => console.log(`${name} ${value.toFixed(digits)} ${unit}`);
const nameOf = (place: string): string => place.replaceAll(/[^a-z]/g, '_');
async function best<T>(of: (one: T) => number, measure: () => Promise<T>): Promise<T> {
  let least = await measure();
  for (let again = 1; again < tries; again++) {
    const one = await measure();
    if (of(one) < of(least)) least = one;
  }
  return least;
}

async function scores(): Promise<void> {
  const visit = await LighthouseVisit.begin();
  const benchmarks: number[] = [];
  const look = async (name: string, place: string): Promise<void> => {
    const told: Scores = await best(({ scores }) => -scores.performance, async () => {
      const one = await visit.look(place);
      benchmarks.push(one.benchmark);
      return one;
    });
    for (const category of categories) print(`page_${name}_${nameOf(category)}`, told.scores[category], `of 100 (goal ${String(goals.score)})`);
    print(`page_${name}_blocked`, told.blockedMs, 'ms');
    print(`page_${name}_largest_paint`, told.largestPaintMs, 'ms');
    print(`page_${name}_shift`, told.shift, 'of the screen', 3);
    for (const fault of told.faults) console.error(`  ${name}: ${fault}`);
  };
  try {
    await look('first', '');
    await look('start', 'start');
    await visit.lookAround('settling');
    for (const place of ['today', 'circuit', 'plan', 'trends', 'library']) await look(place, place);
    print('page_lighthouse_benchmark_least', Math.min(...benchmarks), '(an office laptop has about 1000)');
    print('page_lighthouse_benchmark_most', Math.max(...benchmarks), '');
  } finally {
    await visit.end();
  }
}

async function usable(browser: Browser): Promise<void> {
  const { full, slowed } = await reference(browser);
  print('page_reference_work', full, 'ms', 1);
  print('page_reference_work_slowed', slowed, 'ms', 1);
  const visit = await Visit.begin(browser);
  const measure = async (name: string, place: string, button?: string): Promise<void> => {
    const { js, css, answers, processorMs } = await best((cost) => cost.processorMs, () => costOf(browser, visit, place));
    print(`page_${name}_js`, js / 1000, `kB (goal ${String(goals.jsKb)})`, 1);
    print(`page_${name}_css`, css / 1000, `kB (goal ${String(goals.cssKb)})`, 1);
    print(`page_${name}_answers`, answers / 1000, 'kB', 1);
    print(`page_${name}_processor`, processorMs, 'ms, not slowed');
    if (button === undefined) return;
    print(`page_${name}_usable`, await best((ms) => ms, () => untilUsable(browser, visit, place, button)), `ms (goal ${String(goals.usableMs)})`);
  };
  try {
    await measure('first', '', 'main a.btn');
    await measure('start', 'start', 'main a.btn');
    await visit.lookAround('settling');
    await measure('today', 'today', 'main .level a.btn');
    for (const place of ['circuit', 'plan', 'trends', 'library']) await measure(place, place);
  } finally {
    await visit.end();
  }
}

async function touches(browser: Browser): Promise<void> {
  const visit = await Visit.begin(browser, { viewport: sizes.phone, isMobile: true, hasTouch: true });
  try {
    await visit.lookAround('settling');
    for (const interaction of interactions(visit)) {
      const told = await best(({ picture }) => picture, () => interact(visit.page, interaction));
      print(`page_${interaction.name}_picture`, told.picture, `ms (goal ${String(goals.interactionMs)})`);
      print(`page_${interaction.name}_answer`, told.answer, 'ms');
    }
  } finally {
    await visit.end();
  }
}

const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
// One browser at a time: two would measure each other.
if (wanted('lighthouse')) await scores();
if (wanted('usable') || wanted('interactions')) {
  const browser = await openBrowser();
  try {
    if (wanted('usable')) await usable(browser);
    if (wanted('interactions')) await touches(browser);
  } finally {
    await browser.close();
  }
}
