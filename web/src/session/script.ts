// What a circuit is led through by: the session's words of src/hipline/session/script.hpp, as the server sends them. The lists stand
// in the session's own order, which is how its numbers are read; a type that the API does not know fails to compile.
import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Script = Schemas['Script'];
export type Exercise = Schemas['ScriptExercise'];
export type Step = Schemas['ScriptStep'];
export type Phase = Exercise['phases'][number];
/** One thing that happened, at a moment of the session's clock. */
export type SessionEvent = Schemas['SessionEvent'];

export type Sound = Phase['sound'];
export type Count = Phase['count'];
export type Side = Step['side'];
export type StepKind = Step['kind'];
export type EventKind = SessionEvent['kind'];

export const sounds = ['none', 'rise', 'tick', 'tick_5', 'soft', 'end'] as const satisfies readonly Sound[];
export const counts = ['nothing', 'repetition', 'down', 'up'] as const satisfies readonly Count[];
export const sides = ['both', 'left', 'right'] as const satisfies readonly Side[];
export const stepKinds = ['get_ready', 'repetitions', 'work', 'hold', 'rest', 'pain'] as const satisfies readonly StepKind[];
export const eventKinds = [
  'tick',
  'tap',
  'pause',
  'go_on',
  'skip',
  'repeat',
  'pain',
  'sharp',
  'easier',
  'more_rest',
  'leave',
] as const satisfies readonly EventKind[];

/** The same circuit, where a change of sides and the start of an exercise wait for a tap and not for a count. */
export function waitingForTaps(script: Script): Script {
  return { ...script, steps: script.steps.map((step) => (step.kind === 'get_ready' ? { ...step, length_ms: 0 } : step)) };
}

/** Whether a step is work that is counted. */
export const isWork = (kind: StepKind): boolean => kind === 'repetitions' || kind === 'work' || kind === 'hold';
