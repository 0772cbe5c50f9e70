import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SessionClock } from '../session/clock';
import { Guide } from '../session/guide';
import { madeUpScript } from '../session/made_up_script';
import type { Sound } from '../session/script';
import { sessionModule, type Cue, type SessionExports } from '../session/session';
import { AudioTime, type AudioReadings } from './audio_time';
import { CuePlan } from './cue_plan';

let wasm: SessionExports;
beforeAll(async () => {
  wasm = await sessionModule(readFileSync(new URL('../../../build/wasm/bin/session.wasm', import.meta.url)));
});

/** The same random numbers each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The device: a steady clock, and a clock of sound that drifts from it and moves in blocks. */
class Device implements AudioReadings {
  steadyMs = 12_345;
  readonly #begunMs: number = this.steadyMs;
  /** `getOutputTimestamp` is not in every browser. */
  getOutputTimestamp?: () => { contextTime: number; performanceTime: number };

  constructor(
    readonly drift: number,
    readonly blockMs: number,
    tellsTime: boolean,
  ) {
    if (tellsTime) this.getOutputTimestamp = () => ({ contextTime: this.trueAudio(this.steadyMs - 5), performanceTime: this.steadyMs - 5 });
  }
  /** What the clock of sound really shows at a moment of the steady one. */
  trueAudio(steadyMs: number): number {
    return ((steadyMs - this.#begunMs) / 1000) * (1 + this.drift);
  }
  get currentTime(): number {
    const block = this.blockMs / 1000;
    return Math.floor(this.trueAudio(this.steadyMs) / block) * block;
  }
  /** When a moment on the clock of sound is heard, on the steady clock. */
  heard(when: number): number {
    return this.#begunMs + (when * 1000) / (1 + this.drift);
  }
}

interface Heard {
  sound: Sound;
  plannedMs: number;
  heardMs: number;
  gone: boolean;
}

/** Plays a circuit as the page does, and notes each beep: where the session has it, and where it is heard. */
function played(options: { device: Device; seed: number; lengthMs: number; disturbed: boolean }): { heard: Heard[]; wanted: { sound: Sound; atMs: number }[] } {
  const { device } = options;
  const random = seeded(options.seed);
  const guide = new Guide(wasm, madeUpScript(8), {
    clock: (from) =>
      new SessionClock(
        from,
        () => device.steadyMs,
        () => device.steadyMs + 1e12,
      ),
    changed: () => plan.replan(),
  });
  const audio = new AudioTime(device);
  const heard: Heard[] = [];
  const plan: CuePlan = new CuePlan(
    {
      get nowMs() {
        return guide.view.clockMs;
      },
      cues: (horizon) => guide.session.cues(horizon),
      words: (cue) => guide.session.words(cue),
      steadyAt: (at) => guide.steadyAt(at),
    },
    {
      beep: (sound, steadyMs) => {
        const one: Heard = { sound, plannedMs: steadyMs, heardMs: device.heard(Math.max(audio.at(steadyMs), device.currentTime)), gone: false };
        heard.push(one);
        return () => {
          // What is already in the air stays heard.
          if (one.heardMs > device.steadyMs) one.gone = true;
        };
      },
      say: () => () => undefined,
    },
  );
  // The other way to the same beeps: what the session says will sound before the next frame.
  const wanted: { sound: Sound; atMs: number }[] = [];
  const begun = device.steadyMs;
  const notice = (untilSteady: number): void => {
    const cues: Cue[] = guide.session.cues(untilSteady - begunOf(guide));
    for (const cue of cues) if (cue.sound !== 'none') wanted.push({ sound: cue.sound, atMs: guide.steadyAt(cue.atMs) });
  };
  const begunOf = (one: Guide): number => one.steadyAt(one.view.clockMs);

  audio.observe(device.steadyMs);
  guide.take('tap');
  while (device.steadyMs - begun < options.lengthMs && !guide.view.finished) {
    // A busy phone draws when it can.
    const frame = 8 + Math.floor(random() * (options.disturbed ? 140 : 40));
    notice(device.steadyMs + frame);
    device.steadyMs += frame;
    audio.observe(device.steadyMs);
    guide.tick();
    plan.plan();
    const { kind, running } = guide.view;
    if (kind === 'pain') guide.take('pain', Math.floor(random() * 4));
    else if (kind === 'hold' && random() < 0.002) guide.take('tap');
    else if (!running && random() < 0.05) guide.take('go_on');
    else if (options.disturbed && running && random() < 0.002) guide.take('pause');
    else if (options.disturbed && running && random() < 0.0004) guide.take('repeat');
  }
  // What is planned beyond the end was never heard.
  return { heard: heard.filter((one) => !one.gone && one.heardMs < device.steadyMs), wanted: wanted.filter((one) => one.atMs < device.steadyMs - 20) };
}

const cases = [
  { name: 'a browser that tells when sound is heard', device: () => new Device(0.00008, 2.667, true) },
  { name: 'a browser that does not', device: () => new Device(-0.00008, 2.667, false) },
  { name: 'a phone whose clock of sound moves in blocks of 18 ms', device: () => new Device(0.0001, 18, false) },
];

describe('beeps over a simulated circuit of 30 minutes', () => {
  for (const { name, device } of cases) {
    it(`lie within 20 ms of the plan, in ${name}`, () => {
      const { heard } = played({ device: device(), seed: 7, lengthMs: 30 * 60_000, disturbed: false });
      expect(heard.length).toBeGreaterThan(400);
      const worst = Math.max(...heard.map((one) => Math.abs(one.heardMs - one.plannedMs)));
      expect(worst).toBeLessThan(20);
    });

    it(`are those of the session, each once, with pauses and a busy screen, in ${name}`, () => {
      const { heard, wanted } = played({ device: device(), seed: 11, lengthMs: 30 * 60_000, disturbed: true });
      expect(wanted.length).toBeGreaterThan(300);
      const worst = Math.max(...heard.map((one) => Math.abs(one.heardMs - one.plannedMs)));
      expect(worst).toBeLessThan(20);
      const missing = wanted.filter((one) => !heard.some((beep) => beep.sound === one.sound && Math.abs(beep.plannedMs - one.atMs) < 1.5));
      expect(missing).toEqual([]);
      const twice = heard.filter((one, i) => heard.some((other, j) => j > i && other.sound === one.sound && Math.abs(other.plannedMs - one.plannedMs) < 1));
      expect(twice).toEqual([]);
      const extra = heard.filter((beep) => beep.plannedMs < (wanted.at(-1)?.atMs ?? 0) && !wanted.some((one) => beep.sound === one.sound && Math.abs(beep.plannedMs - one.atMs) < 1.5));
      expect(extra).toEqual([]);
    });
  }
});
