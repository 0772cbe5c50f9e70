// Time: which phase a second lies in, and how the body stands there.
import type { Ease, Figure, FigureParts, FootPin, HandPin, Limbs, Phase, Pins, Pose, Side, Travel } from "./format.ts";
import { sides } from "./format.ts";
import { between, mix, turnedFrom } from "./geometry.ts";
import { handDirectionOf, jointsOf, solve, type Joints, type SolvedPose } from "./kinematics.ts";
import { partsOf, posesOf } from "./poses.ts";

/** A phase with its place in time and the pose that it sets out from. */
export interface TimedPhase extends Phase {
  readonly from: string;
  readonly begins: number;
}

/** A figure made ready to be drawn: variant merged, poses solved, phases laid out in time. */
export interface ReadyFigure {
  readonly parts: FigureParts;
  readonly poses: ReadonlyMap<string, SolvedPose>;
  readonly phases: readonly TimedPhase[];
  readonly seconds: number;
}

/** One moment of a figure. */
export interface Frame {
  readonly figure: ReadyFigure;
  readonly seconds: number;
  readonly phase: TimedPhase;
  readonly phaseIndex: number;
  /** 0 to 1: how much of the phase has gone by. */
  readonly progress: number;
  readonly pose: SolvedPose;
  readonly joints: Joints;
}

const eased: Readonly<Record<Ease, (share: number) => number>> = {
  linear: (t) => t,
  in: (t) => t * t,
  out: (t) => 1 - (1 - t) * (1 - t),
  "in-out": (t) => (t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2),
  hold: (t) => t,
};

const made = new WeakMap<Figure, Map<string, ReadyFigure>>();

/** Makes a figure ready once; the same figure and variant give the same value again. */
export function ready(figure: Figure, variant?: string): ReadyFigure {
  const variants = made.get(figure) ?? new Map<string, ReadyFigure>();
  made.set(figure, variants);
  const key = variant ?? "";
  const known = variants.get(key);
  if (known) return known;
  const parts = partsOf(figure, variant);
  const poses = new Map([...posesOf(parts)].map(([name, pose]) => [name, solve(pose)]));
  let begins = 0;
  let from = parts.start;
  const phases = parts.phases.map((phase) => {
    const timed = { ...phase, from, begins };
    begins += phase.seconds;
    from = phase.to;
    return timed;
  });
  const answer = { parts, poses, phases, seconds: begins };
  variants.set(key, answer);
  return answer;
}

/** A hand that lies somewhere at one end only turns from the forearm's direction to its own. */
function mixedHand(from: Pose, to: Pose, side: Side, share: number): Partial<Limbs> {
  if (from[side].handDirection === undefined && to[side].handDirection === undefined) return {};
  const start = handDirectionOf(from, side);
  return { handDirection: mix(start, turnedFrom(handDirectionOf(to, side), start - 180), share) };
}

function mixedLimbs(from: Pose, to: Pose, side: Side, share: number): Limbs {
  const a = from[side];
  const b = to[side];
  return {
    hip: mix(a.hip, b.hip, share),
    knee: mix(a.knee, b.knee, share),
    ankle: mix(a.ankle, b.ankle, share),
    shoulder: mix(a.shoulder, b.shoulder, share),
    elbow: mix(a.elbow, b.elbow, share),
    thighDepth: mix(a.thighDepth, b.thighDepth, share),
    upperArmDepth: mix(a.upperArmDepth, b.upperArmDepth, share),
    shankDepth: mix(a.shankDepth, b.shankDepth, share),
    forearmDepth: mix(a.forearmDepth, b.forearmDepth, share),
    ...mixedHand(from, to, side, share),
  };
}

function mixedFootPin(a: FootPin | undefined, b: FootPin | undefined, share: number): FootPin | undefined {
  if (!a || !b || a.part !== b.part) return undefined;
  return {
    part: a.part,
    x: mix(a.x, b.x, share),
    y: mix(a.y ?? 0, b.y ?? 0, share),
    ...(a.foot === undefined && b.foot === undefined ? {} : { foot: mix(a.foot ?? 0, b.foot ?? 0, share) }),
    shank: mix(a.shank ?? 180, b.shank ?? 180, share),
  };
}

function mixedHandPin(a: HandPin | undefined, b: HandPin | undefined, share: number): HandPin | undefined {
  if (!a || !b || a.part !== b.part) return undefined;
  const place = { x: mix(a.x, b.x, share), y: mix(a.y ?? 0, b.y ?? 0, share) };
  if (a.part) return a.hand === undefined || b.hand === undefined ? { ...place, part: a.part } : { ...place, part: a.part, hand: mix(a.hand, b.hand, share) };
  return { ...place, hand: mix(a.hand ?? 0, b.hand ?? 0, share) };
}

/** Pinned at both ends: pinned all the way. Pinned at one end only: led by its angles. */
function mixedPins(a: Pins, b: Pins, share: number): Pins {
  const pins: Record<string, FootPin | HandPin> = {};
  for (const side of sides) {
    const foot = mixedFootPin(a[`${side}.foot`], b[`${side}.foot`], share);
    const hand = mixedHandPin(a[`${side}.hand`], b[`${side}.hand`], share);
    if (foot) pins[`${side}.foot`] = foot;
    if (hand) pins[`${side}.hand`] = hand;
  }
  return pins as Pins;
}

/** A foot that goes in a straight line, with a lift on the way and its toes pointing `point` further down. */
function travelling(a: Pose, b: Pose, side: Side, share: number, way: { lift?: number; point?: number }): FootPin {
  const from = jointsOf(a)[side];
  const to = jointsOf(b)[side];
  const bump = Math.sin(Math.PI * share);
  const place = between(from.ankle, to.ankle, share);
  const foot = mix(turnedFrom(from.footDirection, -180), turnedFrom(to.footDirection, -180), share);
  return { part: "ankle", x: place.x, y: place.y + (way.lift ?? 0) * bump, foot: foot - (way.point ?? 0) * bump };
}

/** The pose that lies `share` of the way from one to the other. */
export function blend(a: Pose, b: Pose, share: number, travel: Travel = {}): SolvedPose {
  const bump = Math.sin(Math.PI * share);
  const pins: Record<string, FootPin | HandPin | undefined> = { ...mixedPins(a.pins, b.pins, share) };
  for (const side of sides) {
    const way = travel[`${side}.foot`];
    if (way) pins[`${side}.foot`] = travelling(a, b, side, share, way);
  }
  return solve({
    front: a.front,
    pelvis: {
      x: mix(a.pelvis.x, b.pelvis.x, share),
      y: mix(a.pelvis.y, b.pelvis.y, share) + (travel.pelvis?.lift ?? 0) * bump,
      pitch: mix(a.pelvis.pitch, b.pelvis.pitch, share) + (travel.pelvis?.pitch ?? 0) * bump,
    },
    spine: mix(a.spine, b.spine, share),
    neck: mix(a.neck, b.neck, share),
    turn: mix(a.turn, b.turn, share),
    near: mixedLimbs(a, b, "near", share),
    far: mixedLimbs(a, b, "far", share),
    pins: pins as Pins,
  });
}

/** A pose of a ready figure by its name. */
export function poseNamed(figure: ReadyFigure, name: string): SolvedPose {
  const pose = figure.poses.get(name);
  if (!pose) throw new Error(`A figure names the pose "${name}", which it does not draw.`);
  return pose;
}

/** The pose of a phase at a share of its way, before any trembling. */
export function poseIn(figure: ReadyFigure, phase: TimedPhase, share: number): SolvedPose {
  return blend(poseNamed(figure, phase.from), poseNamed(figure, phase.to), share, phase.travel);
}

const trembling = (pose: SolvedPose, seconds: number): SolvedPose => ({
  ...pose,
  pelvis: { ...pose.pelvis, y: pose.pelvis.y + 0.0016 * Math.sin(seconds * 17) },
});

/** A long stay, let go of a little and taken up again, as often as the phase has time for. */
function swaying(figure: ReadyFigure, phase: TimedPhase, pose: SolvedPose, elapsed: number): SolvedPose {
  if (!phase.sway) return pose;
  return blend(pose, poseNamed(figure, phase.sway.to), Math.sin((Math.PI * elapsed) / phase.sway.seconds) ** 2);
}

/** The moment `seconds` after the start; after the last phase the first one follows. `still`: the end of the phase. */
export function frameOf(figure: ReadyFigure, seconds: number, still = false): Frame {
  const rest = seconds % figure.seconds;
  const time = rest < 0 ? rest + figure.seconds : rest;
  const found = figure.phases.findIndex((phase) => time < phase.begins + phase.seconds);
  const phaseIndex = found < 0 ? figure.phases.length - 1 : found;
  const phase = figure.phases[phaseIndex];
  if (!phase) throw new Error("A figure has at least one phase.");
  const progress = still ? 1 : Math.min(1, (time - phase.begins) / phase.seconds);
  const led = poseIn(figure, phase, eased[phase.ease](progress));
  const moving = still ? led : swaying(figure, phase, led, time - phase.begins);
  const pose = phase.tremble && !still ? trembling(moving, time) : moving;
  return { figure, seconds: time, phase, phaseIndex, progress, pose, joints: jointsOf(pose) };
}
