// The body map's places and what they say: setup knows one list of sites and one side.

export type Side = 'left' | 'right';
/** A place on the map: a site, and its side where it has one. */
export interface Place {
  readonly site: string;
  readonly side: Side | null;
}

/** The sites that lie in the middle of the body. */
const middle: readonly string[] = ['lower_belly', 'back'];
export const hasSide = (site: string): boolean => !middle.includes(site);

export const keyOf = ({ site, side }: Place): string => (side === null ? site : `${side} ${site}`);

/** The places that setup's answers mark: with no side told, and with both, a site is marked on both sides. */
export function placesOf(sites: string | null, side: string | null): Place[] {
  const named = (sites ?? '').split(',').filter(Boolean);
  const sides: readonly Side[] = side === 'left' || side === 'right' ? [side] : ['right', 'left'];
  return named.flatMap((site): Place[] => (hasSide(site) ? sides.map((one) => ({ site, side: one })) : [{ site, side: null }]));
}

/** What the marked places answer to setup's two questions; empty where nothing is marked. */
export function answersOf(places: readonly Place[]): { 'ache-sites': string; 'ache-side': string } {
  const sides = new Set(places.flatMap(({ side }) => (side === null ? [] : [side])));
  const [one] = sides;
  return { 'ache-sites': [...new Set(places.map(({ site }) => site))].join(','), 'ache-side': sides.size === 2 ? 'both' : (one ?? '') };
}

/** Marks a place, or takes its mark away. */
export function toggled(places: readonly Place[], place: Place): Place[] {
  const key = keyOf(place);
  return places.some((one) => keyOf(one) === key) ? places.filter((one) => keyOf(one) !== key) : [...places, place];
}
