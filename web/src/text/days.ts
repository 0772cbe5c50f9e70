import { language } from './text';

/** A calendar day as the server writes it: `2026-11-25`. It has no time zone and needs none. */
export type Day = string;

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' });
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** `Wed` */
export const weekday = (day: Day): string => format({ weekday: 'short' }).format(dateOf(day));
/** `Wednesday 25 November` */
export const longDay = (day: Day): string => format({ weekday: 'long', day: 'numeric', month: 'long' }).format(dateOf(day));
/** `25 Nov` */
export const shortDay = (day: Day): string => format({ day: 'numeric', month: 'short' }).format(dateOf(day));
/** `25 November 2026` */
export const fullDay = (day: Day): string => format({ day: 'numeric', month: 'long', year: 'numeric' }).format(dateOf(day));
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
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
}
