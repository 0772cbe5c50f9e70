// The body: how long its parts are and what its joints may do.
import type { Range } from "./format.ts";

/** Lengths in body heights (ordinary adult proportions). */
export const body = {
  thigh: 0.245,
  shank: 0.246,
  ankleHeight: 0.039,
  heel: 0.042,
  ball: 0.088,
  toe: 0.042,
  pelvis: 0.1,
  chest: 0.19,
  neck: 0.05,
  headUp: 0.066,
  upperArm: 0.172,
  forearm: 0.146,
  hand: 0.062,
  palm: 0.018,
  kneeHeight: 0.034,
  elbowHeight: 0.022,
  shoulderHalf: 0.088,
  hipHalf: 0.042,
} as const;

/** What a joint may do, in degrees. A pose outside of these is a mistake in the content, not a stretch. */
export const limits = {
  hip: [-30, 140],
  knee: [0, 150],
  ankle: [-50, 35],
  shoulder: [-60, 185],
  elbow: [0, 150],
  spine: [-40, 50],
  neck: [-50, 60],
  turn: [-90, 90],
  thighDepth: [0, 0],
  shankDepth: [0, 0],
  upperArmDepth: [0, 0],
  forearmDepth: [0, 0],
} as const satisfies Record<string, Range>;

/** Seen from the front a hip leads the leg sideways, a turned thigh or arm lets its other half swing both ways, and a part may point out of the drawing. */
export const frontLimits = {
  ...limits,
  hip: [-30, 60],
  knee: [-60, 150],
  ankle: [-60, 60],
  elbow: [-150, 150],
  thighDepth: [-90, 90],
  shankDepth: [-90, 90],
  upperArmDepth: [-90, 90],
  forearmDepth: [-90, 90],
} as const satisfies Record<string, Range>;

/** How far behind the near limbs the far ones are drawn; joints know nothing of it. */
export const farShift = { x: 0.02, y: 0.014 } as const;
