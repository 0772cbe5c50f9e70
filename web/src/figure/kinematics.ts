// From a pose to points: pinned limbs become angles (two bones, knees forward, elbows back), angles become joints.
import { body } from "./body.ts";
import { sides, type FootPin, type FootPinName, type HandPin, type HandPinName, type Limbs, type Pose, type Side } from "./format.ts";
import { between, degrees, direction, distance, polar, turnedFrom, radians, type Point } from "./geometry.ts";

/** A pose whose pins are worked into its angles, and by how much each pin lay out of reach. */
export interface SolvedPose extends Pose {
  readonly misses: Readonly<Record<string, number>>;
}

export interface Limb {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly heel: Point;
  readonly ball: Point;
  readonly toe: Point;
  readonly foot: Point;
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  readonly hand: Point;
  readonly thighDirection: number;
  readonly shankDirection: number;
  readonly footDirection: number;
  readonly toeDirection: number;
  readonly handDirection: number;
}

export interface Joints {
  readonly front: boolean;
  readonly pelvis: Point;
  readonly waist: Point;
  readonly neck: Point;
  readonly headBase: Point;
  readonly head: Point;
  readonly near: Limb;
  readonly far: Limb;
  readonly directions: { readonly pelvis: number; readonly chest: number; readonly head: number };
}

/** Where the trunk's parts point. */
export function trunkDirections(pose: Pose): Joints["directions"] {
  const pelvis = 90 - pose.pelvis.pitch;
  const chest = pelvis - pose.spine;
  return { pelvis, chest, head: chest - pose.neck };
}

const besides = (side: Side): 1 | -1 => (side === "near" ? 1 : -1);

/** Which way round a joint's angle turns: from the front, each side leads away from the middle. */
const outward = (pose: Pose, side: Side): 1 | -1 => (pose.front && side === "near" ? -1 : 1);
const inward = (pose: Pose, side: Side): 1 | -1 => (pose.front && side === "far" ? -1 : 1);

function shoulderOf(pose: Pose, side: Side): Point {
  const to = trunkDirections(pose);
  const waist = polar(pose.pelvis, to.pelvis, body.pelvis);
  const top = polar(waist, to.chest, body.chest);
  const open = pose.front ? 1 : Math.sin(radians(pose.turn));
  return polar(top, to.chest + 90, besides(side) * body.shoulderHalf * open);
}

function hipOf(pose: Pose, side: Side): Point {
  const middle = { x: pose.pelvis.x, y: pose.pelvis.y };
  return pose.front ? polar(middle, trunkDirections(pose).pelvis + 90, besides(side) * body.hipHalf) : middle;
}

/** How long a part looks that points out of the drawing. */
const seen = (length: number, depth: number): number => length * Math.cos(radians(depth));

/** Two straight bones towards a target; bend +1 puts the middle joint anticlockwise of the line. */
function twoBones(start: Point, target: Point, a: number, b: number, bend: 1 | -1): { first: number; second: number; miss: number } {
  const wanted = distance(start, target);
  const reach = Math.min(Math.max(wanted, Math.abs(a - b) + 1e-6), a + b - 1e-6);
  const line = direction(start, target);
  const open = degrees(Math.acos((a * a + reach * reach - b * b) / (2 * a * reach)));
  const first = line + bend * open;
  return { first, second: direction(polar(start, first, a), polar(start, line, reach)), miss: Math.abs(wanted - reach) };
}

/** Where the ankle is when the pinned part of the foot is in its place. */
function ankleOver(pin: FootPin): Point {
  const place = { x: pin.x, y: pin.y ?? 0 };
  if (pin.part === "ankle") return place;
  if (pin.part === "flat") return { x: pin.x, y: place.y + body.ankleHeight };
  const foot = pin.foot ?? 0;
  const along = pin.part === "heel" ? -body.heel : body.ball;
  return polar(polar(place, foot, -along), foot + 90, body.ankleHeight);
}

/** How far a shin leans towards the viewer at most, in degrees. */
const shinAtMost = 25;

const kneeOn = (pin: FootPin): Point => ({ x: pin.x, y: (pin.y ?? 0) + body.kneeHeight });

/** The pelvis, moved along the thigh until the first knee that is knelt on is a thigh's length away. */
function pelvisOverKnees(pose: Pose): Pose["pelvis"] {
  if (pose.front) return pose.pelvis;
  for (const side of sides) {
    const pin = pose.pins[`${side}.foot`];
    if (pin?.part !== "knee") continue;
    const knee = kneeOn(pin);
    return { ...pose.pelvis, ...polar(knee, direction(knee, pose.pelvis), body.thigh) };
  }
  return pose.pelvis;
}

/** How deep a part of that length points out of the drawing where so much of it is seen. */
const depthOf = (seenLength: number, length: number): number => degrees(Math.acos(Math.min(1, Math.max(0, seenLength / length))));

/** From the front a leg is straight from hip to ankle; where it is bent, knee and shin come towards the viewer. */
function frontLegFor(pose: Pose, side: Side, pin: FootPin): { limbs: Limbs; miss: number } {
  const hip = hipOf(pose, side);
  const kneeling = pin.part === "knee";
  const end = kneeling ? kneeOn(pin) : ankleOver(pin);
  const whole = kneeling ? body.thigh : body.thigh + body.shank;
  const wanted = distance(hip, end);
  const leads = direction(hip, end);
  // A shin stays steeper than a thigh: the seat goes back as the knee bends.
  const shankDepth = kneeling ? pose[side].shankDepth : Math.min(depthOf(wanted, whole), shinAtMost);
  const thighDepth = depthOf(kneeling ? wanted : wanted - seen(body.shank, shankDepth), body.thigh);
  const turned = turnedFrom(leads - trunkDirections(pose).pelvis - 180, -180) * outward(pose, side);
  const foot = pin.part === "flat" ? 0 : pin.foot;
  const ankle = foot === undefined ? 0 : turnedFrom(foot - leads - 90, -180);
  const leg = kneeling ? { hip: turned, thighDepth } : { hip: turned, knee: 0, ankle, thighDepth, shankDepth };
  return { limbs: { ...pose[side], ...leg }, miss: Math.max(0, wanted - whole) };
}

function legFor(pose: Pose, side: Side, pin: FootPin): { limbs: Limbs; miss: number } {
  if (pose.front) return frontLegFor(pose, side, pin);
  const trunk = trunkDirections(pose).pelvis;
  const kneeling = pin.part === "knee";
  const thigh = direction(pose.pelvis, kneeOn(pin));
  const bones = kneeling
    ? { first: thigh, second: pin.shank ?? 180, miss: Math.abs(distance(pose.pelvis, kneeOn(pin)) - body.thigh) }
    : twoBones(pose.pelvis, ankleOver(pin), body.thigh, body.shank, 1);
  const foot = pin.part === "flat" ? 0 : (pin.foot ?? 0);
  const leg = {
    hip: turnedFrom(bones.first - trunk - 180, -150),
    knee: turnedFrom(bones.first - bones.second, -20),
    ankle: turnedFrom(foot - bones.second - 90, -180),
  };
  return { limbs: { ...pose[side], ...leg }, miss: bones.miss };
}

/** An elbow that is leant on; the forearm goes on from there by its own angle. */
function leaningFor(pose: Pose, side: Side, pin: HandPin): { limbs: Limbs; miss: number } {
  const shoulder = shoulderOf(pose, side);
  const elbow = { x: pin.x, y: (pin.y ?? 0) + body.elbowHeight };
  const wanted = distance(shoulder, elbow);
  const turned = direction(shoulder, elbow) - trunkDirections(pose).chest - 180;
  const arm = {
    shoulder: turnedFrom(turned * outward(pose, side), -90),
    upperArmDepth: pose.front ? depthOf(wanted, body.upperArm) : 0,
    ...(pin.hand === undefined ? {} : { handDirection: pin.hand }),
  };
  const miss = pose.front ? Math.max(0, wanted - body.upperArm) : Math.abs(wanted - body.upperArm);
  return { limbs: { ...pose[side], ...arm }, miss };
}

function armFor(pose: Pose, side: Side, pin: HandPin): { limbs: Limbs; miss: number } {
  if (pin.part === "elbow") return leaningFor(pose, side, pin);
  const chest = trunkDirections(pose).chest;
  const wrist = { x: pin.x, y: (pin.y ?? 0) + body.palm };
  const bend = pose.front && side === "near" ? 1 : -1;
  const bones = twoBones(shoulderOf(pose, side), wrist, body.upperArm, body.forearm, bend);
  const arm = {
    shoulder: turnedFrom((bones.first - chest - 180) * outward(pose, side), -90),
    elbow: turnedFrom((bones.second - bones.first) * inward(pose, side), pose.front ? -180 : -20),
    handDirection: pin.hand ?? 0,
  };
  return { limbs: { ...pose[side], ...arm }, miss: bones.miss };
}

/** Turns pins (a foot, knee or hand that must stay put) into joint angles. */
export function solve(pose: Pose): SolvedPose {
  let solved: Pose = { ...pose, pelvis: pelvisOverKnees(pose) };
  const misses: Record<string, number> = {};
  for (const side of sides) {
    const foot: FootPinName = `${side}.foot`;
    const hand: HandPinName = `${side}.hand`;
    const footPin = solved.pins[foot];
    if (footPin) {
      const leg = legFor(solved, side, footPin);
      solved = { ...solved, [side]: leg.limbs };
      misses[foot] = leg.miss;
    }
    const handPin = solved.pins[hand];
    if (handPin) {
      const arm = armFor(solved, side, handPin);
      solved = { ...solved, [side]: arm.limbs };
      misses[hand] = arm.miss;
    }
  }
  return { ...solved, misses };
}

/** World angle of a hand: its own where it lies somewhere, else the forearm's. */
export function handDirectionOf(pose: Pose, side: Side): number {
  const { shoulder, elbow, handDirection } = pose[side];
  return handDirection ?? trunkDirections(pose).chest + 180 + shoulder * outward(pose, side) + elbow * inward(pose, side);
}

/** Toes bend up where the floor is in the way. */
function toeDirectionAt(ball: Point, foot: number): number {
  let bent = foot;
  for (let i = 0; i < 90 && polar(ball, bent, body.toe).y < -1e-4 && ball.y > -0.004; i++) bent += 1;
  return bent;
}

function limbOf(pose: Pose, side: Side): Limb {
  const trunk = trunkDirections(pose);
  const angles = pose[side];
  const hip = hipOf(pose, side);
  const thighDirection = trunk.pelvis + 180 + angles.hip * outward(pose, side);
  const knee = polar(hip, thighDirection, seen(body.thigh, angles.thighDepth));
  const shankDirection = thighDirection - angles.knee * outward(pose, side);
  const ankle = polar(knee, shankDirection, seen(body.shank, angles.shankDepth));
  const footDirection = shankDirection + 90 + angles.ankle;
  const under = polar(ankle, footDirection - 90, seen(body.ankleHeight, pose.front ? angles.shankDepth : 0));
  // From the front the foot points at the viewer: heel, ball and toes lie behind each other.
  const heel = pose.front ? under : polar(under, footDirection, -body.heel);
  const ball = pose.front ? under : polar(under, footDirection, body.ball);
  const toeDirection = pose.front ? footDirection : toeDirectionAt(ball, footDirection);
  const shoulder = shoulderOf(pose, side);
  const upperDirection = trunk.chest + 180 + angles.shoulder * outward(pose, side);
  const elbow = polar(shoulder, upperDirection, seen(body.upperArm, angles.upperArmDepth));
  const foreDirection = upperDirection + angles.elbow * inward(pose, side);
  const wrist = polar(elbow, foreDirection, seen(body.forearm, angles.forearmDepth));
  const handDirection = handDirectionOf(pose, side);
  return {
    hip,
    knee,
    ankle,
    heel,
    ball,
    toe: pose.front ? under : polar(ball, toeDirection, body.toe),
    foot: between(between(heel, ball, 0.62), ankle, 0.28),
    shoulder,
    elbow,
    wrist,
    hand: polar(wrist, handDirection, seen(body.hand, angles.forearmDepth)),
    thighDirection,
    shankDirection,
    footDirection,
    toeDirection,
    handDirection,
  };
}

/** Where every joint of a solved pose is. */
export function jointsOf(pose: Pose): Joints {
  const directions = trunkDirections(pose);
  const pelvis = { x: pose.pelvis.x, y: pose.pelvis.y };
  const waist = polar(pelvis, directions.pelvis, body.pelvis);
  const neck = polar(waist, directions.chest, body.chest);
  const headBase = polar(neck, directions.head, body.neck);
  const head = polar(headBase, directions.head, body.headUp * 0.72);
  return { front: pose.front, pelvis, waist, neck, headBase, head, near: limbOf(pose, "near"), far: limbOf(pose, "far"), directions };
}

/** A joint by its name in the format, such as `near.knee`. */
export function jointNamed(joints: Joints, name: string): Point {
  const [first, second] = name.split(".");
  const found: unknown = second === undefined ? joints[first as keyof Joints] : joints[first as Side]?.[second as keyof Limb];
  if (!found || typeof found !== "object" || !("x" in found)) throw new Error(`A figure names the joint "${name}", which there is not.`);
  return found as Point;
}

/** Centre of mass (segment shares of body mass, rounded): a pose can be held where it lies over what carries. */
export function centreOfMass(joints: Joints): Point {
  const parts: [Point, number][] = [
    [joints.head, 0.081],
    [between(joints.pelvis, joints.neck, 0.5), 0.497],
  ];
  for (const side of sides) {
    const limb = joints[side];
    parts.push(
      [between(limb.hip, limb.knee, 0.43), 0.1],
      [between(limb.knee, limb.ankle, 0.43), 0.0465],
      [limb.foot, 0.0145],
      [between(limb.shoulder, limb.elbow, 0.44), 0.028],
      [between(limb.elbow, limb.wrist, 0.43), 0.016],
      [limb.hand, 0.006],
    );
  }
  let mass = 0;
  let x = 0;
  let y = 0;
  for (const [point, share] of parts) {
    mass += share;
    x += point.x * share;
    y += point.y * share;
  }
  return { x: x / mass, y: y / mass };
}
