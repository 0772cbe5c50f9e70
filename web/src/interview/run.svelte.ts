import { api, ask, type Answer } from '../api/client';
import type { FactAnswer, Interview, InterviewSoFar, Question } from '../api/types';
import { keep, keptValue } from '../offline/kept';
import { tell, type Told } from '../offline/outbox.svelte';
import { leftOpen, mayBeWarning } from './answers';

export type Asking = NonNullable<InterviewSoFar['asking']>;
type Step = NonNullable<InterviewSoFar['steps']>[number];

export type RunState =
  | { kind: 'waiting' }
  | { kind: 'asking'; question: Question; interview: Interview | undefined }
  | { kind: 'said'; interview: Interview | undefined }
  | { kind: 'trouble'; trouble: Exclude<Answer<Interview>, { kind: 'answer' }> };

const keptQuestions = 'check-in-questions';

/** One way through the questions. The server says what to ask next, by the same rules as in the terminal; without it the daily
 * questions that were kept are asked in their order, and nothing is decided. */
export class InterviewRun {
  state = $state.raw<RunState>({ kind: 'waiting' });
  /** The questions gone through, with their answers. */
  steps = $state.raw<readonly Step[]>([]);
  /** Answers were taken without the server. */
  offline = $state(false);
  /** An answer taken without the server may be a warning sign. */
  hold = $state(false);

  readonly #id = crypto.randomUUID();
  #kept: readonly Question[] = [];
  #passed: readonly { question: Question; answers: FactAnswer[] }[] = [];

  constructor(
    readonly asking: Asking,
    private readonly stopAbove: number = 0,
  ) {}

  /** Asks for the next question, given what was said so far. */
  async go(): Promise<void> {
    const answer = this.offline
      ? ({ kind: 'unreachable' } as const)
      : await ask(api.POST('/api/interview', { body: { asking: this.asking, steps: [...this.steps] } }));
    if (answer.kind === 'answer') {
      const interview = answer.value;
      this.state = interview.next ? { kind: 'asking', question: interview.next, interview } : { kind: 'said', interview };
    } else if (answer.kind === 'unreachable' && this.asking === 'due') {
      await this.#goOffline(answer);
    } else {
      this.state = { kind: 'trouble', trouble: answer };
    }
  }

  async #goOffline(trouble: { kind: 'unreachable' }): Promise<void> {
    if (!this.offline) this.#kept = (await keptValue<Question[]>(keptQuestions)) ?? [];
    if (this.#kept.length === 0) {
      this.state = { kind: 'trouble', trouble };
      return;
    }
    this.offline = true;
    const said = new Set(this.steps.map((step) => step.question));
    this.hold = this.#passed.some(({ question, answers }) => mayBeWarning(question, answers, this.stopAbove));
    const next = this.#kept.find((question) => !said.has(question.id));
    this.state = next ? { kind: 'asking', question: next, interview: undefined } : { kind: 'said', interview: undefined };
  }

  /** Takes the answers to the question that is asked and goes on. */
  async answer(question: Question, answers: FactAnswer[]): Promise<void> {
    this.steps = [...this.steps, { question: question.id, answers }];
    this.#passed = [...this.#passed, { question, answers }];
    await this.go();
  }

  /** Leaves the question open: unknown, never "no". */
  async leaveOpen(question: Question): Promise<void> {
    await this.answer(question, leftOpen(question));
  }

  /** Back to the question before. */
  async back(): Promise<void> {
    this.steps = this.steps.slice(0, -1);
    this.#passed = this.#passed.slice(0, -1);
    await this.go();
  }

  /** Everything said so far, the latest answer of each fact. */
  get answers(): FactAnswer[] {
    const interview = this.state.kind === 'asking' || this.state.kind === 'said' ? this.state.interview : undefined;
    if (interview) return interview.answers;
    return [...new Map(this.steps.flatMap((step) => step.answers).map((one) => [one.fact, one])).values()];
  }

  /** Keeps what was said; the same run is kept once, however often it is sent. */
  async tell(): Promise<Told> {
    return tell({ id: this.#id, at: new Date().toISOString(), answers: this.answers }, this.hold);
  }
}

/** Keeps the daily questions for a check-in without the server: those that are asked whatever the answers before are. */
export async function keepDailyQuestions(): Promise<void> {
  const questions: Question[] = [];
  for (let guard = 0; guard < 30; guard++) {
    const steps: Step[] = questions.map((question) => ({ question: question.id, answers: leftOpen(question) }));
    const answer = await ask(api.POST('/api/interview', { body: { asking: 'due', steps } }));
    // The first time through is no day's check-in.
    if (answer.kind !== 'answer' || answer.value.first) return;
    if (!answer.value.next) break;
    questions.push(answer.value.next);
  }
  if (questions.length > 0) await keep(keptQuestions, questions);
}
