// Shapes as SVG text. 1000 drawing units are one body height; y is turned over here and nowhere else.
import { degrees, distance, polar, type Point } from "../geometry.ts";

/** A length in drawing units. */
export const units = (length: number): string => (Math.round(length * 1000) + 0).toString();

/** A point in drawing units. */
export const at = (point: Point): string => `${units(point.x)} ${units(-point.y)}`;

/** A ball. */
export const ball = (middle: Point, radius: number, kind: string): string =>
  `<circle class="${kind}" cx="${units(middle.x)}" cy="${units(-middle.y)}" r="${units(radius)}"/>`;

/** A round-ended limb: two circles and the straight edges between them. */
export function limb(a: Point, b: Point, radiusA: number, radiusB: number, kind: string): string {
  const long = distance(a, b);
  if (long < 1e-4 || long <= Math.abs(radiusA - radiusB)) {
    return ball(a, Math.max(radiusA, radiusB), kind);
  }
  const base = degrees(Math.atan2(b.y - a.y, b.x - a.x));
  const off = degrees(Math.acos((radiusA - radiusB) / long));
  const a1 = polar(a, base + off, radiusA);
  const b1 = polar(b, base + off, radiusB);
  const b2 = polar(b, base - off, radiusB);
  const a2 = polar(a, base - off, radiusA);
  const round = (radius: number, large: boolean, to: Point): string =>
    `A${units(radius)} ${units(radius)} 0 ${large ? 1 : 0} 1 ${at(to)}`;
  return `<path class="${kind}" d="M${at(a1)}L${at(b1)}${round(radiusB, radiusB > radiusA, b2)}L${at(a2)}${round(radiusA, radiusA > radiusB, a1)}Z"/>`;
}

/** A rectangle with round corners. */
export function box(x: number, top: number, width: number, height: number, radius: number, kind: string): string {
  const corner = Math.min(radius, width / 2, height / 2);
  return `<rect class="${kind}" x="${units(x)}" y="${units(-top)}" width="${units(width)}" height="${units(height)}" rx="${units(corner)}"/>`;
}
