import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SessionClock } from './clock';
import { Guide } from './guide';
import { madeUpScript } from './made_up_script';
import { waitingForTaps, type SessionEvent } from './script';
import { sessionModule, type SessionExports } from './session';

let wasm: SessionExports;
beforeAll(async () => {
  wasm = await sessionModule(readFileSync(new URL('../../../build/wasm/bin/session.wasm', import.meta.url)));
});

/** A clock that a test turns by hand: both of the page's clocks, or only one of them. */
class Hand {
  steady = 5000;
  wall = 1_700_000_000_000;
  clock = (fromMs: number): SessionClock =>
    new SessionClock(
      fromMs,
      () => this.steady,
      () => this.wall,
    );
  pass(ms: number): void {
    this.steady += ms;
    this.wall += ms;
  }
}

/** Lets time pass as a page does: in frames. */
function run(guide: Guide, hand: Hand, ms: number): void {
  for (let passed = 0; passed < ms; passed += 50) {
    hand.pass(50);
    guide.tick();
  }
}

/** In the first hold, `ms` after it began to count. */
function inTheHold(ms: number): { guide: Guide; hand: Hand; kept: () => SessionEvent[]; script: ReturnType<typeof madeUpScript> } {
  const script = madeUpScript();
  script.steps = script.steps.filter((step) => step.exercise === 2);
  const hand = new Hand();
  let last: SessionEvent[] = [];
  const guide = new Guide(wasm, script, { clock: hand.clock, keep: (events) => (last = structuredClone([...events])) });
  guide.take('tap');
  run(guide, hand, 5000 + 2000 + ms);
  return { guide, hand, kept: () => last, script };
}

describe('a guided circuit', () => {
  it('waits for the first tap', () => {
    const hand = new Hand();
    const guide = new Guide(wasm, madeUpScript(), { clock: hand.clock });
    run(guide, hand, 3000);
    expect(guide.view.started).toBe(false);
    expect(guide.view.step).toBe(0);
  });

  it('goes on after a reload in the middle of a hold where it was, and waits', () => {
    const { kept, script } = inTheHold(9000);
    const later = new Hand();
    later.pass(600_000);
    const again = new Guide(wasm, script, { events: kept(), clock: later.clock });
    expect(again.view.running).toBe(false);
    expect(again.view.kind).toBe('hold');
    expect(again.view.numberMs).toBeGreaterThanOrEqual(8000);
    expect(again.view.numberMs).toBeLessThanOrEqual(9000);
    run(again, later, 2000);
    const waited = again.view.numberMs;
    again.take('tap');
    run(again, later, 1000);
    expect(again.view.numberMs).toBe((waited ?? 0) + 1000);
  });

  it('loses at most a second to a dead battery, though nothing was tapped for minutes', () => {
    const script = madeUpScript();
    const hand = new Hand();
    let kept: SessionEvent[] = [];
    const guide = new Guide(wasm, script, { clock: hand.clock, keep: (events) => (kept = structuredClone([...events])) });
    guide.take('tap');
    run(guide, hand, 70_000);
    const again = new Guide(wasm, script, { events: kept, clock: new Hand().clock });
    expect(again.view.step).toBe(guide.view.step);
    expect(guide.view.activeMs - again.view.activeMs).toBeLessThanOrEqual(1000);
    expect(again.session.done()).toEqual(guide.session.done());
  });

  it('keeps a short list, however long it lasts', () => {
    const { guide, hand } = inTheHold(0);
    run(guide, hand, 120_000);
    expect(guide.events.length).toBeLessThan(6);
  });

  it('does not count the time in which the phone slept, and waits after it', () => {
    const { guide, hand } = inTheHold(9000);
    hand.pass(180_000);
    guide.tick();
    expect(guide.view.numberMs).toBe(9000);
    expect(guide.view.running).toBe(false);
  });

  it('notices a sleep on phones whose steady clock sleeps too', () => {
    const { guide, hand } = inTheHold(9000);
    hand.wall += 180_000;
    guide.tick();
    expect(guide.view.numberMs).toBe(9000);
    expect(guide.view.running).toBe(false);
  });

  it('never runs backwards', () => {
    const hand = new Hand();
    const clock = hand.clock(0);
    hand.pass(1000);
    const before = clock.read().atMs;
    hand.steady -= 700;
    expect(clock.read().atMs).toBe(before);
  });

  it('keeps a question open over a sleep without a pause behind it', () => {
    const { guide, hand } = inTheHold(9000);
    guide.take('tap');
    run(guide, hand, 8000);
    guide.take('tap');
    expect(guide.view.kind).toBe('pain');
    hand.pass(60_000);
    guide.tick();
    guide.take('pain', 2);
    expect(guide.view.finished).toBe(true);
  });

  it('waits for a tap at each start where the runner wants that', () => {
    const hand = new Hand();
    const guide = new Guide(wasm, waitingForTaps(madeUpScript()), { clock: hand.clock });
    guide.take('tap');
    run(guide, hand, 60_000);
    expect(guide.view.step).toBe(0);
    guide.take('tap');
    expect(guide.view.kind).toBe('repetitions');
  });
});
