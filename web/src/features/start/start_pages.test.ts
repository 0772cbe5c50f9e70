import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { About, ImportedFile } from '../../api/types';
import BodyMap from './BodyMap.svelte';
import FileVerdicts from './FileVerdicts.svelte';
import Overview from './Overview.svelte';
import type { Known } from './steps';

const sites = [{ word: 'front_of_hip', label: 'Front of the hip' }, { word: 'groin', label: 'Groin' }, { word: 'back', label: 'Back' }];
const nothing = (): void => undefined;

test('every place of the map is a box to tick by name, and what is marked stands in words', () => {
  const { body } = render(BodyMap, { props: { sites, places: [{ site: 'groin', side: 'left' }], change: nothing } });
  expect(body.match(/role="checkbox"/g)).toHaveLength(5);
  expect(body).toMatch(/aria-checked="true" aria-label="Groin, left"/);
  expect(body).toContain('Take away: Groin, left');
});

test('a place that setup does not know is not drawn', () => {
  const { body } = render(BodyMap, { props: { sites: sites.slice(0, 1), places: [], change: nothing } });
  expect(body.match(/role="checkbox"/g)).toHaveLength(2);
  expect(body).toContain('Nothing marked yet.');
});

const file = (name: string, verdict: ImportedFile['verdict']): ImportedFile => ({ name, verdict, format: 'fit', code: '', sentence: `About ${name}.`, records: 1, distance_m: null, warnings: [] });

test('a few files are told one by one, many are counted by what became of them', () => {
  expect(render(FileVerdicts, { props: { files: [file('ride.fit', 'other_sport')] } }).body).toContain('About ride.fit.');
  const { body } = render(FileVerdicts, { props: { files: [file('a', 'run'), file('b', 'run'), file('c', 'salvaged'), file('d', 'refused')] } });
  for (const words of ['run: 2', 'in part: 1', 'not readable: 1', 'Each of 4 files']) expect(body).toContain(words);
});

const about = (more: Partial<About>): About => ({
  program: 'hipline', version: '1', content_hash: '', notice: '', made_up: false, today: '2026-11-25', set_up: false, runs: 0, check_ins: 0, circuits: 0, race: null, units: 'metric', english: 'british',
  data: { database: '', originals: '', bytes: 0 }, ...more,
});
const known = (fields: readonly string[]): Known => ({ runs: 0, questions: false, field: (id) => fields.includes(id) });

test('a new runner can begin or look around; one who has told something goes on or sees today', () => {
  const fresh = render(Overview, { props: { about: about({}), known: known([]), skipped: [] } }).body;
  expect(fresh).toContain('Begin');
  expect(fresh).toContain('Look around with a made-up runner');
  expect(fresh).not.toContain('Show me today');
  const later = render(Overview, { props: { about: about({ set_up: true }), known: known(['race-day']), skipped: ['runs'] } }).body;
  expect(later).toContain('Go on: The ache');
  expect(later).toContain('Show me today');
  expect(later).not.toContain('Look around');
});
