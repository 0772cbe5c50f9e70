/** Start's steps in their order. Each can be skipped, and come back to. */
export const steps = ['runs', 'race', 'ache', 'questions', 'home'] as const;
export type Step = (typeof steps)[number];
export type StepState = 'told' | 'skipped' | 'open';

/** What is known of the runner, as far as the steps ask for it. */
export interface Known {
  runs: number;
  /** A field of setup has an answer. */
  field: (id: string) => boolean;
  /** The health questions were gone through and none of those that hold a run is open. */
  questions: boolean;
}

const told: Record<Step, (known: Known) => boolean> = {
  runs: ({ runs }) => runs > 0,
  race: ({ field }) => field('race-day'),
  ache: ({ field }) => field('ache-sites'),
  questions: ({ questions }) => questions,
  home: ({ field }) => field('equipment'),
};

export const stateOf = (step: Step, known: Known, skipped: readonly string[]): StepState => (told[step](known) ? 'told' : skipped.includes(step) ? 'skipped' : 'open');

/** The step to go on with: the first that is neither told nor skipped; nothing where none is. */
export const firstOpen = (known: Known, skipped: readonly string[]): Step | undefined => steps.find((step) => stateOf(step, known, skipped) === 'open');

/** The step of an address. */
export const stepNamed = (name: string | undefined): Step | undefined => steps.find((step) => step === name);

/** The step after one; nothing after the last. */
export const after = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1];
export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];
