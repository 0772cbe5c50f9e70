import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choices } from '../../sound/choices';
import { asOnDevice, useOnDevice, type Settings } from './device';

const kept: Settings = { units: 'imperial', english: 'british', voice: true, sounds: true, get_ready: 'count' };

beforeEach(() => {
  const lines = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => lines.get(key) ?? null, setItem: (key: string, value: string) => lines.set(key, value) });
});
afterEach(() => vi.unstubAllGlobals());

test('what was chosen on this device comes before what the server kept for another one', () => {
  useOnDevice({ ...kept, voice: false, get_ready: 'tap' });
  expect(asOnDevice(kept)).toMatchObject({ units: 'imperial', voice: false, sounds: true, get_ready: 'tap' });
});

test('the circuit is led as the settings say, and what only the circuit asks stays', () => {
  localStorage.setItem('hipline.circuit', JSON.stringify({ mediaKeys: true }));
  useOnDevice({ ...kept, sounds: false });
  expect(choices()).toEqual({ voice: true, beeps: false, waitForTap: false, mediaKeys: true });
});

test('only another language asks for loading the pages anew', () => {
  useOnDevice(kept);
  expect(useOnDevice({ ...kept, voice: false })).toBe(false);
  expect(useOnDevice({ ...kept, english: 'american' })).toBe(true);
  expect(asOnDevice(kept).english).toBe('american');
});
