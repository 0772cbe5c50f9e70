import { afterEach, expect, test, vi } from 'vitest';
import { copy } from './copy';

afterEach(() => vi.unstubAllGlobals());

test('what is copied is the page, word by word', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copy('the page')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('the page');
});

test('a browser that does not copy says so, and nothing is claimed', async () => {
  vi.stubGlobal('navigator', {});
  expect(await copy('the page')).toBe(false);
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
  expect(await copy('the page')).toBe(false);
});
