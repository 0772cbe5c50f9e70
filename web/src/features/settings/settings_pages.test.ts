import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { About, Devices } from '../../api/types';
import Data from './Data.svelte';
import Deleted from './Deleted.svelte';
import Phones from './Phones.svelte';
import { saysSo } from './words';

const about: About = {
  program: 'hipline', version: '0.4', content_hash: 'abc', notice: 'Not reviewed by a clinician.', made_up: false, today: '2026-11-25', set_up: true,
  runs: 1, check_ins: 12, circuits: 3, race: null, units: 'metric', english: 'british', data: { database: 'DATA/hipline.db', originals: 'DATA/hipline.db.originals', bytes: 2_400_000 },
};
const nothing = (): void => undefined;

test('it says where the data lies and how much there is', () => {
  const { body } = render(Data, { props: { about, gone: nothing, restored: nothing } });
  for (const words of ['DATA/hipline.db', 'DATA/hipline.db.originals', '1 run, 12 check-ins, 3 days with a circuit', '2.4 MB']) expect(body).toContain(words);
});

test('deleting waits for the words to be typed', () => {
  expect(render(Data, { props: { about, gone: nothing, restored: nothing } }).body).toMatch(/<button type="submit" class="btn remove[^"]*" disabled/);
  expect(saysSo(' Delete  everything ', 'delete everything')).toBe(true);
  expect(saysSo('delete', 'delete everything')).toBe(false);
  expect(saysSo('', 'delete everything')).toBe(false);
});

test('looking around as the made-up runner, the own data is neither deleted nor brought back', () => {
  const { body } = render(Data, { props: { about: { ...about, made_up: true }, gone: nothing, restored: nothing } });
  expect(body).not.toContain('<form');
  expect(body).toContain('made-up runner');
});

test('what the browser would not let go of is named, not passed over', () => {
  expect(render(Deleted, { props: { refused: [] } }).body).toContain('In this browser: nothing is left.');
  expect(render(Deleted, { props: { refused: ['circuits'] } }).body).toMatch(/would not let go of: circuits/);
});

const devices: Devices = {
  served: true, address: 'https://192.168.1.5:4748', may_pair: true,
  devices: [
    { id: 'a', name: 'iPhone <b>', paired_at: '2026-11-24T08:00:00Z', last_seen_at: '2026-11-25T08:00:00Z', this_device: false },
    { id: 'b', name: 'Old phone', paired_at: '2026-11-24T08:00:00Z', last_seen_at: '2026-11-25T08:00:00Z', this_device: true },
  ],
};

test('on the computer every phone can be shut out and one more be paired', () => {
  const { body } = render(Phones, { props: { devices } });
  expect(body).toContain('iPhone &lt;b>');
  expect(body.match(/Shut out/g)).toHaveLength(2);
  expect(body).toContain('Pair a phone');
});

test('a phone can end its own pairing only', () => {
  const { body } = render(Phones, { props: { devices: { ...devices, may_pair: false } } });
  expect(body.match(/Shut out/g)).toHaveLength(1);
  expect(body).toContain('aria-label="Shut out Old phone"');
  expect(body).not.toContain('Pair a phone');
});

test('where phones are not served the computer says how they are', () => {
  const { body } = render(Phones, { props: { devices: { served: false, address: null, may_pair: true, devices: [] } } });
  expect(body).toContain('hipline serve --phone');
  expect(body).not.toContain('Pair a phone');
});
