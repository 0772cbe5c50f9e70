// Points and directions. Lengths in body heights, angles in degrees, anticlockwise from +x; y points up.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const origin: Point = { x: 0, y: 0 };

/** Degrees as radians. */
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Radians as degrees. */
export const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The point `length` away from `from` in a direction. */
export function polar(from: Point, direction: number, length: number): Point {
  return { x: from.x + Math.cos(radians(direction)) * length, y: from.y + Math.sin(radians(direction)) * length };
}

/** The number that lies `share` of the way from one to the other. */
export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The point that lies `share` of the way from one to the other. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share) };
}

/** The point moved by another one's coordinates. */
export const moved = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });

/** How far apart two points lie. */
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The direction from one point to another. */
export const direction = (from: Point, to: Point): number => degrees(Math.atan2(to.y - from.y, to.x - from.x));

/** The same direction, written as an angle of at least `low` and less than `low` + 360. */
export function turnedFrom(angle: number, low: number): number {
  return low + ((((angle - low) % 360) + 360) % 360);
}
