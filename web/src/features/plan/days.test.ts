import { describe, expect, test } from 'vitest';
import { daysOf, firstColumn, firstSentence, heights, lastMove, leadReasons, targetsOf, whatOf } from './days';
import { madeUpPlan } from './made_up_plan';

const plan = madeUpPlan();
const days = daysOf(plan.weeks);
const on = (date: string) => {
  const day = days.find((one) => one.date === date);
  if (!day) throw new Error(date);
  return day;
};

describe('the days of a plan', () => {
  test('race day can be moved nowhere, and nothing goes to race day', () => {
    expect(on('2026-12-13').movable).toBe(false);
    expect(targetsOf(plan.weeks, on('2026-11-29')).map((day) => day.date)).not.toContain('2026-12-13');
  });

  test('a day never changes places with itself', () => {
    expect(targetsOf(plan.weeks, on('2026-11-29')).map((day) => day.date)).not.toContain('2026-11-29');
  });

  test('a day without running has no amount in its words', () => {
    expect(whatOf(on('2026-11-30'))).toBe('No run');
    expect(whatOf(on('2026-11-29'))).toBe('Long run, 12 km');
  });

  test('a week that has begun leaves its first days free, so that weekdays stay below each other', () => {
    expect(plan.weeks.map(firstColumn)).toEqual([3, 1, 1]);
  });

  test('a reason that the days before gave gives way to the next one', () => {
    const leads = leadReasons(days);
    expect(leads.get('2026-11-25')?.rule).toBe('TD-02');
    expect(leads.get('2026-11-27')?.rule).toBe('TP-03');
  });

  test('every day that has a reason shows one', () => {
    const leads = leadReasons(days);
    for (const day of days) expect(leads.has(day.date)).toBe(day.reasons.length > 0);
  });

  test('a sentence ends at its full stop, not inside a number', () => {
    expect(firstSentence('It was 2.5 of 10. Then less.')).toBe('It was 2.5 of 10.');
    expect(firstSentence('One only.')).toBe('One only.');
  });

  test('the race is the tallest, and rest has no height', () => {
    const tall = heights(days);
    expect(Math.max(...tall)).toBe(100);
    expect(tall.at(-1)).toBe(100);
    expect(tall[1]).toBe(0);
  });

  test('runs in minutes are not drawn against runs in kilometres', () => {
    const minutes = days.map((day) => (day.date === '2026-11-25' ? { ...day, distance_m: 0 } : day));
    const tall = heights(minutes);
    expect(tall[0]).toBeGreaterThan(0);
    expect(tall.at(-1)).toBe(100);
  });

  test('the latest move is named by its days, the one before it is not', () => {
    const moves = [
      { day: '2026-11-27', to: '2026-11-28', at: '2026-11-25T07:00:00Z' },
      { day: '2026-11-29', to: '2026-11-28', at: '2026-11-25T07:01:00Z' },
    ];
    expect(lastMove({ ...plan, moves }, (day) => day)).toEqual({ day: 'Sun 29 Nov', to: 'Sat 28 Nov' });
    expect(lastMove(plan, (day) => day)).toBeUndefined();
  });
});
