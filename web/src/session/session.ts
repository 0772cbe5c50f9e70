// The guided circuit's state machine, compiled from src/hipline/session to WebAssembly. Numbers in, numbers out; this file gives them
// their names and nothing else: what a tap, a pain of 5 or a second of time does is decided there.
import {
  counts,
  eventKinds,
  sides,
  sounds,
  stepKinds,
  type Script,
  type SessionEvent,
  type Sound,
  type StepKind,
} from './script';

/** What to show of a session at one moment: the fields of src/hipline/session/view.hpp. */
export interface View {
  step: number;
  kind: StepKind;
  started: boolean;
  running: boolean;
  finished: boolean;
  phase: number;
  phaseProgress: number;
  inCycleMs: number;
  repetition: number;
  repetitions: number;
  numberMs: number | null;
  countsDown: boolean;
  stepProgress: number;
  lastMs: number | null;
  bestMs: number | null;
  eased: boolean;
  clockMs: number;
  activeMs: number;
}

/** Something to sound or say at a moment of the session's clock. */
export interface Cue {
  atMs: number;
  sound: Sound;
  says: 'nothing' | 'step' | 'phase';
  step: number;
  phase: number;
}

export interface Done {
  step: number;
  workedMs: number;
  repetitions: number;
  whole: boolean;
}

export interface Felt {
  exercise: number;
  round: number;
  pain: number | null;
  sharp: boolean;
}

/** What pain changed of one exercise: rounds, 0 where nothing was. */
export interface Changed {
  easedFrom: number;
  stoppedIn: number;
}

/** The C interface, src/hipline/session/interface.hpp. */
export interface SessionExports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  hipline_session_new: () => number;
  hipline_session_free: (session: number) => void;
  hipline_session_limits: (session: number, rounds: number, easeFrom: number, stopFrom: number, easedShare: number) => void;
  hipline_session_exercise: (session: number) => void;
  hipline_session_phase: (session: number, length: number, sound: number, count: number) => void;
  hipline_session_step: (session: number, ...numbers: number[]) => number;
  hipline_session_begin: (session: number) => void;
  hipline_session_event: (session: number, kind: number, at: number, value: number) => void;
  hipline_session_view: (session: number) => number;
  hipline_session_shown_seconds: (number: number, countsDown: number) => number;
  hipline_session_cues: (session: number, horizon: number) => number;
  hipline_session_cue_numbers: (session: number) => number;
  hipline_session_done: (session: number) => number;
  hipline_session_done_numbers: (session: number) => number;
  hipline_session_felt: (session: number) => number;
  hipline_session_felt_numbers: (session: number) => number;
  hipline_session_changed: (session: number) => number;
  hipline_session_changed_numbers: (session: number) => number;
  hipline_session_next_work: (session: number) => number;
  hipline_session_left: (session: number) => number;
}

const viewFields = 18;
const cueFields = 5;
const doneFields = 4;
const feltFields = 4;
const changedFields = 2;
const says = ['nothing', 'step', 'phase'] as const;

/** Makes the module ready. It asks for nothing of its host but how to end when memory runs out. */
export async function sessionModule(bytes: BufferSource): Promise<SessionExports> {
  const module = await WebAssembly.compile(bytes);
  const imports: Record<string, Record<string, () => never>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      throw new Error(`The guided circuit ran out of memory (${name}).`);
    };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const session = exports as unknown as SessionExports;
  session._initialize?.();
  return session;
}

function numbered<T>(names: readonly T[], number: number): T {
  const name = names[number];
  if (name === undefined) throw new Error(`The guided circuit gave ${String(number)}, which has no name here.`);
  return name;
}

const known = (ms: number): number | null => (ms < 0 ? null : ms);

/** One guided circuit as it runs. Free it when it is no longer shown. */
export class Session {
  readonly #wasm: SessionExports;
  readonly #one: number;
  readonly script: Script;

  constructor(wasm: SessionExports, script: Script) {
    this.#wasm = wasm;
    this.script = script;
    this.#one = wasm.hipline_session_new();
    wasm.hipline_session_limits(this.#one, script.rounds, script.ease_from, script.stop_from, script.eased_share);
    for (const exercise of script.exercises) {
      wasm.hipline_session_exercise(this.#one);
      for (const phase of exercise.phases)
        wasm.hipline_session_phase(this.#one, phase.length_ms, sounds.indexOf(phase.sound), counts.indexOf(phase.count));
    }
    for (const [index, step] of script.steps.entries()) {
      const taken = wasm.hipline_session_step(
        this.#one,
        stepKinds.indexOf(step.kind),
        step.exercise,
        step.round,
        step.set,
        step.sets,
        sides.indexOf(step.side),
        step.length_ms,
        step.repetitions,
        step.last_ms ?? -1,
        step.best_ms ?? -1,
        step.aim_ms ?? -1,
      );
      if (!taken) throw new Error(`Step ${String(index)} of the circuit names something that is not there.`);
    }
    wasm.hipline_session_begin(this.#one);
  }

  #numbers(at: number, count: number): Float64Array {
    // Read anew each time: memory that grows moves.
    return new Float64Array(this.#wasm.memory.buffer, at, count).slice();
  }

  #rows(count: number, at: number, fields: number): number[][] {
    const all = this.#numbers(at, count * fields);
    return Array.from({ length: count }, (_, row) => [...all.subarray(row * fields, (row + 1) * fields)]);
  }

  take(event: SessionEvent): void {
    this.#wasm.hipline_session_event(this.#one, eventKinds.indexOf(event.kind), event.at_ms, event.value);
  }

  view(): View {
    const [step, kind, started, running, finished, phase, phaseProgress, inCycleMs, repetition, repetitions, number, countsDown, stepProgress, last, best, eased, clockMs, activeMs] =
      this.#numbers(this.#wasm.hipline_session_view(this.#one), viewFields) as unknown as [number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number];
    return {
      step,
      kind: numbered(stepKinds, kind),
      started: started !== 0,
      running: running !== 0,
      finished: finished !== 0,
      phase,
      phaseProgress,
      inCycleMs,
      repetition,
      repetitions,
      numberMs: known(number),
      countsDown: countsDown !== 0,
      stepProgress,
      lastMs: known(last),
      bestMs: known(best),
      eased: eased !== 0,
      clockMs,
      activeMs,
    };
  }

  /** The number of a view in whole seconds, as the terminal shows it too; null where it shows none. */
  shownSeconds(view: View): number | null {
    return view.numberMs === null ? null : this.#wasm.hipline_session_shown_seconds(view.numberMs, Number(view.countsDown));
  }

  /** What will sound from now until `horizonMs` later, if nothing but time happens. */
  cues(horizonMs: number): Cue[] {
    const count = this.#wasm.hipline_session_cues(this.#one, horizonMs);
    return this.#rows(count, this.#wasm.hipline_session_cue_numbers(this.#one), cueFields).map(([at = 0, sound = 0, said = 0, step = 0, phase = 0]) => ({
      atMs: at,
      sound: numbered(sounds, sound),
      says: numbered(says, said),
      step,
      phase,
    }));
  }

  /** The words of a cue; may be empty. */
  words(cue: Cue): string {
    const step = this.script.steps[cue.step];
    if (!step || cue.says === 'nothing') return '';
    return cue.says === 'step' ? step.say : (this.script.exercises[step.exercise]?.phases[cue.phase]?.cue ?? '');
  }

  done(): Done[] {
    const count = this.#wasm.hipline_session_done(this.#one);
    return this.#rows(count, this.#wasm.hipline_session_done_numbers(this.#one), doneFields).map(([step = 0, workedMs = 0, repetitions = 0, whole = 0]) => ({
      step,
      workedMs,
      repetitions,
      whole: whole !== 0,
    }));
  }

  felt(): Felt[] {
    const count = this.#wasm.hipline_session_felt(this.#one);
    return this.#rows(count, this.#wasm.hipline_session_felt_numbers(this.#one), feltFields).map(([exercise = 0, round = 0, pain = -1, sharp = 0]) => ({
      exercise,
      round,
      pain: known(pain),
      sharp: sharp !== 0,
    }));
  }

  changed(): Changed[] {
    const count = this.#wasm.hipline_session_changed(this.#one);
    return this.#rows(count, this.#wasm.hipline_session_changed_numbers(this.#one), changedFields).map(([easedFrom = 0, stoppedIn = 0]) => ({
      easedFrom,
      stoppedIn,
    }));
  }

  /** The next step of work that will come; null where none does. */
  nextWork(): number | null {
    return known(this.#wasm.hipline_session_next_work(this.#one));
  }

  /** Whether it was ended before its end. */
  left(): boolean {
    return this.#wasm.hipline_session_left(this.#one) !== 0;
  }

  free(): void {
    this.#wasm.hipline_session_free(this.#one);
  }
}
