// What stands on the mat's screen at one moment: plain values from the script and the session's view. No clock, no DOM; what is decided
// was decided by the session.
import { isWork, type Exercise, type Phase, type Script, type Side, type Step } from '../../session/script';
import type { Done, View } from '../../session/session';

export interface Bar {
  exercise: number;
  /** 0 to 1: how much of this exercise is done in this round. */
  share: number;
}

/** The exercises of the round in hand, with how far each has come. */
export function barsOf(script: Script, view: View): Bar[] {
  const step = script.steps[view.step] ?? script.steps.at(-1);
  if (!step) return [];
  const finished = view.step >= script.steps.length;
  return script.exercises.map((_, exercise) => {
    const own = script.steps.map((one, index) => ({ one, index })).filter(({ one }) => one.exercise === exercise && one.round === step.round && isWork(one.kind));
    const gone = own.reduce((sum, { index }) => sum + (finished || index < view.step ? 1 : index === view.step ? view.stepProgress : 0), 0);
    return { exercise, share: own.length > 0 ? gone / own.length : 1 };
  });
}

/** What a tap anywhere does in the step in hand. */
export type TapMeaning = 'first' | 'start' | 'pause' | 'go_on' | 'rest' | 'stop' | 'wait';

export function tapMeaning(view: View, phase: Phase | undefined): TapMeaning {
  if (!view.started) return 'first';
  if (!view.running) return 'go_on';
  switch (view.kind) {
    case 'get_ready':
      return 'start';
    case 'rest':
      return 'rest';
    case 'repetitions':
      return 'pause';
    case 'work':
      return 'stop';
    default:
      return phase?.count === 'up' ? 'stop' : 'wait';
  }
}

/** Seconds as a stopwatch shows them. */
export const stopwatch = (seconds: number): string => `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;

/** Seconds that are counted down: minutes only where there are some. */
export const countdown = (seconds: number): string => (seconds < 60 ? String(seconds) : stopwatch(seconds));

/** The big sign: a number of the session, an arrow up for a fast beat, a dot where nothing is counted. */
export function bigSign(view: View, shown: number | null, phase: Phase | undefined): string {
  if (shown !== null) return view.kind === 'hold' && !view.countsDown ? stopwatch(shown) : countdown(shown);
  if (!isWork(view.kind)) return '';
  return phase?.sound === 'rise' ? '↑' : '·';
}

export interface RampPart {
  /** 0 to 1 of the whole beat. */
  from: number;
  to: number;
  low: number;
  high: number;
}

/** The beat drawn to scale: up where it is fast, down on the way back, level where it stays. */
export function rampOf(exercise: Exercise): RampPart[] {
  const whole = exercise.phases.reduce((sum, phase) => sum + phase.length_ms, 0);
  if (whole <= 0) return [];
  const rises = exercise.phases.some((phase) => phase.sound === 'rise');
  let at = 0;
  let height = rises ? 0 : 1;
  return exercise.phases.map((phase, index) => {
    const before = height;
    if (rises) height = phase.sound === 'rise' ? 1 : exercise.phases[index - 1]?.sound === 'rise' ? 0 : height;
    const part = { from: at / whole, to: (at + phase.length_ms) / whole, low: before, high: height };
    at += phase.length_ms;
    return part;
  });
}

/** The stopwatch's line: all in shares of its length, which leaves room beyond the longest mark. */
export interface TrackMarks {
  held: number;
  last: number | null;
  best: number | null;
  aim: number | null;
}

export function trackOf(heldMs: number, step: Step): TrackMarks {
  const whole = Math.max(20_000, (step.last_ms ?? 0) * 1.25, (step.best_ms ?? 0) * 1.25, (step.aim_ms ?? 0) * 1.25, heldMs * 1.05);
  const share = (ms: number | null): number | null => (ms === null ? null : ms / whole);
  return { held: heldMs / whole, last: share(step.last_ms), best: share(step.best_ms), aim: share(step.aim_ms) };
}

/** Which numbers answer to which outcome; where the bands begin is the script's. */
export function painRows(script: Script): [quiet: number[], some: number[], much: number[]] {
  const numbers = Array.from({ length: 11 }, (_, pain) => pain);
  return [
    numbers.filter((pain) => pain < script.ease_from),
    numbers.filter((pain) => pain >= script.ease_from && pain < script.stop_from),
    numbers.filter((pain) => pain >= script.stop_from),
  ];
}

/** The last hold that ended, and how many seconds more it was than last time; null where there is none to speak of. */
export function lastHold(script: Script, done: readonly Done[]): { side: Side; seconds: number; more: number | null } | null {
  const last = done.at(-1);
  const step = last && script.steps[last.step];
  if (!last || !step || step.kind !== 'hold' || last.workedMs < 1000) return null;
  const seconds = Math.floor(last.workedMs / 1000);
  return { side: step.side, seconds, more: step.last_ms === null ? null : seconds - Math.floor(step.last_ms / 1000) };
}

/** What was done of one exercise, over all rounds. */
export interface DoneOf {
  exercise: number;
  sets: number;
  /** The fewest of a side, in the last set; null for work by time. */
  repetitions: number | null;
  perSide: boolean;
  /** The longest hold or work of each side, in whole seconds, and against last time. */
  longest: { side: Side; seconds: number; more: number | null }[];
}

export function whatWasDone(script: Script, done: readonly Done[]): DoneOf[] {
  return script.exercises
    .map((_, exercise): DoneOf => {
      const own = done.flatMap((one) => {
        const step = script.steps[one.step];
        return step?.exercise === exercise && one.workedMs > 0 ? [{ one, step }] : [];
      });
      const counted = own.filter(({ step }) => step.kind === 'repetitions');
      const rounds = new Set(own.map(({ step }) => `${String(step.round)} ${String(step.set)}`));
      const longest = (['both', 'left', 'right'] as const).flatMap((side) => {
        const times = own.filter(({ step }) => step.side === side && step.kind !== 'repetitions').map(({ one }) => Math.floor(one.workedMs / 1000));
        if (times.length === 0) return [];
        const seconds = Math.max(...times);
        const last = own.find(({ step }) => step.side === side)?.step.last_ms ?? null;
        return [{ side, seconds, more: last === null ? null : seconds - Math.floor(last / 1000) }];
      });
      return {
        exercise,
        sets: rounds.size,
        repetitions: counted.length > 0 ? Math.min(...counted.map(({ one }) => one.repetitions)) : null,
        perSide: own.some(({ step }) => step.side !== 'both'),
        longest,
      };
    })
    .filter((one) => one.sets > 0);
}
