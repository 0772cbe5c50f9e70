import { expect, test } from 'vitest';
import type { Answer } from '../../api/client';
import { MixInHand, type Mix } from './mix.svelte';

const mixOf = (exercises: readonly string[]): Mix => ({
  made_up: false, closed: null, covers: [], misses: [], sentence: exercises.join('+'), addition: { exercises: [], fits: true, time_in_a_round_s: 0, still_missing: [] }, no_time: [], replaced: [],
  prescription: null, script: null, exercises: [], figures: {},
});
const said = (mix: MixInHand): string | undefined => (mix.answer?.kind === 'answer' ? mix.answer.value.sentence : undefined);

test('it begins with what is given, leaves out what the library no longer has, and weighs it', async () => {
  const mix = new MixInHand((exercises) => Promise.resolve({ kind: 'answer', value: mixOf(exercises) }));
  await mix.begin(['a', 'gone', 'b'], (id) => id !== 'gone');
  expect(mix.picked).toEqual(['a', 'b']);
  expect(said(mix)).toBe('a+b');
});

test('a slow answer to earlier picks does not stand for the later ones', async () => {
  const waiting: (() => void)[] = [];
  const mix = new MixInHand((exercises) => new Promise<Answer<Mix>>((resolve) => waiting.push(() => resolve({ kind: 'answer', value: mixOf(exercises) }))));
  const first = mix.pick('a', true);
  const second = mix.pick('b', true);
  waiting[1]?.();
  await second;
  waiting[0]?.();
  await first;
  expect(said(mix)).toBe('a+b');
});

test('picking twice keeps one, taking out leaves the others', async () => {
  const mix = new MixInHand((exercises) => Promise.resolve({ kind: 'answer', value: mixOf(exercises) }));
  await mix.pick('a', true);
  await mix.pick('b', true);
  await mix.pick('a', true);
  expect([...mix.picked].sort()).toEqual(['a', 'b']);
  await mix.pick('a', false);
  expect(mix.picked).toEqual(['b']);
});
