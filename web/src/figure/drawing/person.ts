// The drawn person: limbs, shoes, trunk and head.
import { body } from "../body.ts";
import { sides, type Pose, type Side } from "../format.ts";
import { between, distance, polar, radians, type Point } from "../geometry.ts";
import type { Joints, Limb } from "../kinematics.ts";
import { at, limb } from "./paths.ts";

function shoe(s: Limb, side: Side): string {
  const foot = s.footDirection;
  const upper = polar(s.ankle, foot + 90, 0.012);
  const back = polar(polar(s.heel, foot + 90, 0.028), foot, -0.004);
  const front = polar(polar(s.ankle, foot, 0.034), foot + 90, -0.004);
  const vamp = polar(s.ball, foot + 90, 0.03);
  const tipTop = polar(s.toe, s.toeDirection + 90, 0.017);
  const tip = polar(s.toe, s.toeDirection, 0.012);
  const heel = polar(s.heel, foot, 0.004);
  const collar = polar(back, foot + 90, 0.012);
  const round = polar(back, foot, -0.012);
  return (
    `<path class="f-shoe-${side}" d="M${at(heel)}L${at(s.ball)}L${at(s.toe)}Q${at(tip)} ${at(tipTop)}Q${at(vamp)} ${at(front)}` +
    `L${at(upper)}L${at(collar)}Q${at(round)} ${at(heel)}Z"/>`
  );
}

/** A shoe that points at the viewer: a flat sole and the toe cap over it. */
function shoeFromFront(s: Limb, side: Side): string {
  const across = (place: Point, off: number): Point => polar(place, s.footDirection, off);
  const high = between(s.ball, s.ankle, 0.75);
  return (
    `<path class="f-shoe-${side}" d="M${at(across(s.ball, -0.036))}L${at(across(s.ball, 0.036))}Q${at(across(high, 0.048))} ${at(across(s.ankle, 0.02))}` +
    `L${at(across(s.ankle, -0.02))}Q${at(across(high, -0.048))} ${at(across(s.ball, -0.036))}Z"/>`
  );
}

/** Where a shin points away from the viewer or at them, the knee hides it. */
const hiddenShin = 0.06;

/** A thigh is seen so short where it points at the viewer. */
export const shortThigh = 0.1;

/** A leg from hip to shoe. */
export function leg(s: Limb, side: Side, front: boolean): string {
  const calf = polar(between(s.knee, s.ankle, 0.32), s.shankDirection - 90, front ? 0 : 0.007);
  const skin = `f-${side}`;
  const shown = !front || distance(s.knee, s.ankle) > hiddenShin;
  const shin = shown
    ? limb(s.knee, calf, 0.034, 0.0335, skin) + limb(calf, s.ankle, 0.0335, 0.02, skin) + (front ? shoeFromFront(s, side) : shoe(s, side))
    : "";
  const thigh = limb(s.hip, s.knee, 0.056, 0.035, skin) + limb(s.hip, between(s.hip, s.knee, 0.52), 0.061, 0.05, `f-shorts-${side}`);
  // A thigh that points at the viewer has its knee before it.
  const kneeFirst = front && distance(s.hip, s.knee) < shortThigh;
  return kneeFirst ? thigh + limb(s.knee, calf, 0.044, 0.036, skin) + shin : shin + thigh;
}

/** An arm from shoulder to fingertips. */
export function arm(s: Limb, side: Side): string {
  const skin = `f-${side}`;
  const palm = polar(s.wrist, s.handDirection, 0.012);
  const tips = polar(s.wrist, s.handDirection, body.hand - 0.012);
  return limb(s.shoulder, s.elbow, 0.033, 0.025, skin) + limb(s.elbow, s.wrist, 0.025, 0.018, skin) + limb(palm, tips, 0.019, 0.012, skin);
}

/** Chest, belly and the upper edge of the shorts. */
export function trunk(joints: Joints, pose: Pose): string {
  const { pelvis, waist, neck, directions } = joints;
  const open = joints.front ? 1 : Math.abs(Math.sin(radians(pose.turn)));
  const chest = polar(between(waist, neck, 0.52), directions.chest - 90, 0.006 * (1 - open));
  const top = between(waist, neck, 0.93);
  const low = between(waist, chest, 0.5);
  const high = between(chest, top, 0.55);
  const wide = 0.012 * open;
  const shoulders =
    open > 0.05
      ? sides
          .map((side) => limb(waist, joints[side].shoulder, 0.052, 0.036, "f-top") + limb(neck, joints[side].shoulder, 0.036, 0.034, "f-top"))
          .join("")
      : "";
  return (
    limb(pelvis, waist, 0.064, 0.056, "f-top") +
    limb(waist, low, 0.056, 0.062 + wide / 2, "f-top") +
    limb(low, chest, 0.062 + wide / 2, 0.066 + wide, "f-top") +
    limb(chest, high, 0.066 + wide, 0.06 + wide / 2, "f-top") +
    limb(high, top, 0.06 + wide / 2, 0.043, "f-top") +
    shoulders +
    (joints.front ? limb(joints.near.hip, joints.far.hip, 0.058, 0.058, "f-shorts-near") : "") +
    limb(pelvis, between(pelvis, waist, 0.55), 0.066, 0.06, "f-shorts-near")
  );
}

function eyes(open: number, away: number): string {
  if (away > 0.6) return `<ellipse class="f-hair" cx="-4" cy="-10" rx="56" ry="60"/>`;
  if (away > 0.3) return "";
  if (open < 0.5) return `<circle class="f-eye" cx="31" cy="-8" r="5.5"/>`;
  return `<circle class="f-eye" cx="16" cy="-4" r="5.5"/><circle class="f-eye" cx="-16" cy="-4" r="5.5"/>`;
}

/** A face that looks at the viewer. */
const faceFromFront =
  `<ellipse class="f-near" cx="0" cy="0" rx="50" ry="64"/>` +
  `<path class="f-hair" d="M-50 14C-66 -84 66 -84 50 14C46 -18 34 -34 0 -34C-34 -34 -46 -18 -50 14Z"/>` +
  `<circle class="f-eye" cx="18" cy="0" r="5.5"/><circle class="f-eye" cx="-18" cy="0" r="5.5"/>`;

const px = (value: number): string => (Math.round(value * 10) / 10).toString();

/** A face in profile, which goes with the turn of the chest. */
function faceFromSide(pose: Pose): string {
  const turned = Math.sin(radians(pose.turn));
  const open = Math.max(0, turned);
  const face = 1 - Math.abs(turned) * 0.75;
  return (
    `<ellipse class="f-near" cx="0" cy="0" rx="53" ry="66"/>` +
    `<path class="f-near" d="M${px(46 * face)} -16L${px(70 * face)} 8Q${px(68 * face)} 16 ${px(50 * face)} 17Z"/>` +
    `<path class="f-hair" d="M${px(34 * face + 6)} -52C-6 -84 -66 -64 -60 -2C-58 22 -44 40 -30 44C-26 20 ${px(10 * open - 22)} 0 ${px(4 * open - 8)} -10` +
    `C8 -22 ${px(30 * face + 10)} -26 ${px(34 * face + 6)} -52Z"/>` +
    eyes(open, Math.max(0, -turned))
  );
}

/** Neck and head. */
export function head(joints: Joints, pose: Pose): string {
  const face = joints.front ? faceFromFront : faceFromSide(pose);
  return (
    limb(joints.neck, joints.headBase, 0.03, 0.028, "f-near") +
    `<g transform="translate(${at(joints.head)}) rotate(${px(90 - joints.directions.head)})">${face}</g>`
  );
}
