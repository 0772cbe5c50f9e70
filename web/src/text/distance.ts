export type Units = 'metric' | 'imperial';

const metresIn = { metric: 1000, imperial: 1609.344 } as const;

/** A distance in kilometres or miles, to a tenth. */
export const inUnits = (metres: number, units: Units): number => Math.round((metres / metresIn[units]) * 10) / 10;

/** A distance with its unit: "12.5 km", "1 mile". */
export function distanceText(metres: number, units: Units): string {
  const amount = inUnits(metres, units);
  return `${String(amount)} ${units === 'metric' ? 'km' : amount === 1 ? 'mile' : 'miles'}`;
}
