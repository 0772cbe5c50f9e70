import { describe, expect, it } from 'vitest';
import { meaningOf } from './keys';
import type { View } from './session';

const view = (more: Partial<View>): View => ({
  step: 0,
  kind: 'repetitions',
  started: true,
  running: true,
  finished: false,
  phase: 0,
  phaseProgress: 0,
  inCycleMs: 0,
  repetition: 1,
  repetitions: 10,
  numberMs: null,
  countsDown: false,
  stepProgress: 0,
  lastMs: null,
  bestMs: null,
  eased: false,
  clockMs: 0,
  activeMs: 0,
  ...more,
});

describe('the keys', () => {
  it('answer pain with numbers only where pain is asked for', () => {
    expect(meaningOf('7', view({ kind: 'pain' }), 15)).toEqual({ kind: 'pain', value: 7 });
    expect(meaningOf('7', view({ kind: 'hold' }), 15)).toBeNull();
  });

  it('never answer the question of pain with the big button', () => {
    expect(meaningOf(' ', view({ kind: 'pain' }), 15)).toBeNull();
    expect(meaningOf('Enter', view({ kind: 'pain' }), 15)).toBeNull();
  });

  it('skip and repeat with the arrows, and pause and go on with one key', () => {
    expect(meaningOf('ArrowRight', view({}), 15)).toEqual({ kind: 'skip' });
    expect(meaningOf('ArrowLeft', view({}), 15)).toEqual({ kind: 'repeat' });
    expect(meaningOf('p', view({}), 15)).toEqual({ kind: 'pause' });
    expect(meaningOf('p', view({ running: false }), 15)).toEqual({ kind: 'go_on' });
  });

  it('mean nothing once it is over', () => {
    expect(meaningOf(' ', view({ finished: true }), 15)).toBeNull();
  });
});
