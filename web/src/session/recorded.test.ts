import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { counts, eventKinds, sides, sounds, stepKinds, type Script, type SessionEvent } from './script';
import { Session, sessionModule, type SessionExports } from './session';

// The circuits that the native session recorded. The typed wrapper must give the same numbers for the same events; the module is
// build/wasm/bin/session.wasm: build the preset `wasm` first.
const folder = new URL('../../../tests/session/recorded/', import.meta.url);

interface Recorded {
  horizon: number;
  calls: { call: string; with: number[] }[];
  events: { event: [number, number, number]; view: number[]; cues: number[]; done: number[]; felt: number[]; changed: number[]; next_work: number; left: boolean }[];
}

const nothing = (number: number): number | null => (number < 0 ? null : number);

/** The script as the server would send it, from the calls that built it. */
function scriptOf(record: Recorded): Script {
  const script: Script = { rounds: 0, ease_from: 0, stop_from: 0, eased_share: 0, more_rest_ms: 15000, exercises: [], steps: [] };
  for (const { call, with: n } of record.calls) {
    const at = (i: number): number => n[i] ?? 0;
    if (call === 'limits') Object.assign(script, { rounds: at(0), ease_from: at(1), stop_from: at(2), eased_share: at(3) });
    if (call === 'exercise') script.exercises.push({ id: '', title: '', easier: '', stop_cue: '', band: 'none', phases: [] });
    if (call === 'phase')
      script.exercises.at(-1)?.phases.push({ name: '', cue: '', length_ms: at(0), sound: sounds[at(1)] ?? 'none', count: counts[at(2)] ?? 'nothing' });
    if (call === 'step')
      script.steps.push({
        kind: stepKinds[at(0)] ?? 'rest',
        exercise: at(1),
        round: at(2),
        set: at(3),
        sets: at(4),
        side: sides[at(5)] ?? 'both',
        length_ms: at(6),
        repetitions: at(7),
        last_ms: nothing(at(8)),
        best_ms: nothing(at(9)),
        aim_ms: nothing(at(10)),
        say: '',
      });
  }
  return script;
}

const eventOf = ([kind, at, value]: [number, number, number]): SessionEvent => ({ kind: eventKinds[kind] ?? 'tick', at_ms: at, value });
const number = (one: number | null | boolean): number => (one === null ? -1 : Number(one));

let wasm: SessionExports;
beforeAll(async () => {
  wasm = await sessionModule(readFileSync(new URL('../../../build/wasm/bin/session.wasm', import.meta.url)));
});

describe('the session in the browser', () => {
  for (const file of readdirSync(folder)) {
    it(`plays ${file} as the native one recorded it`, () => {
      const record = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded;
      const session = new Session(wasm, scriptOf(record));
      for (const [index, expected] of record.events.entries()) {
        session.take(eventOf(expected.event));
        const v = session.view();
        const view = [v.step, stepKinds.indexOf(v.kind), v.started, v.running, v.finished, v.phase, v.phaseProgress, v.inCycleMs, v.repetition, v.repetitions, v.numberMs, v.countsDown, v.stepProgress, v.lastMs, v.bestMs, v.eased, v.clockMs, v.activeMs];
        const now = {
          event: expected.event,
          view: view.map(number),
          cues: session.cues(record.horizon).flatMap((cue) => [cue.atMs, sounds.indexOf(cue.sound), ['nothing', 'step', 'phase'].indexOf(cue.says), cue.step, cue.phase]),
          done: session.done().flatMap((done) => [done.step, done.workedMs, done.repetitions, Number(done.whole)]),
          felt: session.felt().flatMap((felt) => [felt.exercise, felt.round, number(felt.pain), Number(felt.sharp)]),
          changed: session.changed().flatMap((changed) => [changed.easedFrom, changed.stoppedIn]),
          next_work: session.nextWork() ?? -1,
          left: session.left(),
        };
        expect(now, `event ${String(index)}`).toEqual(expected);
      }
      session.free();
    });
  }

  it('refuses a step of an exercise that is not there', () => {
    const record = JSON.parse(readFileSync(new URL('undisturbed.json', folder), 'utf8')) as Recorded;
    const script = scriptOf(record);
    const [first] = script.steps;
    if (!first) throw new Error('The record has no steps.');
    expect(() => new Session(wasm, { ...script, steps: [{ ...first, exercise: 99 }] })).toThrow(/Step 0/);
  });
});
