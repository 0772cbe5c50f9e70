import { language, type Language } from './text';

/** A calendar day as the server writes it: `2026-11-25`. It has no time zone and needs none. */
export type Day = string;

// Days are written from these tables and not by `Intl.DateTimeFormat`: the first use of `Intl` on a page costs a phone a tenth of a
// second, and days stand on nearly every page. days.test.ts compares the two.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const weekdayOf = (date: Date): string => weekdays[date.getUTCDay()] ?? '';
const monthOf = (date: Date): string => months[date.getUTCMonth()] ?? '';
const shortMonthOf = (date: Date, where: Language): string => (where === 'en-GB' && date.getUTCMonth() === 8 ? 'Sept' : monthOf(date).slice(0, 3));

/** `Wed` */
export const weekday = (day: Day): string => weekdayOf(dateOf(day)).slice(0, 3);
/** `Wednesday 25 November`, `Wednesday, November 25` */
export function longDay(day: Day, where = language()): string {
  const date = dateOf(day);
  const number = String(date.getUTCDate());
  return where === 'en-US' ? `${weekdayOf(date)}, ${monthOf(date)} ${number}` : `${weekdayOf(date)} ${number} ${monthOf(date)}`;
}
/** `25 Nov`, `Nov 25` */
export function shortDay(day: Day, where = language()): string {
  const date = dateOf(day);
  const number = String(date.getUTCDate());
  return where === 'en-US' ? `${shortMonthOf(date, where)} ${number}` : `${number} ${shortMonthOf(date, where)}`;
}
/** `25` */
export const dayOfMonth = (day: Day): string => String(dateOf(day).getUTCDate());

/** The day `days` after `day`. */
export function dayAfter(day: Day, days: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `this morning at 07:40` would need the day; this is the moment on the device's clock: `25 November, 07:40`. */
export function moment(at: number): string {
  // Made anew each time: the clock's zone may have changed on the way.
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
}
