/** A moment's day as this device's calendar has it, such as 2026-11-25: a day is decided from midnight to midnight. */
export function localDay(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
