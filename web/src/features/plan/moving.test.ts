import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../api/client';
import type { PlanMove, PlanPage } from '../../api/types';
import { daysOf } from './days';
import { madeUpMove, madeUpPlan } from './made_up_plan';
import { Moving } from './moving.svelte';

const plan = madeUpPlan();
const [, rest, easy] = daysOf(plan.weeks);
if (!rest || !easy) throw new Error('the made-up plan has no days');

let asked: { day: string; to: string; confirm: boolean }[] = [];
let kept: PlanPage[] = [];
let answers: Answer<PlanMove>[] = [];
let moving: Moving;

beforeEach(() => {
  asked = [];
  kept = [];
  answers = [];
  moving = new Moving(
    (move) => {
      asked.push(move);
      return Promise.resolve(answers.shift() ?? { kind: 'unreachable' });
    },
    (changed) => kept.push(changed),
  );
});

describe('moving a day', () => {
  test('shows what it bends before anything is kept', async () => {
    answers = [{ kind: 'answer', value: madeUpMove({ bends: [{ rule: 'TP-05', text: 'Less in the week.' }] }) }];
    await moving.show(easy, rest);
    expect(asked).toEqual([{ day: easy.date, to: rest.date, confirm: false }]);
    expect(moving.step).toMatchObject({ kind: 'shown', move: { bends: [{ rule: 'TP-05' }] } });
    expect(kept).toEqual([]);
  });

  test('is kept once it was shown and accepted', async () => {
    answers = [
      { kind: 'answer', value: madeUpMove() },
      { kind: 'answer', value: madeUpMove({ kept: true, plan }) },
    ];
    await moving.show(easy, rest);
    await moving.keep();
    expect(asked.map((one) => one.confirm)).toEqual([false, true]);
    expect(kept).toEqual([plan]);
    expect(moving.step).toBeUndefined();
  });

  test('that a must refuses cannot be kept', async () => {
    answers = [{ kind: 'answer', value: madeUpMove({ allowed: false, refused: [{ rule: 'TD-06', text: 'No run the day after.' }] }) }];
    await moving.show(easy, rest);
    await moving.keep();
    expect(asked).toHaveLength(1);
    expect(kept).toEqual([]);
  });

  test('cannot be kept before it was shown', async () => {
    moving.choose(easy);
    await moving.keep();
    expect(asked).toEqual([]);
  });

  test('cannot be kept while a clinician comes first', async () => {
    const closed = { level: 'clinician_urgent', kind: 'sticky', sentence: 'Closed.', opens: '', rules: [] } as const;
    answers = [{ kind: 'answer', value: madeUpMove({ closed: { ...closed, rules: [] } }) }];
    await moving.show(easy, rest);
    await moving.keep();
    expect(asked).toHaveLength(1);
  });

  test('is shown anew where the plan changed between showing and keeping', async () => {
    answers = [
      { kind: 'answer', value: madeUpMove() },
      { kind: 'answer', value: madeUpMove({ allowed: false, refused: [{ rule: 'TD-01', text: 'Not now.' }] }) },
    ];
    await moving.show(easy, rest);
    await moving.keep();
    expect(kept).toEqual([]);
    expect(moving.step).toMatchObject({ kind: 'shown', move: { allowed: false } });
  });

  test('that was left while it was asked for does not come back', async () => {
    answers = [{ kind: 'answer', value: madeUpMove() }];
    const asking = moving.show(easy, rest);
    moving.leave();
    await asking;
    expect(moving.step).toBeUndefined();
  });

  test('says what went wrong, and keeps the two days in hand', async () => {
    await moving.show(easy, rest);
    expect(moving.step).toMatchObject({ kind: 'failed', trouble: { kind: 'unreachable' }, day: { date: easy.date } });
  });
});
