/** A moment's day as this device's calendar has it, such as 2026-11-25. A check-in's day ends at three in the morning, as it does on
 * the server. */
export function localDay(moment: Date): string {
  const shifted = new Date(moment.getTime() - 3 * 3600 * 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${shifted.getFullYear()}-${two(shifted.getMonth() + 1)}-${two(shifted.getDate())}`;
}
