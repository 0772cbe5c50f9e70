import type { Answer } from '../../api/client';
import type { PlanDay, PlanMove, PlanPage } from '../../api/types';

type Trouble = Exclude<Answer<unknown>, { kind: 'answer' }>;

/** Where a move stands: a day is chosen, its rules are asked for, shown, and only then kept. */
export type Step =
  | { kind: 'choosing'; day: PlanDay }
  | { kind: 'asking'; day: PlanDay; to: PlanDay }
  | { kind: 'shown'; day: PlanDay; to: PlanDay; move: PlanMove }
  | { kind: 'failed'; day: PlanDay; to: PlanDay; trouble: Trouble };

export type AskMove = (move: { day: string; to: string; confirm: boolean }) => Promise<Answer<PlanMove>>;

/** One move of a planned day, from the first touch to the plan that has it. Nothing is kept before its rules were shown. */
export class Moving {
  step = $state.raw<Step | undefined>();
  readonly #ask: AskMove;
  readonly #kept: (plan: PlanPage) => void;

  constructor(ask: AskMove, kept: (plan: PlanPage) => void) {
    this.#ask = ask;
    this.#kept = kept;
  }

  /** Asks where a day goes. */
  choose(day: PlanDay): void {
    this.step = { kind: 'choosing', day };
  }

  /** Shows what it would bend to let two days change places. */
  async show(day: PlanDay, to: PlanDay): Promise<void> {
    await this.#send(day, to, false);
  }

  /** Keeps the move that is shown. A plan that has changed meanwhile is judged anew, and may refuse. */
  async keep(): Promise<void> {
    const step = this.step;
    if (step?.kind !== 'shown' || !step.move.allowed || step.move.closed) return;
    await this.#send(step.day, step.to, true);
  }

  /** Leaves everything as it is. */
  leave(): void {
    this.step = undefined;
  }

  async #send(day: PlanDay, to: PlanDay, confirm: boolean): Promise<void> {
    const asking: Step = { kind: 'asking', day, to };
    this.step = asking;
    const answer = await this.#ask({ day: day.date, to: to.date, confirm });
    if (answer.kind === 'answer' && answer.value.kept && answer.value.plan) {
      this.#kept(answer.value.plan); // kept is kept, whether or not anybody still looks
      if (this.step === asking) this.step = undefined;
      return;
    }
    if (this.step !== asking) return; // left meanwhile
    this.step = answer.kind === 'answer' ? { kind: 'shown', day, to, move: answer.value } : { kind: 'failed', day, to, trouble: answer };
  }
}
