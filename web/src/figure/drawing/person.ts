// The drawn person: limbs, shoes, trunk and head.
import { body } from "../body.ts";
import { sides, type Pose, type Side } from "../format.ts";
import { between, polar, radians } from "../geometry.ts";
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

/** A shoe that points at the viewer: its sole's edge and its toe cap. */
function shoeFromFront(s: Limb, side: Side): string {
  return limb(s.ankle, between(s.ankle, s.ball, 0.55), 0.022, 0.03, `f-shoe-${side}`);
}

/** A leg from hip to shoe. */
export function leg(s: Limb, side: Side, front: boolean): string {
  const calf = polar(between(s.knee, s.ankle, 0.32), s.shankDirection - 90, front ? 0 : 0.007);
  const skin = `f-${side}`;
  return (
    limb(s.knee, calf, 0.034, 0.0335, skin) +
    limb(calf, s.ankle, 0.0335, 0.02, skin) +
    (front ? shoeFromFront(s, side) : shoe(s, side)) +
    limb(s.hip, s.knee, 0.056, 0.035, skin) +
    limb(s.hip, between(s.hip, s.knee, 0.52), 0.061, 0.05, `f-shorts-${side}`)
  );
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

/** Neck and head; the face goes with the turn of the chest. */
export function head(joints: Joints, pose: Pose): string {
  const turned = joints.front ? 1 : Math.sin(radians(pose.turn));
  const open = Math.max(0, turned);
  const face = 1 - Math.abs(turned) * 0.75;
  const px = (value: number): string => (Math.round(value * 10) / 10).toString();
  return (
    limb(joints.neck, joints.headBase, 0.03, 0.028, "f-near") +
    `<g transform="translate(${at(joints.head)}) rotate(${px(90 - joints.directions.head)})">` +
    `<ellipse class="f-near" cx="0" cy="0" rx="53" ry="66"/>` +
    `<path class="f-near" d="M${px(46 * face)} -16L${px(70 * face)} 8Q${px(68 * face)} 16 ${px(50 * face)} 17Z"/>` +
    `<path class="f-hair" d="M${px(34 * face + 6)} -52C-6 -84 -66 -64 -60 -2C-58 22 -44 40 -30 44C-26 20 ${px(10 * open - 22)} 0 ${px(4 * open - 8)} -10` +
    `C8 -22 ${px(30 * face + 10)} -26 ${px(34 * face + 6)} -52Z"/>` +
    `${eyes(open, Math.max(0, -turned))}</g>`
  );
}
