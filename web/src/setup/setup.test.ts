import { expect, test } from 'vitest';
import type { Answer } from '../api/client';
import type { Setup, SetupField } from '../api/types';
import { SetupInHand, type SetupServer } from './setup.svelte';

const field = (id: string, known: string | null = null): SetupField => ({
  id, chapter: 'race', form: 'text', text: id, help: '', unit: '', whole: false, lowest: null, highest: null, choices: [], none_label: '', private: false,
  by_flag_only: false, asked: true, known, shown: known,
});
/** A server with two fields that keeps what it is told and refuses one day. */
function fakeServer(): SetupServer & { told: Record<string, string>[] } {
  const known: Record<string, string | null> = { 'race-day': null, 'race-name': 'Lauf' };
  const now = (): Answer<Setup> => ({ kind: 'answer', value: { made_up: false, chapters: ['race'], fields: Object.entries(known).map(([id, value]) => field(id, value)) } });
  const told: Record<string, string>[] = [];
  return {
    told,
    get: () => Promise.resolve(now()),
    tell: (fields) => {
      told.push(fields);
      if (fields['race-day'] === '2019-01-01') return Promise.resolve({ kind: 'refused', status: 422, code: 'race_long_past', where: 'race-day', message: 'This race is more than 14 days past.' });
      for (const [id, value] of Object.entries(fields)) known[id] = value === 'forget' ? null : value;
      return Promise.resolve(now());
    },
  };
}

test('an answer is kept, and telling the same again sends nothing', async () => {
  const server = fakeServer();
  const setup = new SetupInHand(server);
  await setup.load();
  await setup.tell({ 'race-day': '2026-12-09' });
  await setup.tell({ 'race-day': '2026-12-09', 'race-name': 'Lauf' });
  expect(server.told).toEqual([{ 'race-day': '2026-12-09' }]);
  expect(setup.field('race-day')?.known).toBe('2026-12-09');
});

test('an emptied answer is unknown again, not an empty one', async () => {
  const server = fakeServer();
  const setup = new SetupInHand(server);
  await setup.load();
  await setup.tell({ 'race-name': '' });
  expect(server.told).toEqual([{ 'race-name': 'forget' }]);
  expect(setup.field('race-name')?.known).toBeNull();
});

test('a refusal stands at its field until it is told otherwise', async () => {
  const setup = new SetupInHand(fakeServer());
  await setup.load();
  await setup.tell({ 'race-day': '2019-01-01' });
  expect(setup.refused).toEqual({ 'race-day': 'This race is more than 14 days past.' });
  expect(await setup.settled()).toBe(false);
  await setup.tell({ 'race-day': '2026-12-09' });
  expect(await setup.settled()).toBe(true);
});

test('answers that come quickly are kept in their order', async () => {
  const server = fakeServer();
  const setup = new SetupInHand(server);
  await setup.load();
  void setup.tell({ 'race-name': 'A' });
  void setup.tell({ 'race-name': 'AB' });
  await setup.settled();
  expect(server.told.map((one) => one['race-name'])).toEqual(['A', 'AB']);
  expect(setup.keeping).toBe(0);
});
