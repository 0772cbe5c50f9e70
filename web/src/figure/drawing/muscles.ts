// The muscles that work or are stretched, drawn on the limb in the colour of the body.
import type { MuscleMap, MuscleRole, Side } from "../format.ts";
import { between, direction, distance, moved, origin, polar, type Point } from "../geometry.ts";
import type { Joints, Limb } from "../kinematics.ts";
import { sideShift } from "./depth.ts";
import { at } from "./paths.ts";

type Roles = NonNullable<MuscleMap[Side]>;

function roleOf(roles: Roles, muscle: string): MuscleRole | undefined {
  const order: MuscleRole[] = ["work", "stretch", "also"];
  return order.find((role) => roles[role]?.some((one) => one === muscle));
}

const curve = (kind: string, a: Point, over: Point, b: Point): string => `<path class="${kind}" d="M${at(a)}Q${at(over)} ${at(b)}"/>`;

/** A spindle along a curve: thick in its belly, thin at both ends. */
function spindle(a: Point, over: Point, b: Point): string {
  const on = (share: number): Point => between(between(a, over, share), between(over, b, share), share);
  const upper: Point[] = [];
  const lower: Point[] = [];
  for (let i = 0; i <= 12; i++) {
    const share = i / 12;
    const across = direction(on(Math.max(0, share - 0.02)), on(Math.min(1, share + 0.02))) + 90;
    const half = 0.008 + 0.019 * Math.sin(Math.PI * share ** 0.8);
    upper.push(polar(on(share), across, half));
    lower.unshift(polar(on(share), across, -half));
  }
  return `<path class="m-belly" d="M${[...upper, ...lower].map(at).join("L")}Z"/>`;
}

function hipFlexor(joints: Joints, side: Side, role: MuscleRole, shift: Point): string {
  const limb = joints[side];
  const pelvisFront = joints.directions.pelvis - 90;
  const thighFront = limb.thighDirection + 90;
  const sum = moved(polar(origin, pelvisFront, 1), polar(origin, thighFront, 1));
  const length = distance(origin, sum) || 1;
  const a = moved(polar(polar(joints.pelvis, joints.directions.pelvis, 0.088), pelvisFront, 0.012), shift);
  const b = moved(polar(polar(limb.hip, limb.thighDirection, 0.098), thighFront, 0.022), shift);
  const over = moved({ x: joints.pelvis.x + (sum.x / length) * 0.058, y: joints.pelvis.y + (sum.y / length) * 0.058 }, shift);
  return curve("m-halo", a, over, b) + (role === "stretch" ? curve("m-stretch m-main", a, over, b) : spindle(a, over, b));
}

/** A long muscle of the thigh, on its front or its back. */
function alongThigh(joints: Joints, side: Side, role: MuscleRole, shift: Point, face: 1 | -1): string {
  const limb = joints[side];
  const out = limb.thighDirection + 90 * face;
  const a = moved(polar(polar(limb.hip, limb.thighDirection, 0.075), out, 0.026), shift);
  const b = moved(polar(polar(limb.hip, limb.thighDirection, 0.215), out, 0.016), shift);
  return curve(`m-${role} m-thick`, a, polar(between(a, b, 0.4), out, 0.014), b);
}

function glute(joints: Joints, side: Side, role: MuscleRole, shift: Point): string {
  const limb = joints[side];
  const back = joints.directions.pelvis + 90;
  const a = moved(polar(polar(joints.pelvis, joints.directions.pelvis, 0.05), back, 0.036), shift);
  const b = moved(polar(polar(limb.hip, limb.thighDirection, 0.05), limb.thighDirection - 90, 0.034), shift);
  return curve(`m-${role} m-thick`, a, polar(between(a, b, 0.5), back, 0.02), b);
}

/** A place on the thigh, so far from the hip or, where the thigh points out of the drawing, halfway down what is seen. */
const along = (limb: Limb, length: number): Point => polar(limb.hip, limb.thighDirection, Math.min(length, distance(limb.hip, limb.knee) / 2));

/** From the front: over the crease of the hip. */
function hipFlexorFromFront(joints: Joints, side: Side, role: MuscleRole): string {
  const limb = joints[side];
  const a = polar(polar(limb.hip, joints.directions.pelvis, 0.06), joints.directions.pelvis + 90, side === "near" ? -0.014 : 0.014);
  const b = along(limb, 0.09);
  const over = between(a, b, 0.5);
  return curve("m-halo", a, over, b) + (role === "stretch" ? curve("m-stretch m-main", a, over, b) : spindle(a, over, b));
}

/** From the front: the side of the hip. */
function besideHip(joints: Joints, side: Side, role: MuscleRole): string {
  const limb = joints[side];
  const out = joints.directions.pelvis + (side === "near" ? 90 : -90);
  const away = limb.thighDirection + (side === "near" ? -90 : 90);
  const a = polar(polar(limb.hip, joints.directions.pelvis, 0.055), out, 0.03);
  const b = polar(along(limb, 0.075), away, 0.034);
  return curve(`m-${role} m-thick`, a, polar(limb.hip, out, 0.056), b);
}

/** The inner thigh. */
function innerThigh(joints: Joints, side: Side, role: MuscleRole, shift: Point): string {
  const limb = joints[side];
  const inside = limb.thighDirection + (side === "near" ? 90 : -90);
  const aside = joints.front ? 1 : 0; // from the side it lies in the middle of the far thigh
  const on = (share: number, off: number): Point => moved(polar(between(limb.hip, limb.knee, share), inside, off * aside), shift);
  return curve(`m-${role} m-thick`, on(0.24, 0.026), on(0.55, 0.034), on(0.86, 0.016));
}

/** From the front: the flank of one side. */
function flank(joints: Joints, side: Side, role: MuscleRole): string {
  const by = side === "near" ? 90 : -90;
  const a = polar(polar(joints.pelvis, joints.directions.pelvis, 0.05), joints.directions.pelvis + by, 0.04);
  const b = polar(polar(joints.waist, joints.directions.chest, 0.1), joints.directions.chest + by, 0.05);
  return curve(`m-${role} m-thick`, a, polar(joints.waist, joints.directions.pelvis + by, 0.04), b);
}

function core(joints: Joints, role: MuscleRole): string {
  const front = joints.directions.pelvis - 90;
  const a = polar(polar(joints.pelvis, joints.directions.pelvis, 0.045), front, 0.04);
  const b = polar(polar(joints.waist, joints.directions.chest, 0.085), joints.directions.chest - 90, 0.045);
  return curve(role === "also" ? "m-also" : `m-${role} m-thick`, a, polar(joints.waist, front, 0.038), b);
}

/** What one side's muscles do. */
export function musclesOf(joints: Joints, side: Side, roles: Roles | undefined): string {
  if (!roles) return "";
  const shift = sideShift(joints, side);
  let drawn = "";
  const quad = roleOf(roles, "quad");
  if (quad) drawn += alongThigh(joints, side, quad, shift, 1);
  const hamstring = roleOf(roles, "hamstring");
  if (hamstring) drawn += alongThigh(joints, side, hamstring, shift, -1);
  const seat = roleOf(roles, "glute");
  if (seat) drawn += glute(joints, side, seat, shift);
  const belly = roleOf(roles, "core");
  if (belly) drawn += joints.front ? flank(joints, side, belly) : core(joints, belly);
  const beside = roleOf(roles, "side_hip");
  if (beside) drawn += besideHip(joints, side, beside);
  const inner = roleOf(roles, "inner_thigh");
  if (inner) drawn += innerThigh(joints, side, inner, shift);
  const flexor = roleOf(roles, "hip_flexor");
  if (flexor) drawn += joints.front ? hipFlexorFromFront(joints, side, flexor) : hipFlexor(joints, side, flexor, shift);
  return drawn;
}
