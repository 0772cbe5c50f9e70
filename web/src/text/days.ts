import { language } from './text';

/** A calendar day as the server writes it: `2026-11-25`. It has no time zone and needs none. */
export type Day = string;

/** A way to write days. What knows how is made once, at first need: making it costs more than writing a hundred days. */
function ofDay(options: Intl.DateTimeFormatOptions): (day: Day) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (day) => (format ??= new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' })).format(dateOf(day));
}
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** `Wed` */
export const weekday = ofDay({ weekday: 'short' });
/** `Wednesday 25 November` */
export const longDay = ofDay({ weekday: 'long', day: 'numeric', month: 'long' });
/** `25 Nov` */
export const shortDay = ofDay({ day: 'numeric', month: 'short' });
/** `25 November 2026` */
export const fullDay = ofDay({ day: 'numeric', month: 'long', year: 'numeric' });
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
