// For tests: the circuit of src/hipline/session/made_up_circuit.hpp, with rests and questions, as the server would send it.
import type { Script, Step } from './script';

export function madeUpScript(rounds = 1): Script {
  const exercise = (id: string, title: string, phases: Script['exercises'][number]['phases'], stop_cue = '') => ({ id, title, easier: '', stop_cue, band: 'none', phases });
  const step = (kind: Step['kind'], of: number, round: number, more: Partial<Step> = {}): Step => ({
    kind,
    exercise: of,
    round,
    set: 1,
    sets: 1,
    side: 'both',
    length_ms: 0,
    repetitions: 0,
    last_ms: null,
    best_ms: null,
    aim_ms: null,
    say: '',
    ...more,
  });
  const script: Script = {
    rounds,
    ease_from: 4,
    stop_from: 6,
    eased_share: 0.7,
    more_rest_ms: 15000,
    exercises: [
      exercise('climber', 'Climber', [
        { name: 'drive', cue: 'Drive', length_ms: 400, sound: 'rise', count: 'repetition' },
        { name: 'return', cue: 'Slow back', length_ms: 3000, sound: 'tick', count: 'down' },
        { name: 'set', cue: '', length_ms: 400, sound: 'none', count: 'nothing' },
      ]),
      exercise('pulses', 'Pulses', [
        { name: 'drive', cue: 'Up', length_ms: 400, sound: 'rise', count: 'repetition' },
        { name: 'return', cue: 'and down', length_ms: 600, sound: 'none', count: 'nothing' },
      ]),
      exercise(
        'hold',
        'Hold',
        [
          { name: 'get set', cue: 'Down, back foot off', length_ms: 2000, sound: 'soft', count: 'nothing' },
          { name: 'hold', cue: 'Hold', length_ms: 6000, sound: 'tick_5', count: 'up' },
          { name: 'rest', cue: 'Done', length_ms: 2000, sound: 'end', count: 'nothing' },
        ],
        'Hips drop, or the back foot touches: stop.',
      ),
    ],
    steps: [],
  };
  for (let round = 1; round <= rounds; round++) {
    for (const of of script.exercises.keys()) {
      for (const side of ['left', 'right'] as const) {
        script.steps.push(step('get_ready', of, round, { side, length_ms: 5000, say: side === 'left' ? 'Left side.' : 'Right side.' }));
        if (of === 0) script.steps.push(step('repetitions', of, round, { side, repetitions: 10 }));
        if (of === 1) script.steps.push(step('work', of, round, { side, length_ms: 30000 }));
        if (of === 2) script.steps.push(step('hold', of, round, { side, last_ms: 18000, best_ms: 24000, aim_ms: 20000 }));
      }
      script.steps.push(step('pain', of, round, { say: 'Front of the hip in that one?' }));
      script.steps.push(step('rest', of, round, { length_ms: 20000, say: 'Rest.' }));
    }
  }
  script.steps.pop();
  return script;
}
