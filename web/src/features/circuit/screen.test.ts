import { describe, expect, it } from 'vitest';
import { madeUpScript } from '../../session/made_up_script';
import type { View } from '../../session/session';
import { barsOf, bigSign, countdown, lastHold, painRows, rampOf, stopwatch, tapMeaning, trackOf, whatWasDone } from './screen';

const script = madeUpScript(2);
const exercise = (index: number) => {
  const one = script.exercises[index];
  if (!one) throw new Error(`no exercise ${String(index)}`);
  return one;
};
const step = (index: number) => {
  const one = script.steps[index];
  if (!one) throw new Error(`no step ${String(index)}`);
  return one;
};
const view = (more: Partial<View>): View => ({
  step: 1,
  kind: 'repetitions',
  started: true,
  running: true,
  finished: false,
  phase: 0,
  phaseProgress: 0,
  inCycleMs: 0,
  repetition: 1,
  repetitions: 10,
  numberMs: null,
  countsDown: false,
  stepProgress: 0,
  lastMs: null,
  bestMs: null,
  eased: false,
  clockMs: 0,
  activeMs: 0,
  ...more,
});

describe('the screen on the mat', () => {
  it('puts every pain from 0 to 10 into one row, where the script draws the lines', () => {
    expect(painRows(script)).toEqual([
      [0, 1, 2, 3],
      [4, 5],
      [6, 7, 8, 9, 10],
    ]);
    expect(painRows({ ...script, ease_from: 3, stop_from: 5 }).flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('draws the fast way up steep and the slow way back long', () => {
    const [up, back, set] = rampOf(exercise(0));
    expect(up).toMatchObject({ low: 0, high: 1 });
    expect(back).toMatchObject({ low: 1, high: 0 });
    expect((back?.to ?? 0) - (back?.from ?? 0)).toBeGreaterThan(0.75);
    expect(set).toMatchObject({ low: 0, high: 0, to: 1 });
  });

  it('shows what is left as seconds and what is held as a stopwatch', () => {
    expect(countdown(38)).toBe('38');
    expect(countdown(75)).toBe('1:15');
    expect(stopwatch(7)).toBe('0:07');
    expect(bigSign(view({ kind: 'hold', countsDown: false }), 27, exercise(2).phases[1])).toBe('0:27');
    expect(bigSign(view({ kind: 'repetitions' }), null, exercise(0).phases[0])).toBe('↑');
  });

  it('says of a tap what the session makes of it', () => {
    expect(tapMeaning(view({ started: false, running: false }), undefined)).toBe('first');
    expect(tapMeaning(view({ running: false }), undefined)).toBe('go_on');
    expect(tapMeaning(view({ kind: 'repetitions' }), exercise(0).phases[0])).toBe('pause');
    expect(tapMeaning(view({ kind: 'hold' }), exercise(2).phases[0])).toBe('wait');
    expect(tapMeaning(view({ kind: 'hold' }), exercise(2).phases[1])).toBe('stop');
  });

  it('keeps the marks of last time and the best in sight, however long the hold lasts', () => {
    const hold = { ...step(11), last_ms: 34_000, best_ms: 41_000 };
    for (const held of [0, 30_000, 90_000]) {
      const marks = trackOf(held, hold);
      for (const mark of [marks.held, marks.last, marks.best]) expect(mark).toBeLessThanOrEqual(1);
    }
  });

  it('fills one bar for each exercise of the round in hand', () => {
    const bars = barsOf(script, view({ step: 3, stepProgress: 0.5 }));
    expect(bars.map((bar) => bar.share)).toEqual([0.75, 0, 0]);
  });

  it('compares a hold with last time on the same side', () => {
    const hold = script.steps.findIndex((one) => one.kind === 'hold' && one.side === 'left');
    expect(lastHold(script, [{ step: hold, workedMs: 20_400, repetitions: 0, whole: true }])).toEqual({ side: 'left', seconds: 20, more: 2 });
    expect(lastHold(script, [])).toBeNull();
  });

  it('sums up what was done by exercise, with the weaker side and the longest hold', () => {
    const hold = script.steps.findIndex((one) => one.kind === 'hold' && one.side === 'left');
    const did = whatWasDone(script, [
      { step: 1, workedMs: 38_000, repetitions: 10, whole: true },
      { step: 3, workedMs: 30_000, repetitions: 8, whole: false },
      { step: hold, workedMs: 25_900, repetitions: 0, whole: true },
    ]);
    expect(did).toEqual([
      { exercise: 0, sets: 1, repetitions: 8, perSide: true, longest: [] },
      { exercise: 2, sets: 1, repetitions: null, perSide: true, longest: [{ side: 'left', seconds: 25, more: 7 }] },
    ]);
  });
});
