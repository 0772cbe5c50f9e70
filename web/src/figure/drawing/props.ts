// Things: the mat, what stands on the floor, what is carried, and the band.
import type { Band, Box, Carried, FigureParts, Prop } from "../format.ts";
import { between, direction, distance, moved, origin, polar, type Point } from "../geometry.ts";
import { jointNamed, type Joints, type Limb } from "../kinematics.ts";
import { jointShift } from "./depth.ts";
import { at, ball, box, units } from "./paths.ts";

/** Whether a prop is carried by the body; else it stands on the floor. */
export const isCarried = (prop: Prop): prop is Carried => "at" in prop;

/** The mat under everything. */
export function mat(parts: FigureParts): string {
  const [low, high] = parts.view.x;
  return box(low + 0.02, 0.018 - 0.036, high - low - 0.04, 0.034, 0.017, "f-mat");
}

/** A step, chair, bench or wall. */
export const standing = (prop: Box): string =>
  box(prop.x[0], prop.y[1], prop.x[1] - prop.x[0], prop.y[1] - prop.y[0], 0.012, "f-prop");

/** What is carried on the far side lies behind the near limbs, as a ball between the knees does. */
export const isBehind = (prop: Prop): boolean => isCarried(prop) && prop.at.startsWith("far.");

/** A weight in the hand or on the lap, a ball between the knees. */
export function carried(prop: Carried, joints: Joints): string {
  const place = moved(jointNamed(joints, prop.at), { x: prop.dx ?? 0, y: prop.dy ?? 0 });
  if (prop.round) return ball(place, prop.width / 2, "f-weight");
  return box(place.x - prop.width / 2, place.y + prop.height / 2, prop.width, prop.height, 0.02, "f-weight");
}

const sideOf = (joint: string): "near" | "far" => (joint.startsWith("far.") ? "far" : "near");
const partOf = (joint: string): string => joint.slice(joint.indexOf(".") + 1);

function across(limb: Limb, part: string, front: boolean): readonly [Point, Point] {
  if (part === "foot" && front) return [polar(limb.foot, limb.footDirection, 0.03), polar(limb.foot, limb.footDirection, -0.03)];
  if (part === "foot") {
    const top = polar(polar(limb.ankle, limb.footDirection, 0.04), limb.footDirection - 90, 0.004);
    return [top, polar(between(limb.heel, limb.ball, 0.66), limb.footDirection - 90, 0.006)];
  }
  const ankle = part === "ankle";
  const middle = ankle ? polar(limb.ankle, limb.shankDirection, -0.022) : polar(limb.knee, limb.thighDirection, -0.05);
  const along = ankle ? limb.shankDirection : limb.thighDirection;
  const half = ankle ? 0.026 : 0.044;
  return [polar(middle, along + 90, half), polar(middle, along - 90, half)];
}

/** The two of the points that lie furthest apart. */
function farthest(points: readonly Point[]): readonly [Point, Point] {
  const pairs = points.flatMap((a, i) => points.slice(i + 1).map((b) => [a, b] as const));
  return pairs.reduce((best, pair) => (distance(...pair) > distance(...best) ? pair : best), [origin, origin] as const);
}

/** From the front: a flat band over both legs, from one outer edge to the other. */
function strap(joints: Joints, from: string, to: string): string {
  const edges = [from, to].flatMap((joint) => across(joints[sideOf(joint)], partOf(joint), true));
  const [a, b] = farthest(edges);
  const along = direction(a, b);
  const edge = (place: Point, off: number): Point => polar(place, along + 90, off);
  return `<path class="f-band" d="M${at(edge(a, 0.012))}L${at(edge(b, 0.012))}L${at(edge(b, -0.012))}L${at(edge(a, -0.012))}Z"/>`;
}

/** The two long strands of the band between its ends. */
export function strands(joints: Joints, band: Band): string {
  if (joints.front && typeof band.to === "string") return strap(joints, band.from, band.to);
  const a = moved(jointNamed(joints, band.from), jointShift(joints, band.from));
  const b = typeof band.to === "string" ? moved(jointNamed(joints, band.to), jointShift(joints, band.to)) : band.to;
  const along = direction(a, b);
  const half = 0.024;
  const end = typeof band.to === "string" ? half : 0.012;
  const beside = (point: Point, side: 1 | -1, off: number): Point => polar(point, along + 90 * side, off);
  const turn = (radius: number): string => `A${units(radius)} ${units(radius)} 0 0 1 `;
  return (
    `<path class="f-band" d="M${at(beside(a, 1, half))}L${at(beside(b, 1, end))}${turn(end)}${at(beside(b, -1, end))}` +
    `L${at(beside(a, -1, half))}${turn(half)}${at(beside(a, 1, half))}Z"/>`
  );
}

/** The part of the band that shows across a shoe, an ankle or a thigh of one side. */
export function wrap(joints: Joints, band: Band, side: "near" | "far"): string {
  if (joints.front && typeof band.to === "string") return "";
  for (const end of [band.from, band.to]) {
    if (typeof end !== "string" || !end.startsWith(`${side}.`)) continue;
    const [a, b] = across(joints[side], partOf(end), joints.front);
    return `<path class="f-band" d="M${at(a)}L${at(b)}"/>`;
  }
  return "";
}
