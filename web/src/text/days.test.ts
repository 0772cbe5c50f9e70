import { expect, test } from 'vitest';
import { dayAfter, dayOfMonth, longDay, shortDay, weekday } from './days';

/** Every day of a leap year and the one after it. */
const days = Array.from({ length: 731 }, (_, i) => dayAfter('2028-01-01', i));

test.each(['en-GB', 'en-US'] as const)('days are written as %s writes them', (language) => {
  const written = (options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return days.map((day) => format.format(new Date(`${day}T00:00:00Z`)));
  };
  expect(days.map((day) => longDay(day, language))).toEqual(written({ weekday: 'long', day: 'numeric', month: 'long' }));
  expect(days.map((day) => shortDay(day, language))).toEqual(written({ day: 'numeric', month: 'short' }));
  expect(days.map((day) => weekday(day))).toEqual(written({ weekday: 'short' }));
  expect(days.map((day) => dayOfMonth(day))).toEqual(written({ day: 'numeric' }));
});
