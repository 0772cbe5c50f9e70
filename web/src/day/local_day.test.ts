import { describe, expect, it } from 'vitest';
import { localDay } from './local_day';

describe('the day of an answer', () => {
  it('changes at three in the morning, so that a late evening still belongs to its day', () => {
    expect(localDay(new Date(2026, 10, 25, 2, 59))).toBe('2026-11-24');
    expect(localDay(new Date(2026, 10, 25, 3, 0))).toBe('2026-11-25');
  });
  it('is written with two digits for month and day', () => {
    expect(localDay(new Date(2027, 0, 5, 12))).toBe('2027-01-05');
  });
});
