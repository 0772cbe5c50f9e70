import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { PlanDay } from '../../api/types';
import { longDay, shortDay } from '../../text/days';
import ClosedPage from '../../ui/ClosedPage.svelte';
import StartGate from '../../ui/StartGate.svelte';
import DayCard from './DayCard.svelte';
import Days from './Days.svelte';
import { daysOf } from './days';
import { madeUpMove, madeUpPlan } from './made_up_plan';
import MoveDialog from './MoveDialog.svelte';
import { Moving } from './moving.svelte';

const nothing = (): void => undefined;
const plan = madeUpPlan();
const days = daysOf(plan.weeks);
const bodyOf = (day: PlanDay | undefined): string => (day ? render(DayCard, { props: { day, lead: day.reasons[0], dragged: false, target: false, choose: nothing, drag: { start: nothing, over: nothing, drop: nothing } } }).body : '');
const words = (body: string): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a planned day', () => {
  test('says when, how much, what goes with it and why, with the rule', () => {
    const said = words(bodyOf(days[0]));
    for (const part of [longDay('2026-11-25'), '18 days to go', '6 km', 'Easy run', 'walk 1 min after every 10 min', 'Full circuit, 3 rounds', 'gone by morning', 'TD-02']) expect(said).toContain(part);
  });

  test('has a handle that names what it moves; race day has none', () => {
    expect(bodyOf(days[0])).toContain('aria-label="Move Easy run, 6 km, Wed 25 Nov"');
    expect(bodyOf(days.at(-1))).not.toContain('<button');
  });

  test('that was moved says from where', () => {
    expect(words(bodyOf(days[4] && { ...days[4], moved_from: '2026-11-28' }))).toContain(`Moved here from ${shortDay('2026-11-28')}`);
  });
});

describe('the plan', () => {
  test('lists the aims it could not meet, and how much longer the race is', () => {
    const said = words(render(Days, { props: { plan, show: nothing } }).body);
    expect(said).toContain('What the plan could not meet');
    expect(said).toContain('46 % longer');
  });

  test('offers to take a move back only where there is one', () => {
    expect(words(render(Days, { props: { plan, show: nothing } }).body)).not.toContain('Take the last move back');
    const moved = madeUpPlan({ moves: [{ day: '2026-11-29', to: '2026-11-28', at: '2026-11-25T07:00:00Z' }] });
    expect(words(render(Days, { props: { plan: moved, show: nothing } }).body)).toContain('Sun 29 Nov and Sat 28 Nov changed places. Take the last move back');
  });

  test('while closed names the answer that closed it and what opens it, and nothing to run by', () => {
    const closed = { level: 'clinician_urgent' as const, kind: 'sticky' as const, sentence: 'Closed after an answer.', opens: 'A clinician opens it.', rules: ['TR-01'] };
    const said = words(render(ClosedPage, { props: { title: 'No plan for now', closed } }).body);
    for (const part of ['Closed after an answer.', 'A clinician opens it.', 'TR-01', 'What to do now', 'Make the note']) expect(said).toContain(part);
    expect(said).not.toContain('km');
  });
});

describe('the dialog of a move', () => {
  const [, to, day] = days;
  async function shown(changed: Parameters<typeof madeUpMove>[0]): Promise<string> {
    if (!day || !to) throw new Error('the made-up plan has no days');
    const moving = new Moving(() => Promise.resolve({ kind: 'answer', value: madeUpMove(changed) }), nothing);
    await moving.show(day, to);
    return words(render(MoveDialog, { props: { moving, weeks: plan.weeks } }).body);
  }

  test('shows what a move would bend beside the button that keeps it', async () => {
    const said = await shown({ bends: [{ rule: 'TP-05', text: 'Less in the week.' }], changes: [{ date: '2026-11-27', short_date: 'Fri 27 Nov', before: 'Easy run 6 km', after: 'No run' }] });
    for (const part of ['What it would bend', 'Less in the week.', 'Easy run 6 km', 'No run', 'Move it all the same']) expect(said).toContain(part);
  });

  test('has no such button where a must stands against it', async () => {
    const said = await shown({ allowed: false, refused: [{ rule: 'TD-02', text: 'Today asks for less.' }], sentence: 'This cannot be moved there.' });
    for (const part of ['This cannot be moved there.', 'What stands against it', 'Today asks for less.', 'Another day']) expect(said).toContain(part);
    expect(said).not.toContain('Move it');
  });
});

test('the start line says in words what is met, what is not, and what is still open', () => {
  const gate = (['met', 'not_met', 'unanswered'] as const).map((state) => ({ what: state, state, rule: 'TP-11', sentence: `sentence ${state}` }));
  const said = words(render(StartGate, { props: { gate } }).body);
  expect(said).toMatch(/yes sentence met .* not yet sentence not_met .* open sentence unanswered/);
});
