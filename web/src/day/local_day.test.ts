import { describe, expect, it } from 'vitest';
import { localDay } from './local_day';

describe('the day of an answer', () => {
  it('changes at midnight, as it does on the server', () => {
    expect(localDay(new Date(2026, 10, 25, 23, 59))).toBe('2026-11-25');
    expect(localDay(new Date(2026, 10, 26, 0, 0))).toBe('2026-11-26');
  });
  it('is written with two digits for month and day', () => {
    expect(localDay(new Date(2027, 0, 5, 12))).toBe('2027-01-05');
  });
});
